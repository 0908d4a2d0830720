package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.aixin.SafetyAnswers;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Real use from the first start on: an empty folder, no demo village, everything made on the pages of the staff. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("real use") // one test of it after another
@ResourceLock(value = RunningService.NOISE, mode = ResourceAccessMode.READ)
class NoDemoJourneyIT {
    private static final Map<String, String> OWN = Map.of("AIXIN_DEMO", "false");
    private static final String SECRET = "283746", WANG = "13900000001", ZHANG = "13900000002", SHOP = "郭家庄爱心超市",
            VAN = "移动电力爱心超市";
    private final LocalDate eventEnds = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(9);
    private Path data;
    private RunningService service;
    private Browser admin;
    private Browser clerk;
    private Browser organizer;
    private Browser secretary;
    private Browser wang;
    private String shop = "";
    private String van = "";
    private String rice = "";
    private String soy = "";
    private String card = "";
    private String order = "";

    @BeforeAll
    void start() throws Exception {
        data = RunningService.newData("real");
        service = RunningService.start(data, OWN);
        admin = new Browser(service);
        clerk = new Browser(service);
        organizer = new Browser(service);
        secretary = new Browser(service);
        wang = new Browser(service);
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
    }

    @Test
    @Order(1)
    void the_first_administrator_gets_in_with_the_printed_code_and_is_told_what_to_do_first() throws Exception {
        assertThat(service.output()).contains("/first-secret").doesNotContain("aixin2026");
        admin.open("/").sees("登录").seesNot("演示");
        setSecret(admin, "admin", service.oneTimeCode());
        admin.signIn("admin", SECRET).sees("先做这几件事", "建组织", "登记工作人员", "建爱心超市").seesNot("已完成", "演示");
    }

    @Test
    @Order(2)
    void the_administrator_makes_the_units() throws Exception {
        String county = admin.open("/admin/units").choice("本县");
        admin.send("/admin/units/" + county + "/name", "name", "晋山县").sees("晋山县").seesNot("本县");
        unit("太平镇", "TOWN", "晋山县");
        unit("郭家庄村", "VILLAGE", "太平镇");
        unit("郭家庄村二组", "COMPOUND", "郭家庄村");
        admin.open("/").sees("已完成");
    }

    @Test
    @Order(3)
    void the_administrator_registers_the_staff_and_gives_them_roles() throws Exception {
        employee(clerk, "李店员", "clerk.li", "CLERK", "太平镇");
        employee(organizer, "孙队长", "sun", "ORGANIZER", "郭家庄村");
        employee(secretary, "周书记", "zhou", "SECRETARY", "郭家庄村");
        clerk.open("/").sees("兑换台", "库存").seesNot("先做这几件事");
    }

    @Test
    @Order(4)
    void the_administrator_opens_a_fixed_shop_and_a_van() throws Exception {
        admin.open("/admin/shops").send("/admin/shops", "name", SHOP, "kind", "FIXED", "unit", admin.choice("郭家庄村"));
        admin.send("/admin/shops", "name", VAN, "kind", "MOBILE", "unit", admin.choice("太平镇"), "lastDay", eventEnds.toString());
        shop = codeOf(SHOP, "/admin/shops/");
        van = codeOf(VAN, "/admin/shops/");
    }

    @Test
    @Order(5)
    void a_clerk_proposes_goods_an_administrator_prices_them_and_the_clerk_takes_them_in() throws Exception {
        rice = goods("大米 5 公斤", "袋", "10");
        soy = goods("酱油 500 毫升", "瓶", "2");
        String slips = "/stock/" + shop + "/slips";
        clerk.open("/stock?shop=" + shop)
                .send(slips, "kind", "IN", "goods", rice, "quantity", "20", "goods", soy, "quantity", "30",
                        "reason", "首批进货")
                .sees("首批进货", "20 袋", "30 瓶");
        clerk.send(slips, "kind", "TRANSFER", "toShop", van, "goods", soy, "quantity", "5", "reason", "下乡").sees("25 瓶");
        admin.open("/").sees("今天做什么").seesNot("先做这几件事");
    }

    @Test
    @Order(6)
    void the_organizer_registers_residents_with_a_phone_or_with_a_printed_card_alone() throws Exception {
        resident(wang, "王秀英", "phone", WANG);
        resident(new Browser(service), "张建国", "phone", ZHANG, "partyMember", "1");
        card = slip(organizer, "/organizer/people", "刘凤梅", "郭家庄村二组").finds("<b>(6[0-9]{11})</b>");
        setSecret(new Browser(service), card, organizer.finds("figure\">([0-9 ]+)<"));
        organizer.open(organizer.finds("href=\"(/organizer/people/[0-9]+)\"") + "/card").sees("刘凤梅", card, "<svg");
    }

    @Test
    @Order(7)
    void a_quiz_from_the_shipped_questions_a_drill_and_a_kept_pledge_are_credited() throws Exception {
        organizer.open("/organizer/quizzes").sees("安全知识题库").send("/organizer/quizzes", "title", "安全月竞答", "from",
                organizer.choice("安全知识题库"), "draw", "10", "secondsPerQuestion", "60", "triesPerDay", "1");
        answer(organizer.sees("安全月竞答").finds("/organizer/quizzes/([0-9]+)\""));
        organizer.open("/organizer/roll-call").send("/organizer/roll-call", "rule", "drill", "title", "健身广场救援演练", "quantity",
                "");
        organizer.send("/organizer/roll-call", "who", card).sees("刘凤梅：＋5 分，已记入存折");
        organizer.send("/organizer/roll-call", "who", "wangxiuying").sees("王秀英：＋5 分，已记入存折");
        secretary.open("/secretary").send("/secretary", "member", secretary.choice("张建国"), "pledge", "每周看望独居老人")
                .sees("张建国：＋5 分，已记入存折");
    }

    @Test
    @Order(8)
    void a_resident_reserves_and_the_clerk_hands_over_by_the_typed_code() throws Exception {
        wang.open("/shop?shop=" + shop).sees("大米 5 公斤").send("/shop/confirm", "n_" + rice, "1", "n_" + soy, "2").sees("14");
        order = wang.send("/shop/orders").sees("请让超市管理员扫这个码").finds("digits\">([0-9 ]+)<");
        clerk.open("/desk").send("/desk/shop").send("/desk/scan", "code", order).sees("可以交付", "王秀英", "大米 5 公斤");
        clerk.send("/desk/collections").sees("已交付");
        clerk.open("/stock?shop=" + shop).sees("19 袋", "23 瓶");
    }

    @Test
    @Order(9)
    void a_second_scan_says_who_collected_it_when_and_where() throws Exception {
        clerk.open("/desk").send("/desk/scan", "code", order).sees("这个码已经领过了", "今天", "李店员", SHOP);
    }

    @Test
    @Order(10)
    void a_neighbour_without_a_phone_spends_her_points_with_card_and_secret() throws Exception {
        clerk.open("/desk").send("/desk/scan", "code", card).sees("刘凤梅").send("/desk/basket", "n_" + soy, "2").sees("可以交付");
        clerk.send("/desk/redemptions", "secret", SECRET).sees("已交付");
    }

    @Test
    @Order(11)
    void what_is_reserved_at_the_van_is_kept_until_its_event_ends() throws Exception {
        String zhang = service.signIn(ZHANG, SECRET);
        JsonPath reserved = JsonPath.from(service
                .post("/api/orders", zhang, "{\"shop\":\"%s\",\"lines\":[{\"goods\":\"%s\",\"quantity\":1}]}".formatted(van, soy))
                .join().body());
        assertThat(reserved.getString("expiresAt")).startsWith(eventEnds.plusDays(1) + "T00:00");
    }

    @Test
    @Order(12)
    void the_passbook_shows_it_all_and_every_entry_is_sound() throws Exception {
        wang.open("/passbook").sees("安全月竞答", "健身广场救援演练", "换：大米", "今天").seesNot("演示");
        admin.open("/audit/check").sees("账目完全相符");
        JsonPath check = JsonPath
                .from(service.get("/api/ledger/check", service.signIn("admin", SECRET)).body());
        assertThat(check.getBoolean("ok")).isTrue();
        assertThat(check.getInt("transfers")).isEqualTo(8);
    }

    @Test
    @Order(13)
    void the_next_start_has_it_all_and_prints_no_code() throws Exception {
        service.close();
        service = RunningService.start(data, OWN);
        assertThat(service.output()).contains("Sign in with your own account").doesNotContain("One-time code");
        new Browser(service).signIn(WANG, SECRET).sees("王秀英，您好").open("/passbook").sees("换：大米");
    }

    private void setSecret(Browser browser, String login, String code) throws Exception {
        browser.open("/first-secret").send("/first-secret", "login", login, "code", code, "secret", SECRET, "again", SECRET)
                .sees("登录").seesNot("notice stop");
    }

    private void unit(String name, String kind, String parent) throws Exception {
        admin.open("/admin/units").send("/admin/units", "name", name, "kind", kind, "parent", admin.choice(parent)).sees(name)
                .seesNot("notice stop");
    }

    /** Registers somebody on the page; the slip with their code is on the screen then. */
    private static Browser slip(Browser by, String page, String name, String unit, String... more) throws Exception {
        String at = by.open(page).choice(unit);
        String[] filled = new String[more.length + 4];
        System.arraycopy(new String[]{"name", name, "unit", at}, 0, filled, 0, 4);
        System.arraycopy(more, 0, filled, 4, more.length);
        return by.send(page + "#add", filled).sees(name, "一次性密码");
    }

    private void employee(Browser browser, String name, String login, String role, String where) throws Exception {
        String code = slip(admin, "/admin/people", name, "郭家庄村", "login", login).finds("figure\">([0-9 ]+)<");
        String person = admin.finds("href=\"(/admin/people/[0-9]+)\"");
        admin.open(person).send(person + "/roles", "role", role, "unit", admin.choice(where)).seesNot("notice stop");
        setSecret(browser, login, code);
        browser.signIn(login, SECRET).sees(name);
    }

    private void resident(Browser browser, String name, String... more) throws Exception {
        String code = slip(organizer, "/organizer/people", name, "郭家庄村二组", more).finds("figure\">([0-9 ]+)<");
        setSecret(browser, more[1], code);
        browser.signIn(more[1], SECRET).sees(name + "，您好");
    }

    /** Has the clerk propose and the administrator price it; answers its code. */
    private String goods(String name, String unit, String points) throws Exception {
        clerk.open("/admin/goods").send("/admin/goods", "name", name, "unit", unit, "points", "99").sees(name);
        admin.open("/admin/goods");
        String code = codeOf(name, "/admin/goods/");
        admin.send("/admin/goods/" + code, "points", points, "name", name, "unit", unit, "monthlyLimit", "", "status", "ACTIVE");
        return code;
    }

    /** The code in the address of the form that changes what stands under this name. */
    private String codeOf(String name, String forms) {
        return admin.finds("<b>" + name + "</b>[^§]*?action=\"" + forms + "([^\"/]+)\"");
    }

    /** 王秀英 knows all answers. */
    private void answer(String quiz) throws Exception {
        String token = service.signIn(WANG, SECRET);
        JsonPath paper = JsonPath.from(service.post("/api/quizzes/" + quiz + "/attempts", token, "{}").join().body());
        SafetyAnswers answers = new SafetyAnswers();
        List<Map<String, Object>> questions = paper.getList("questions");
        String answered = questions.stream()
                .map(question -> "{\"question\":\"%s\",\"options\":[%s]}".formatted(question.get("id"),
                        right(question, answers.to((String) question.get("text")))))
                .collect(Collectors.joining(",", "{\"answers\":[", "]}"));
        JsonPath result = JsonPath
                .from(service.post("/api/attempts/" + paper.getString("id") + "/answers", token, answered).join().body());
        assertThat(result.getInt("points")).isEqualTo(10);
    }

    @SuppressWarnings("unchecked")
    private static String right(Map<String, Object> question, List<String> texts) {
        return ((List<Map<String, String>>) Objects.requireNonNull(question.get("options"))).stream()
                .filter(option -> texts.contains(option.get("text")))
                .map(option -> "\"" + option.get("id") + "\"").collect(Collectors.joining(","));
    }
}
