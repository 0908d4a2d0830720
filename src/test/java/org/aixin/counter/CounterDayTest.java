package org.aixin.counter;

import static io.restassured.RestAssured.given;
import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sheet;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.redemption.TestShops;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day at the counter, from the first session to the sheet that is compared with stock and ledger. */
@QuarkusTest
class CounterDayTest {
    private static final String FITS = "一件不差、一分不差";
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Sql sql;
    @Inject
    BusinessTime time;
    Unit village;
    Shop shop;
    Shop other;
    Goods rice;
    Member wang;
    long clerk;
    long admin;

    @BeforeEach
    void two_shops() {
        village = people.village();
        shop = shops.shop(village);
        other = shops.shop(village);
        rice = shops.goods(village, 50);
        shops.stock(shop, rice, 10);
        shops.stock(other, rice, 10);
        wang = people.resident(village, "王秀英");
        shops.points(wang, 500);
        clerk = people.staff(village, Role.CLERK).id();
        admin = people.staff(village, Role.ADMIN).id();
    }

    @AfterEach
    void reset() {
        TestClock.reset();
    }

    private RequestSpecification browser(long who) {
        return given().auth().preemptive().oauth2(people.token(who)).accept("text/html").redirects().follow(false);
    }

    private ValidatableResponse day(long who) {
        return browser(who).get("/desk/day?shop=" + shop.code()).then();
    }

    /** As a browser that chose the shop before. */
    private RequestSpecification atShop() {
        return given().accept("text/html").redirects().follow(false).cookie("aixin", people.token(clerk)).cookie("shop",
                shop.code());
    }

    private ValidatableResponse desk() {
        return atShop().get("/desk").then().statusCode(200);
    }

    private Response sent(long who, String path, Map<String, String> form) {
        return browser(who).contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(form).post(path);
    }

    private String reserved(int quantity) {
        return people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, rice, quantity)).post("/api/orders").then()
                .statusCode(201).extract().path("code");
    }

    private ValidatableResponse collect(long who, String code, String key) {
        return people.as(who).header("Idempotency-Key", key).body(Map.of("shop", shop.code(), "code", code))
                .post("/api/desk/collections").then();
    }

    private String handedOver(int quantity) {
        return collect(clerk, reserved(quantity), key()).statusCode(201).extract().path("orderId");
    }

    private ValidatableResponse scan(Shop at, String code) {
        return people.as(clerk).body(Map.of("shop", at.code(), "code", code)).post("/api/desk/scan").then();
    }

    private String live() {
        return people.as(wang.id()).get("/api/me/code").then().extract().path("code");
    }

    @Test
    void the_sheet_says_what_every_clerk_handed_over_and_that_stock_and_ledger_say_the_same() {
        handedOver(2);
        String undone = handedOver(1);
        Map<String, Object> basket = new HashMap<>(wish(shop, rice, 3));
        basket.put("visit", scan(shop, live()).extract().path("visit"));
        people.as(clerk).header("Idempotency-Key", key()).body(basket).post("/api/desk/redemptions").then().statusCode(201);
        people.as(clerk).header("Idempotency-Key", key()).body(Map.of("reason", "拿错了"))
                .post("/api/orders/" + undone + "/reversal")
                .then().statusCode(201);
        for (long who : new long[]{clerk, admin, people.staff(village, Role.AUDITOR).id()}) {
            day(who).statusCode(200).body(containsString(FITS)).body(containsString("5 袋")).body(containsString("拿错了"));
        }
        List<Sheet.Row> rows = Sheet.read(browser(clerk).accept("*/*").get("/desk/day/sheet.xlsx?shop=" + shop.code()).then()
                .statusCode(200).extract().asByteArray()).rows();
        assertThat(rows.get(1).cells()).containsExactly("员工", "大米 5 公斤", "袋", "6", "1", "5", "250");
        assertThat(rows).anyMatch(row -> row.cells().contains(FITS.isEmpty() ? "" : "与库存、积分账" + FITS));
        browser(clerk).get("/desk/day/register?shop=" + shop.code()).then().statusCode(200).body(containsString("王秀英"));
        browser(clerk).get("/desk/day/register?posted=1&shop=" + shop.code()).then().body(containsString("王*英"))
                .body(not(containsString("王秀英")));
        browser(clerk).get("/desk/receipts/" + undone).then().statusCode(200).body(containsString("已撤销"))
                .body(containsString("王*英"));
    }

    @Test
    void a_piece_or_a_point_that_is_amiss_is_red() {
        String order = handedOver(2);
        sql.update("UPDATE order_line SET quantity = 3 WHERE order_id = ?", order);
        day(clerk).body(not(containsString(FITS))).body(containsString("登记 3 件 100 分，库存出 2 件"));
        sql.update("UPDATE order_line SET quantity = 2 WHERE order_id = ?", order);
        sql.update("UPDATE orders SET points = 101 WHERE id = ?", order);
        day(clerk).body(not(containsString(FITS))).body(containsString("登记 2 件 101 分，库存出 2 件、回 0 件，积分账扣 100 分"));
        sql.update("UPDATE orders SET points = 100 WHERE id = ?", order);
        day(clerk).body(containsString(FITS));
        sql.update("UPDATE stock SET on_hand = on_hand + 1 WHERE shop_id = ?", shop.id());
        day(clerk).body(not(containsString(FITS))).body(containsString("货架 9，出入库记录合计 8"));
        sql.update("UPDATE stock SET on_hand = on_hand - 1 WHERE shop_id = ?", shop.id());
    }

    @Test
    void after_five_minutes_an_administrator_takes_back_with_a_reason() {
        String order = handedOver(2);
        TestClock.advance(Duration.ofMinutes(6));
        browser(clerk).get("/desk/undo/" + order).then().statusCode(200).body(containsString("只有管理员能撤销"));
        Map<String, String> press = Map.of("reason", "扫错了人", "key", key());
        sent(clerk, "/desk/undo/" + order, press).then().statusCode(403);
        day(admin).body(containsString("/desk/undo/" + order));
        browser(admin).get("/desk/undo/" + order).then().statusCode(200).body(containsString("name=\"reason\""));
        sent(admin, "/desk/undo/" + order, Map.of("key", key())).then().statusCode(422);
        sent(admin, "/desk/undo/" + order, press).then().statusCode(303).header("Location", containsString("/desk/day?shop="));
        sent(admin, "/desk/undo/" + order, press).then().statusCode(303);
        shops.has(shop, rice, 10, 0);
        day(admin).body(containsString(FITS)).body(containsString("扫错了人"));
    }

    @Test
    void what_is_sent_again_after_a_lost_answer_gets_the_first_answer_and_makes_one_record() {
        String code = reserved(2), first = key(), second = key();
        String answer = collect(clerk, code, first).statusCode(201).extract().asString();
        collect(clerk, code, first).statusCode(201).body(equalTo(answer));
        Map<String, Object> basket = new HashMap<>(wish(shop, rice, 1));
        basket.put("visit", scan(shop, live()).extract().path("visit"));
        String sold = redeem(basket, second);
        TestClock.advance(Duration.ofMinutes(11));
        assertThat(redeem(basket, second)).isEqualTo(sold);
        shops.has(shop, rice, 7, 0);
        assertThat(sql.rows("SELECT id FROM orders WHERE member_id = ?", row -> row.getLong(1), wang.id())).hasSize(2);
        assertThat(shops.available(wang)).isEqualTo(350);
    }

    private String redeem(Map<String, Object> basket, String key) {
        return people.as(clerk).header("Idempotency-Key", key).body(basket).post("/api/desk/redemptions").then().statusCode(201)
                .extract().asString();
    }

    @Test
    void a_clerk_who_is_bound_to_a_shop_works_in_no_other() {
        scan(other, reserved(1)).statusCode(200);
        sent(admin, "/admin/clerks/" + clerk, Map.of("shop", shop.code())).then().statusCode(303);
        browser(admin).get("/admin/clerks").then().statusCode(200).body(containsString("checked"));
        scan(other, reserved(1)).statusCode(403).body("code", equalTo("clerk_of_other_shops"));
        scan(shop, reserved(1)).statusCode(200);
        browser(clerk).get("/desk/day?shop=" + other.code()).then().statusCode(404);
        String order = people.as(wang.id()).header("Idempotency-Key", key()).body(wish(other, rice, 1)).post("/api/orders").then()
                .extract().path("id");
        people.as(clerk).header("Idempotency-Key", key()).post("/api/orders/" + order + "/cancellation").then().statusCode(404);
        sent(admin, "/admin/clerks/" + clerk, Map.of("x", "y")).then().statusCode(303);
        people.as(clerk).header("Idempotency-Key", key()).post("/api/orders/" + order + "/cancellation").then().statusCode(200);
        sent(people.staff(people.village(), Role.ADMIN).id(), "/admin/clerks/" + clerk, Map.of("shop", shop.code())).then()
                .statusCode(404);
    }

    @Test
    void a_clerk_stands_at_one_counter_at_a_time() {
        desk().body(containsString("还没有开始当班"));
        sent(clerk, "/desk/sessions", Map.of("shop", shop.code())).then().statusCode(303);
        sent(clerk, "/desk/sessions", Map.of("shop", shop.code())).then().statusCode(303);
        assertThat(open()).hasSize(1);
        desk().body(containsString("当班中"));
        sent(clerk, "/desk/sessions", Map.of("shop", other.code())).then().statusCode(303);
        assertThat(open()).hasSize(1);
        day(clerk).body(containsString("当班")).body(containsString("结束"));
        long session = open().get(0);
        sent(people.staff(village, Role.CLERK).id(), "/desk/sessions/" + session + "/closing", Map.of("x", "y")).then()
                .statusCode(403);
        sent(admin, "/desk/sessions/" + session + "/closing", Map.of("x", "y")).then().statusCode(303);
        sent(clerk, "/desk/sessions/" + session + "/closing", Map.of("x", "y")).then().statusCode(303);
        assertThat(open()).isEmpty();
        assertThat(sql.rows("SELECT closed_by FROM counter_session WHERE id = ?", row -> row.getLong(1), session))
                .containsExactly(admin);
    }

    private List<Long> open() {
        return sql.rows("SELECT id FROM counter_session WHERE clerk_id = ? AND closed_at IS NULL", row -> row.getLong(1), clerk);
    }

    @Test
    void whoever_is_being_served_is_found_again_after_a_reload() {
        sql.update("UPDATE member SET card = ? WHERE id = ?", "7" + TestPeople.phone(), wang.id());
        String card = sql.first("SELECT card FROM member WHERE id = ?", row -> row.getString(1), wang.id()).orElseThrow();
        String visit = scan(shop, card).statusCode(200).body("needsSecret", equalTo(true)).extract().path("visit");
        assertThat(scan(shop, card).extract().<String>path("visit")).isEqualTo(visit);
        assertThat(scan(other, card).extract().<String>path("visit")).isNotEqualTo(visit);
        desk().body(containsString("/desk/visits/" + visit));
        atShop().get("/desk/visits/" + visit).then().statusCode(200)
                .body(containsString("name=\"n_" + rice.code())).body(containsString("王秀英"));
        String liveVisit = scan(shop, live()).body("needsSecret", equalTo(false)).extract().path("visit");
        assertThat(liveVisit).isNotEqualTo(visit);
        TestClock.advance(Duration.ofMinutes(11));
        desk().body(not(containsString("/desk/visits/")));
    }

    @Test
    void an_auditor_sees_what_deserves_a_closer_look() {
        long auditor = people.staff(village, Role.AUDITOR).id(), organizer = people.staff(village, Role.ORGANIZER).id();
        browser(auditor).get("/audit/clerks").then().statusCode(200).body(containsString("这段时间没有兑换"));
        TestClock.advance(untilLocal(12));
        handedOver(1);
        handedOver(1);
        assertThat(row(auditor)).containsExactly("员工", "2", "0", "0", "0", "0", "1");
        String card = people.as(organizer).body("{}").post("/api/members/" + wang.id() + "/cards").path("card");
        people.as(organizer).body(Map.of("code", card, "secret", TestPeople.SECRET))
                .post("/api/members/" + wang.id() + "/one-time-codes/consented").then()
                .statusCode(201);
        String undone = handedOver(1);
        people.as(clerk).header("Idempotency-Key", key()).body(Map.of("reason", "拿错了"))
                .post("/api/orders/" + undone + "/reversal")
                .then().statusCode(201);
        assertThat(row(auditor)).containsExactly("员工", "3", "1", "0", "0", "1", "1");
        TestClock.advance(Duration.ofHours(11));
        byCard();
        assertThat(row(auditor)).as("by card, at 23:00, within a day of the reset").containsExactly("员工", "4", "2", "1", "1", "1",
                "1");
        people.as(admin).header("Idempotency-Key", key())
                .body(Map.of("kind", "HOURS", "shop", shop.code(), "opens", "22:00", "closes", "24:00"))
                .post("/api/redemption-rules").then().statusCode(201);
        assertThat(row(auditor)).as("by the hours of the shop").containsExactly("员工", "4", "2", "1", "3", "1", "1");
        browser(auditor).get("/audit/clerks/" + clerk + "?to=2999-01-01&from=2998-06-01").then().statusCode(404);
        browser(auditor).get("/audit/clerks?from=2026-01-02&to=2026-01-01").then().statusCode(422);
        browser(auditor).get("/audit/clerks/" + clerk + "?least=2").then().statusCode(200).body(containsString("员工补发密码"))
                .body(containsString("拿错了"));
        String other = browser(people.staff(people.village(), Role.AUDITOR).id()).get("/audit/clerks").asString();
        assertThat(other).contains("这段时间没有兑换");
    }

    private List<String> row(long auditor) {
        return Sheet.read(browser(auditor).accept("*/*").get("/audit/clerks/sheet.xlsx?least=2").then().statusCode(200).extract()
                .asByteArray()).rows().get(1).cells();
    }

    /** To this hour of the next day where the village is. */
    private Duration untilLocal(int hour) {
        return Duration.between(time.now(), time.startOf(time.today().plusDays(1)).plus(Duration.ofHours(hour)));
    }

    private void byCard() {
        sql.update("UPDATE member SET card = ? WHERE id = ?", "7" + TestPeople.phone(), wang.id());
        String card = sql.first("SELECT card FROM member WHERE id = ?", row -> row.getString(1), wang.id()).orElseThrow();
        sql.update("INSERT INTO secret (member, hash, at) SELECT ?, hash, at FROM secret WHERE member = ?", wang.id(), clerk);
        Map<String, Object> basket = new HashMap<>(wish(shop, rice, 1));
        basket.putAll(Map.of("visit", scan(shop, card).extract().path("visit"), "secret", TestPeople.SECRET));
        redeem(basket, key());
    }
}
