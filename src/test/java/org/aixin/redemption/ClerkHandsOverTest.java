package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Ledger;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClerkHandsOverTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;
    Unit village;
    Shop shop;
    Shop van;
    Goods rice;
    Member wang;
    Person clerk;

    @BeforeEach
    void two_shops_a_clerk_and_a_resident_with_points() {
        village = people.village();
        shop = shops.shop(village);
        van = shops.shop(village);
        rice = shops.goods(village, 50);
        shops.stock(shop, rice, 10);
        shops.stock(van, rice, 10);
        wang = people.resident(village, "王秀英");
        shops.points(wang, 300);
        clerk = people.staff(village, Role.CLERK);
    }

    @AfterEach
    void reset() {
        TestClock.reset();
    }

    private record Reserved(String id, String code) {
    }

    private Reserved reserved() {
        JsonPath answer = people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, rice, 2)).post("/api/orders")
                .then()
                .statusCode(201).extract().jsonPath();
        return new Reserved(answer.getString("id"), answer.getString("code"));
    }

    private ValidatableResponse scan(long who, Shop at, String code) {
        return people.as(who).body(Map.of("shop", at.code(), "code", code)).post("/api/desk/scan").then();
    }

    private ValidatableResponse collect(long who, Shop at, String code) {
        return people.as(who).header("Idempotency-Key", key()).body(Map.of("shop", at.code(), "code", code))
                .post("/api/desk/collections").then();
    }

    private ValidatableResponse redeem(long who, Shop at, String visit, int quantity, @Nullable String secret) {
        Map<String, Object> body = new HashMap<>(wish(at, rice, quantity));
        body.put("visit", visit);
        if (secret != null) {
            body.put("secret", secret);
        }
        return people.as(who).header("Idempotency-Key", key()).body(body).post("/api/desk/redemptions").then();
    }

    private String liveCode() {
        return people.as(wang.id()).get("/api/me/code").then().statusCode(200).body("expiresAt", notNullValue()).extract()
                .path("code");
    }

    private String visit() {
        return scan(clerk.id(), shop, liveCode()).statusCode(200).body("kind", equalTo("member"))
                .body("needsSecret", equalTo(false)).body("member.available", equalTo(300)).extract().path("visit");
    }

    @Test
    void a_scan_shows_the_order_and_moves_nothing() {
        Reserved order = reserved();
        scan(clerk.id(), shop, order.code()).statusCode(200).body("kind", equalTo("order"))
                .body("order.id", equalTo(order.id())).body("order.lines[0].quantity", equalTo(2))
                .body("refusal", nullValue());
        shops.has(shop, rice, 10, 2);
    }

    @Test
    void what_was_reserved_leaves_the_shelf_and_the_passbook() {
        Reserved order = reserved();
        collect(clerk.id(), shop, order.code()).statusCode(201).body("status", equalTo("collected"))
                .body("orderId", equalTo(order.id())).body("at", notNullValue());
        shops.has(shop, rice, 8, 0);
        assertThat(shops.available(wang)).isEqualTo(200);
        assertThat(ledger.check().ok()).isTrue();
    }

    @Test
    void a_second_collection_says_who_when_and_where() {
        Reserved order = reserved();
        collect(clerk.id(), shop, order.code()).statusCode(201);
        Person other = people.staff(village, Role.CLERK);
        for (Shop at : List.of(shop, van)) {
            collect(other.id(), at, order.code()).statusCode(409).body("code", equalTo("already_collected"))
                    .body("by", equalTo(clerk.name())).body("shop", equalTo(shop.code())).body("at", notNullValue());
        }
        scan(other.id(), shop, order.code()).statusCode(200).body("order.status", equalTo("collected"))
                .body("refusal.code", equalTo("already_collected"));
        shops.has(shop, rice, 8, 0);
    }

    @Test
    void the_code_is_read_however_it_is_typed() {
        String code = (String) reserved().code();
        String typed = " " + code.substring(0, 4).replace('3', '３') + " " + code.substring(4, 8) + "-" + code.substring(8);
        scan(clerk.id(), shop, typed).statusCode(200);
    }

    @Test
    void a_wrong_digit_and_a_strange_code_are_told_apart() {
        String code = (String) reserved().code();
        String wrong = code.substring(0, 15) + (code.charAt(15) == '9' ? '0' : (char) (code.charAt(15) + 1));
        scan(clerk.id(), shop, wrong).statusCode(422).body("code", equalTo("mistyped_code"));
        scan(clerk.id(), shop, Code.newOrder().digits()).statusCode(404).body("code", equalTo("unknown_code"));
        scan(clerk.id(), shop, "https://example.org/<b>").statusCode(404).body("read", equalTo("https://example.org/<b>"));
        scan(clerk.id(), shop, "").statusCode(422).body("code", equalTo("code_required"));
        collect(clerk.id(), shop, liveCode()).statusCode(404).body("code", equalTo("unknown_code"));
    }

    @Test
    void an_order_is_collected_in_its_own_shop() {
        collect(clerk.id(), van, reserved().code()).statusCode(409).body("code", equalTo("wrong_shop"))
                .body("shop", equalTo(shop.code()));
    }

    @Test
    void a_cancelled_and_an_expired_order_are_not_handed_over() {
        Reserved cancelled = reserved();
        people.as(wang.id()).header("Idempotency-Key", key()).post("/api/orders/" + cancelled.id() + "/cancellation").then()
                .statusCode(200);
        collect(clerk.id(), shop, cancelled.code()).statusCode(409).body("code", equalTo("order_cancelled"));
        Reserved late = reserved();
        TestClock.advance(Duration.ofDays(31));
        collect(clerk.id(), shop, late.code()).statusCode(409).body("code", equalTo("order_expired"));
        shops.has(shop, rice, 10, 2);
    }

    @Test
    void nobody_hands_over_to_their_own_household() {
        Member relative = people.resident(village, "家里人", clerkHousehold());
        sql.update("UPDATE member SET household = ? WHERE id = ?", relative.household(), clerk.id());
        shops.points(relative, 100);
        String order = people.as(relative.id()).header("Idempotency-Key", key()).body(wish(shop, rice, 1))
                .post("/api/orders").then().statusCode(201).extract().path("code");
        collect(clerk.id(), shop, order).statusCode(403).body("code", equalTo("own_household"));
        String code = people.as(relative.id()).get("/api/me/code").then().extract().path("code");
        scan(clerk.id(), shop, code).statusCode(403).body("code", equalTo("own_household"));
    }

    private long clerkHousehold() {
        return Objects.requireNonNull(people.resident(village, "户主").household());
    }

    @Test
    void a_clerk_of_another_village_and_a_resident_are_refused() {
        String code = reserved().code();
        collect(people.staff(people.village(), Role.CLERK).id(), shop, code).statusCode(403).body("code", equalTo("not_allowed"));
        collect(wang.id(), shop, code).statusCode(403);
        people.as(clerk.id()).body(Map.of("shop", "nowhere", "code", code)).post("/api/desk/scan").then().statusCode(404);
    }

    @Test
    void a_live_code_opens_one_visit_in_which_one_basket_is_handed_over() {
        String visit = visit();
        redeem(clerk.id(), shop, visit, 2, null).statusCode(201).body("points", equalTo(100)).body("balance", equalTo(200))
                .body("orderId", notNullValue());
        redeem(clerk.id(), shop, visit, 1, null).statusCode(409).body("code", equalTo("code_used"))
                .body("by", equalTo(clerk.name())).body("shop", equalTo(shop.code()));
        shops.has(shop, rice, 8, 0);
        assertThat(shops.available(wang)).isEqualTo(200);
    }

    @Test
    void the_same_clerk_scanning_again_goes_on_with_the_same_visit_and_another_is_told_who_has_it() {
        String code = liveCode();
        String visit = scan(clerk.id(), shop, code).statusCode(200).extract().path("visit");
        scan(clerk.id(), shop, code).statusCode(200).body("visit", equalTo(visit));
        scan(clerk.id(), van, code).statusCode(409).body("code", equalTo("code_used"));
        Person other = people.staff(village, Role.CLERK);
        scan(other.id(), shop, code).statusCode(409).body("code", equalTo("code_used")).body("by", equalTo(clerk.name()))
                .body("at", notNullValue()).body("shop", equalTo(shop.code()));
        redeem(other.id(), shop, visit, 1, null).statusCode(403).body("code", equalTo("visit_not_yours"));
        redeem(clerk.id(), van, visit, 1, null).statusCode(403).body("code", equalTo("visit_not_yours"));
        redeem(clerk.id(), shop, visit, 1, null).statusCode(201);
        scan(clerk.id(), shop, code).statusCode(409).body("code", equalTo("code_used"));
    }

    @Test
    void a_stale_code_and_a_visit_past_its_time_are_refused() {
        String stale = liveCode();
        String visit = visit();
        TestClock.advance(Duration.ofMinutes(11));
        redeem(clerk.id(), shop, visit, 1, null).statusCode(409).body("code", equalTo("visit_expired"));
        scan(clerk.id(), shop, stale).statusCode(409).body("code", equalTo("code_expired"));
        shops.has(shop, rice, 10, 0);
    }

    @Test
    void what_a_clock_that_was_ahead_has_begun_is_over_when_it_is_corrected() {
        TestClock.advance(Duration.ofDays(3));
        String visit = visit();
        Reserved order = reserved();
        collect(clerk.id(), shop, order.code()).statusCode(201);
        TestClock.reset();
        redeem(clerk.id(), shop, visit, 1, null).statusCode(409).body("code", equalTo("visit_expired"));
        people.as(clerk.id()).header("Idempotency-Key", key()).body(Map.of("reason", "拿错了"))
                .post("/api/orders/" + order.id() + "/reversal").then().statusCode(403).body("code", equalTo("undo_too_late"));
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void a_page_that_takes_back_says_of_what_was_not_handed_over_what_is_the_matter() {
        Reserved order = reserved();
        people.as(clerk.id()).accept("text/html").get("/desk/undo/" + order.id()).then().statusCode(409)
                .body(containsString("这张兑换单还没有交付"));
        collect(clerk.id(), shop, order.code()).statusCode(201);
        people.as(clerk.id()).accept("text/html").get("/desk/undo/" + order.id()).then().statusCode(200);
    }

    @Test
    void a_code_that_was_never_scanned_is_too_old_after_its_next_step() {
        String stale = liveCode();
        TestClock.advance(Duration.ofSeconds(61));
        scan(clerk.id(), shop, stale).statusCode(409).body("code", equalTo("code_expired"));
    }

    @Test
    void a_card_only_identifies_and_spending_needs_the_secret() {
        String card = "%012d".formatted(System.nanoTime() % 1_000_000_000_000L);
        sql.update("UPDATE member SET card = ? WHERE id = ?", card, wang.id());
        String visit = scan(clerk.id(), shop, card).statusCode(200).body("needsSecret", equalTo(true)).extract().path("visit");
        redeem(clerk.id(), shop, visit, 1, "wrong one").statusCode(403).body("code", equalTo("secret_wrong"));
        redeem(clerk.id(), shop, visit, 1, null).statusCode(403).body("code", equalTo("secret_wrong"));
        shops.has(shop, rice, 10, 0);
        redeem(clerk.id(), shop, visit, 1, TestPeople.SECRET).statusCode(201).body("balance", equalTo(250));
    }

    @Test
    void nothing_is_handed_over_beyond_points_or_stock() {
        redeem(clerk.id(), shop, visit(), 7, null).statusCode(409).body("code", equalTo("not_enough_points"));
        TestClock.advance(Duration.ofSeconds(30));
        redeem(clerk.id(), shop, visit(), 11, null).statusCode(409).body("code", equalTo("out_of_stock"))
                .body("goods", equalTo(rice.code()));
        shops.has(shop, rice, 10, 0);
    }

    @Test
    void a_clerk_takes_back_within_five_minutes_and_an_administrator_later() {
        String first = redeem(clerk.id(), shop, visit(), 2, null).statusCode(201).extract().path("orderId");
        Map<String, String> reason = Map.of("reason", "拿错了");
        people.as(clerk.id()).header("Idempotency-Key", key()).body(reason).post("/api/orders/" + first + "/reversal").then()
                .statusCode(201).body("status", equalTo("reversed")).body("points", equalTo(100));
        people.as(clerk.id()).header("Idempotency-Key", key()).body(reason).post("/api/orders/" + first + "/reversal").then()
                .statusCode(409).body("code", equalTo("already_reversed"));
        shops.has(shop, rice, 10, 0);
        assertThat(shops.available(wang)).isEqualTo(300);

        Reserved order = reserved();
        collect(clerk.id(), shop, order.code()).statusCode(201);
        TestClock.advance(Duration.ofMinutes(6));
        people.as(clerk.id()).header("Idempotency-Key", key()).body(reason).post("/api/orders/" + order.id() + "/reversal")
                .then().statusCode(403).body("code", equalTo("undo_too_late"));
        Person admin = people.staff(village, Role.ADMIN);
        people.as(admin.id()).header("Idempotency-Key", key()).body(reason).post("/api/orders/" + order.id() + "/reversal")
                .then().statusCode(201);
        collect(clerk.id(), shop, order.code()).statusCode(409).body("code", equalTo("order_reversed"));
        shops.has(shop, rice, 10, 0);
        assertThat(shops.available(wang)).isEqualTo(300);
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void what_was_not_handed_over_cannot_be_taken_back() {
        Reserved order = reserved();
        people.as(clerk.id()).header("Idempotency-Key", key()).body(Map.of("reason", "试")).post(
                "/api/orders/" + order.id() + "/reversal").then().statusCode(409)
                .body("code", equalTo("order_not_collected"));
        people.as(clerk.id()).header("Idempotency-Key", key()).body(Map.of("reason", " ")).post(
                "/api/orders/" + order.id() + "/reversal").then().statusCode(422);
    }
}
