package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import org.aixin.embedded.RunningService;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The main job from end to end, as people meet it: phones of 360 px, wide screens of the staff, codes read off the glass. */
@ExtendWith({ChromiumIsThere.class, DemoVillage.Opened.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ResourceLock(RunningService.NOISE)
class JourneyIT {
    private static final String WANG = "13800000001", SECRET = "aixin2026", SHOP = "郭家庄爱心超市";
    private static final int BASKET = 50 + 2 * 10;
    private Chromium chromium;
    private Screen wang;
    private Screen clerk;
    private String code;

    @BeforeAll
    void open(DemoVillage village) {
        chromium = village.chromium();
    }

    @Test
    @Order(1)
    void an_organizer_opens_a_quiz_and_a_resident_answers_it_and_sees_her_points() {
        Screen organizer = chromium.desk().signIn("organizer", SECRET);
        organizer.open("/organizer/quizzes").fill("名称", "安全月有奖竞答").choose("从哪里抽题", "用电安全").fill("抽几道题", "5")
                .tap("建好并开放").sees("安全月有奖竞答", "进行中");

        wang = chromium.phone().signIn(WANG, SECRET).sees("王秀英，您好");
        long before = wang.number(".balance .figure");
        new QuizTaker(wang).takes("安全月有奖竞答").sees("答对 5 题");
        assertThat(wang.tap("看爱心存折").sees("安全月有奖竞答，答对 5 题").number(".book .sum")).isEqualTo(5);
        assertThat(wang.open("/").number(".balance .figure")).isEqualTo(before + 5);
    }

    @Test
    @Order(2)
    void a_neighbour_without_a_phone_is_credited_for_the_drill_by_her_card_once() {
        Screen organizer = chromium.desk().signIn("organizer", SECRET);
        organizer.open("/organizer/roll-call").choose("细则", "演练").fill("活动名称或地点", "健身广场救援演练").tap("开始点名")
                .sees("还没有记人");
        organizer.scan("600000000038").sees("刘凤梅：＋5 分，已记入存折");
        organizer.scan("600000000038").sees("没有重复记");
        organizer.open("/organizer/roll-call").choose("细则", "志愿").fill("活动名称或地点", "文明劝导")
                .fill("小时数", "2").tap("开始点名").sees("还没有记人");
        organizer.scan("张建国").sees("张建国：＋2 分，已记入存折");
    }

    @Test
    @Order(3)
    void the_secretary_credits_a_kept_pledge() {
        Screen secretary = chromium.desk().signIn("secretary", SECRET);
        secretary.open("/secretary").choose("党员", "张建国").fill("兑现了什么承诺", "每周看望韩老栓").tap("记 5 分")
                .sees("张建国：＋5 分，已记入存折", "每周看望韩老栓");
    }

    @Test
    @Order(4)
    void a_reserved_basket_is_read_off_the_phone_handed_over_and_written_into_the_passbook() {
        wang = chromium.phone().signIn(WANG, SECRET);
        clerk = chromium.desk().signIn("clerk", SECRET);
        long points = wang.number(".balance .figure"), rice = onHand("大米"), soy = onHand("酱油");

        reserve(wang);
        code = wang.sees("请让超市管理员扫这个码").code();
        clerk.open("/desk").tap(SHOP).sees("请扫码");
        clerk.scan(code).sees("可以交付", "王秀英", "大米 5 公斤", "酱油 500 毫升", "确认交付（回车）");
        clerk.press("Enter").sees("已交付");

        assertThat(onHand("大米")).isEqualTo(rice - 1);
        assertThat(onHand("酱油")).isEqualTo(soy - 2);
        wang.open("/passbook").sees("今天", "换：大米");
        assertThat(wang.number(".book .sum")).isEqualTo(-BASKET);
        assertThat(wang.text(".book li")).contains("余 " + (points - BASKET));
    }

    @Test
    @Order(5)
    void a_second_scan_says_who_collected_it_when_and_where() {
        clerk.open("/desk").scan(fullWidth(code)).sees("这个码已经领过了", "今天", "李店员", SHOP);
        clerk.press("Enter").sees("请扫码");
    }

    @Test
    @Order(6)
    void an_undo_puts_the_goods_back_and_writes_a_correction() {
        long rice = onHand("大米");
        long points = wang.open("/").number(".balance .figure");
        clerk.open("/desk").tap("撤销").sees("要撤销这一单吗？").tapOn("label:has-text('拿错')").tap("收回东西，撤销").sees("已撤销");
        assertThat(onHand("大米")).isEqualTo(rice + 1);
        wang.open("/passbook").sees("更正：换");
        assertThat(wang.number(".book .sum")).isEqualTo(BASKET);
        assertThat(wang.open("/").number(".balance .figure")).isEqualTo(points + BASKET);
    }

    @Test
    @Order(7)
    void a_live_code_opens_a_visit_in_which_one_basket_is_built_and_handed_over() {
        wang.open("/").tap("出示积分码").sees("请让超市管理员扫这个码");
        clerk.open("/desk").scan(wang.code()).sees("王秀英", "可用积分");
        clerk.fill("香皂", "2").tapOn("button:has-text('看合计')").sees("可以交付", "香皂", "2 块");
        clerk.press("Enter").sees("已交付");
        wang.open("/passbook").sees("换：香皂");
        assertThat(wang.number(".book .sum")).isEqualTo(-16);
    }

    @Test
    @Order(8)
    void a_phone_that_runs_no_scripts_does_all_of_it_too() {
        Screen phone = chromium.phoneWithoutScripts().signIn("13800000005", SECRET);
        new QuizTaker(phone).takes("安全用电竞答").sees("答对 5 题");
        phone.open("/code").sees("请让超市管理员扫这个码");
        phone.open("/shop").tap(SHOP).choose("酱油", "1 瓶").tap("选好了").sees("看看对不对").tap("预约").sees("请让超市管理员扫这个码");
        String soy = phone.code();
        clerk.open("/desk").scan(soy).sees("可以交付");
        phone.tap("不要了，取消预约").sees("要取消预约吗？").tap("取消预约").sees("已取消");
        clerk.open("/desk").scan(soy).sees("取消");
        phone.open("/me").tap("退出登录").sees("登录");
    }

    @Test
    @Order(9)
    void the_audit_finds_every_entry_sound() {
        chromium.desk().signIn("auditor", SECRET).open("/audit").tap("开始核对").sees("账目完全相符");
    }

    private static void reserve(Screen phone) {
        phone.open("/shop").tap(SHOP).choose("大米", "1 袋").choose("酱油", "2 瓶").tap("选好了").sees("看看对不对").tap("预约");
    }

    private long onHand(String goods) {
        return clerk.open("/stock?shop=GJZ").sees("已预留").number("tr:has-text('" + goods + "') td.n");
    }

    /** What a scanner types when the Chinese input method is on. */
    private static String fullWidth(String digits) {
        return digits.chars().collect(StringBuilder::new, (text, digit) -> text.append((char) (digit + '０' - '0')),
                StringBuilder::append).toString();
    }
}
