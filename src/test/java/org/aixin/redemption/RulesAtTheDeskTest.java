package org.aixin.redemption;

import static io.restassured.RestAssured.given;
import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.AtOnce;
import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator sets on the page of the rules holds at the desk and for whoever reserves. */
@QuarkusTest
class RulesAtTheDeskTest {
    private static final String PAGE = "/admin/redemption-rules";
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    BusinessTime time;
    @Inject
    Sql sql;
    Unit village;
    Shop shop;
    Goods rice;
    Member wang;
    Member son;
    long clerk;
    long admin;

    @BeforeEach
    void a_shop_and_a_household() {
        village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, 5);
        shops.stock(shop, rice, 100);
        wang = people.resident(village, "王秀英");
        son = people.resident(village, "王强", Objects.requireNonNull(wang.household()));
        shops.points(wang, 500);
        shops.points(son, 500);
        clerk = people.staff(village, Role.CLERK).id();
        admin = people.staff(village, Role.ADMIN).id();
    }

    @AfterEach
    void reset() {
        TestClock.reset();
    }

    private RequestSpecification browser(long who) {
        return given().auth().preemptive().oauth2(people.token(who)).accept("text/html").redirects().follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private ValidatableResponse add(String kind, Map<String, String> terms) {
        Map<String, String> form = new HashMap<>(Map.of("where", Long.toString(village.id()), "key", key()));
        form.putAll(terms);
        return browser(admin).formParams(form).post(PAGE + "/" + kind).then();
    }

    private void limit(String scope, String span, String goods, int quantity) {
        add("limits", Map.of("scope", scope, "span", span, "goods", goods, "quantity", Integer.toString(quantity)))
                .statusCode(303);
    }

    private long rule() {
        return sql.first("SELECT id FROM redemption_rule WHERE unit_id = ? AND in_force IS NOT NULL ORDER BY id DESC",
                row -> row.getLong(1), village.id()).orElseThrow();
    }

    private ValidatableResponse reserve(Member who, int quantity) {
        return people.as(who.id()).header("Idempotency-Key", key()).body(wish(shop, rice, quantity)).post("/api/orders").then();
    }

    private ValidatableResponse collect(String code) {
        return people.as(clerk).header("Idempotency-Key", key()).body(Map.of("shop", shop.code(), "code", code))
                .post("/api/desk/collections").then();
    }

    private ValidatableResponse scan(String code) {
        return people.as(clerk).body(Map.of("shop", shop.code(), "code", code)).post("/api/desk/scan").then();
    }

    private String live(Member who) {
        return people.as(who.id()).get("/api/me/code").then().extract().path("code");
    }

    private String card(Member who) {
        String card = "7" + TestPeople.phone();
        sql.update("UPDATE member SET card = ? WHERE id = ?", card, who.id());
        return card;
    }

    private ValidatableResponse told(long who, String path, String key, Map<String, ?> what) {
        return people.as(who).header("Idempotency-Key", key).body(what).post("/api/redemption-rules" + path).then();
    }

    @Test
    void programs_make_change_and_end_rules_as_the_page_does() {
        Map<String, Object> one = Map.of("kind", "LIMIT", "shop", shop.code(), "scope", "MEMBER", "span", "DAY", "goods",
                rice.code(), "quantity", 1);
        String key = key();
        String rule = told(admin, "", key, one).statusCode(201).body("words", equalTo("每人每天最多换大米 1 袋"))
                .body("shop", equalTo(shop.code())).body("inForce", equalTo(true)).extract().path("id");
        told(admin, "", key, one).statusCode(201).body("id", equalTo(rule));
        reserve(wang, 2).statusCode(409).body("code", equalTo("limit_reached")).body("ruleId", equalTo(rule));
        String next = told(admin, "/" + rule + "/quantity", key(), Map.of("quantity", 2)).statusCode(200)
                .body("series", equalTo(rule)).extract().path("id");
        reserve(wang, 2).statusCode(201);
        reserve(wang, 1).statusCode(409);
        for (int twice = 0; twice < 2; twice++) {
            told(admin, "/" + next + "/end", key(), Map.of()).statusCode(200).body("inForce", equalTo(false));
        }
        reserve(wang, 1).statusCode(201);
        List<String> mine = people.as(people.staff(village, Role.AUDITOR).id()).get("/api/redemption-rules").then()
                .statusCode(200).extract().path("items.findAll { it.shop == '" + shop.code() + "' }.id");
        assertThat(mine).containsExactly(next, rule);
    }

    @Test
    void a_limit_and_closed_doors_are_said_before_anything_leaves_the_shelf() {
        limit("MEMBER", "DAY", rice.code(), 1);
        String visit = scan(live(wang)).extract().path("visit");
        Map<String, String> two = Map.of("shop", shop.code(), "visit", visit, "n_" + rice.code(), "2");
        browser(clerk).formParams(two).post("/desk/basket").then().body(containsString("每人每天最多换大米 1 袋"))
                .body(containsString("class=\"result again\""));
        RequestSpecification desk = given().accept("text/html").cookie("aixin", people.token(clerk)).cookie("shop", shop.code());
        given(desk).get("/desk").then().statusCode(200).body(not(containsString("现在不开放")));
        people.as(admin).body(Map.of("paused", true, "reason", "盘点")).patch("/api/shops/" + shop.code()).then().statusCode(200);
        given(desk).get("/desk").then().statusCode(200).body(containsString("现在不开放")).body(containsString("原因：盘点"));
    }

    @Test
    void a_rule_that_makes_no_sense_is_refused_in_words() {
        String unit = Long.toString(village.id());
        Map<Map<String, ?>, String> nonsense = Map.of(Map.of("unit", unit), "rule_kind_required",
                Map.of("kind", "HOURS", "unit", unit, "opens", "18:00", "closes", "09:00"), "rule_hours_refused",
                Map.of("kind", "DAYS", "unit", unit, "weekdays", List.of(8)), "value_refused",
                Map.of("kind", "DAYS", "unit", unit), "rule_days_required",
                Map.of("kind", "LIMIT", "unit", unit, "scope", "MEMBER", "span", "DAY", "quantity", -1), "number_out_of_range");
        nonsense.forEach((rule, code) -> told(admin, "", key(), rule).statusCode(422).body("code", equalTo(code)));
        told(people.staff(people.village(), Role.ADMIN).id(), "", key(),
                Map.of("kind", "HOURS", "unit", unit, "opens", "08:00", "closes", "09:00")).statusCode(403);
        people.as(admin).body(Map.of("kind", "HOURS")).post("/api/redemption-rules").then().statusCode(400);
    }

    @Test
    void a_neighbour_takes_home_what_was_reserved_and_both_names_stay_on_record() {
        Member zhang = people.resident(village, "张建国");
        String code = reserve(wang, 1).statusCode(201).extract().path("code"), visit = scan(live(zhang)).extract().path("visit");
        browser(clerk).formParams(Map.of("shop", shop.code(), "visit", visit, "code", code)).post("/desk/behalf").then()
                .statusCode(200).body(containsString("张建国来代领")).body(containsString("王秀英"))
                .body(containsString("name=\"visit\" value=\"" + visit));
        String own = scan(live(wang)).extract().path("visit");
        brought(code, own, key()).statusCode(422).body("code", equalTo("behalf_of_self"));
        brought(code, "1", key()).statusCode(404);
        String key = key(), answer = brought(code, visit, key).statusCode(201).extract().asString();
        TestClock.advance(Duration.ofMinutes(11));
        brought(code, visit, key).statusCode(201).body(equalTo(answer));
        String order = people.as(wang.id()).get("/api/orders").then().extract().path("items[0].id");
        assertThat(sql.rows("SELECT bearer_id FROM order_bearer WHERE order_id = ?", row -> row.getLong(1), order))
                .containsExactly(zhang.id());
        for (String page : new String[]{"/orders/" + order, "/desk/day/register?shop=" + shop.code()}) {
            browser(clerk).get(page).then().statusCode(200).body(containsString("张建国")).body(containsString("王秀英"));
        }
    }

    private ValidatableResponse brought(String code, String visit, String key) {
        return people.as(clerk).header("Idempotency-Key", key).body(Map.of("shop", shop.code(), "code", code, "visit", visit))
                .post("/api/desk/collections").then();
    }

    @Test
    void a_households_limit_counts_all_of_it_and_says_when_it_begins_anew() {
        limit("HOUSEHOLD", "WEEK", rice.code(), 3);
        String order = reserve(wang, 2).statusCode(201).extract().path("id");
        LocalDate monday = Span.WEEK.next(time.today());
        String again = reserve(son, 2).statusCode(409).body("code", equalTo("limit_reached"))
                .body("rule", equalTo("每户每周最多换大米 3 袋")).body("left", equalTo(1)).body("goods", equalTo(rice.code()))
                .body("detail", containsString("还能换 1 件")).extract().path("again");
        assertThat(OffsetDateTime.parse(again).toInstant()).isEqualTo(time.startOf(monday));
        reserve(son, 1).statusCode(201);
        reserve(people.resident(village, "李梅"), 1).statusCode(409).body("code", equalTo("not_enough_points"));
        people.as(wang.id()).header("Idempotency-Key", key()).post("/api/orders/" + order + "/cancellation").then()
                .statusCode(200);
        reserve(son, 2).statusCode(201);
        reserve(wang, 1).statusCode(409);
        TestClock.advance(Duration.between(time.now(), time.startOf(monday)));
        reserve(wang, 3).statusCode(201);
    }

    @Test
    void a_limit_that_is_changed_goes_on_counting_and_stays_in_the_history() {
        limit("MEMBER", "MONTH", "", 2);
        reserve(wang, 2).statusCode(201);
        reserve(wang, 1).statusCode(409);
        browser(admin).formParams(Map.of("quantity", "3")).post(PAGE + "/" + rule() + "/quantity").then().statusCode(303);
        reserve(wang, 2).statusCode(409).body("left", equalTo(1));
        reserve(wang, 1).statusCode(201);
        browser(admin).get(PAGE).then().statusCode(200).body(containsString("每人每月最多换 2 件物品"))
                .body(containsString("每人每月最多换 3 件物品")).body(containsString("已停"));
        browser(wang.id()).get("/shop?shop=" + shop.code()).then().body(containsString("每人每月最多换 3 件物品"));
        browser(admin).formParams(Map.of("x", "y")).post(PAGE + "/" + rule() + "/end").then().statusCode(303);
        reserve(wang, 5).statusCode(201);
    }

    @Test
    void a_form_that_is_sent_twice_adds_one_rule_and_nonsense_none() {
        Map<String, String> terms = Map.of("scope", "MEMBER", "span", "DAY", "goods", "", "quantity", "2", "key", key());
        add("limits", terms).statusCode(303);
        add("limits", terms).statusCode(303);
        for (Map<String, String> bad : List.of(Map.of("quantity", "0"), Map.of("quantity", "-1"), Map.of("span", "HOUR"),
                Map.of("goods", "nothing-such"), Map.of("where", "1"), Map.of("where", "shop:nowhere"), Map.of("scope", ""))) {
            Map<String, String> form = new HashMap<>(terms);
            form.putAll(bad);
            form.put("key", key());
            add("limits", form).statusCode(org.hamcrest.Matchers.oneOf(404, 422));
        }
        add("days", Map.of()).statusCode(422);
        add("days", Map.of("monthDays", "32")).statusCode(422);
        add("hours", Map.of("opens", "18:00", "closes", "08:00")).statusCode(422);
        assertThat(sql.rows("SELECT id FROM redemption_rule WHERE unit_id = ?", row -> row.getLong(1), village.id())).hasSize(1);
        long elsewhere = people.staff(people.village(), Role.ADMIN).id();
        browser(elsewhere).formParams(Map.of("x", "y")).post(PAGE + "/" + rule() + "/end").then().statusCode(403);
        browser(elsewhere).get(PAGE).then().body(not(containsString("每人每天最多换 2 件物品")));
    }

    @Test
    void twenty_at_once_get_exactly_what_the_limit_leaves() {
        limit("HOUSEHOLD", "DAY", rice.code(), 7);
        List<String> tokens = Stream.of(wang, son).map(member -> people.token(member.id())).toList();
        long got = AtOnce.count(20, i -> given().auth().preemptive().oauth2(tokens.get(i % 2)).contentType("application/json")
                .header("Idempotency-Key", key()).body(wish(shop, rice, 1)).post("/api/orders").statusCode() == 201);
        assertThat(got).isEqualTo(7);
        assertThat(sql.rows("SELECT quantity FROM rule_take WHERE whose = ?", row -> row.getInt(1),
                Objects.requireNonNull(wang.household()))).containsExactly(7);
        shops.has(shop, rice, 100, 7);
    }

    @Test
    void an_order_that_no_limit_touches_writes_nothing_of_limits() {
        String order = reserve(wang, 2).statusCode(201).extract().path("id");
        assertThat(sql.rows("SELECT 1 FROM rule_taken WHERE order_id = ?", row -> 1, order)).isEmpty();
    }

    @Test
    void goods_are_handed_over_on_redemption_days_and_in_opening_hours_and_reserved_at_any_time() {
        TestClock.advance(Duration.between(time.now(), time.startOf(time.today().plusDays(1)).plus(Duration.ofHours(10))));
        LocalDate tomorrow = time.today().plusDays(1);
        add("days", Map.of("weekday", Integer.toString(tomorrow.getDayOfWeek().getValue()))).statusCode(303);
        add("hours", Map.of("where", "shop:" + shop.code(), "opens", "14:00", "closes", "17:30")).statusCode(303);
        String code = reserve(wang, 1).statusCode(201).extract().path("code");
        String again = collect(code).statusCode(409).body("code", equalTo("not_redemption_day"))
                .body("detail", containsString("14:00")).extract().path("again");
        assertThat(OffsetDateTime.parse(again).toInstant()).isEqualTo(time.startOf(tomorrow).plus(Duration.ofHours(14)));
        scan(code).statusCode(200).body("refusal.code", equalTo("not_redemption_day"));
        scan(live(wang)).statusCode(409).body("code", equalTo("not_redemption_day"));
        TestClock.advance(Duration.ofDays(1));
        collect(code).statusCode(409).body("code", equalTo("outside_hours")).body("detail", containsString("14:00–17:30"));
        TestClock.advance(Duration.ofHours(4));
        scan(code).statusCode(200).body("refusal", nullValue());
        collect(code).statusCode(201);
        scan(live(wang)).statusCode(200).body("visit", notNullValue());
    }

    @Test
    void somebody_who_comes_for_another_shows_both_and_both_are_kept() {
        String mine = scan(live(wang)).statusCode(200).extract().path("visit");
        Member li = people.resident(village, "李梅");
        shops.points(li, 50);
        String card = card(li);
        behalf(mine, card(wang)).statusCode(422).body("code", equalTo("behalf_of_self"));
        String theirs = behalf(mine, card).statusCode(200).body("member.name", equalTo("李梅")).body("needsSecret", equalTo(true))
                .body("bearer.name", equalTo("王秀英")).extract().path("visit");
        assertThat(behalf(mine, card).extract().<String>path("visit")).isEqualTo(theirs);
        redeem(theirs, "wrong").statusCode(403).body("code", equalTo("secret_wrong"));
        String order = redeem(theirs, TestPeople.SECRET).statusCode(201).extract().path("orderId");
        assertThat(shops.available(li)).isEqualTo(45);
        assertThat(shops.available(wang)).isEqualTo(500);
        browser(li.id()).get("/orders/" + order).then().statusCode(200).body(containsString("代领人：王秀英"));
        browser(clerk).get("/desk/day/register?shop=" + shop.code()).then().body(containsString("李梅"))
                .body(containsString("代领：王秀英"));
        redeem(mine, TestPeople.SECRET).statusCode(201);
        Member relative = people.resident(village, "员工家人");
        sql.update("UPDATE member SET household = ? WHERE id = ?", relative.household(), clerk);
        behalf(mine, card(relative)).statusCode(403).body("code", equalTo("own_household"));
    }

    private ValidatableResponse behalf(String visit, String card) {
        return people.as(clerk).body(Map.of("shop", shop.code(), "visit", visit, "code", card)).post("/api/desk/behalf").then();
    }

    private ValidatableResponse redeem(String visit, String secret) {
        Map<String, Object> basket = new HashMap<>(wish(shop, rice, 1));
        basket.putAll(Map.of("visit", visit, "secret", secret));
        return people.as(clerk).header("Idempotency-Key", key()).body(basket).post("/api/desk/redemptions").then();
    }
}
