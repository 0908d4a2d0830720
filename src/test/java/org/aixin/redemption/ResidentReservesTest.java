package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ResidentReservesTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Orders orders;
    Unit village;
    Shop shop;
    Goods rice;
    Member wang;

    @BeforeEach
    void a_shop_with_three_bags_and_a_resident_with_points() {
        village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, 50);
        shops.stock(shop, rice, 3);
        wang = people.resident(village, "王秀英");
        shops.points(wang, 120);
    }

    @AfterEach
    void reset() {
        TestClock.reset();
    }

    private ValidatableResponse reserve(int quantity) {
        return people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, rice, quantity)).post("/api/orders").then();
    }

    private String reserved(int quantity) {
        return reserve(quantity).statusCode(201).extract().path("id");
    }

    @Test
    void what_was_reserved_is_set_aside_with_its_points() {
        reserve(2).statusCode(201).body("code", matchesPattern("3[0-9]{15}")).body("points", equalTo(100))
                .body("status", equalTo("reserved")).body("expiresAt", matchesPattern("2.*\\+08:00"));
        shops.has(shop, rice, 3, 2);
        assertThat(shops.available(wang)).isEqualTo(20);
    }

    @Test
    void too_few_on_the_shelf_names_the_goods_and_changes_nothing() {
        shops.points(wang, 1000);
        reserve(4).statusCode(409).body("code", equalTo("out_of_stock")).body("goods", equalTo(rice.code()))
                .contentType(containsString("problem+json"));
        shops.has(shop, rice, 3, 0);
        assertThat(shops.available(wang)).isEqualTo(1120);
    }

    @Test
    void too_few_points_are_said_and_the_goods_stay_for_others() {
        reserve(3).statusCode(409).body("code", equalTo("not_enough_points"));
        shops.has(shop, rice, 3, 0);
    }

    @Test
    void the_monthly_limit_holds_and_a_cancelled_order_does_not_count() {
        Goods oil = shops.limited(village, 10, 2);
        shops.stock(shop, oil, 10);
        String first = people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, oil, 2)).post("/api/orders").then()
                .statusCode(201).extract().path("id");
        people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, oil, 1)).post("/api/orders").then()
                .statusCode(409).body("code", equalTo("limit_reached")).body("goods", equalTo(oil.code()));
        people.as(wang.id()).header("Idempotency-Key", key()).post("/api/orders/" + first + "/cancellation").then()
                .statusCode(200);
        people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, oil, 1)).post("/api/orders").then()
                .statusCode(201);
        shops.has(shop, oil, 10, 1);
    }

    @Test
    void the_same_key_gets_the_first_answer_again_and_another_body_is_refused() {
        String key = key();
        Map<String, Object> wish = wish(shop, rice, 1);
        String first = people.as(wang.id()).header("Idempotency-Key", key).body(wish).post("/api/orders").then().statusCode(201)
                .extract().asString();
        String again = people.as(wang.id()).header("Idempotency-Key", key).body(wish).post("/api/orders").then().statusCode(201)
                .extract().asString();
        assertThat(again).isEqualTo(first);
        people.as(wang.id()).header("Idempotency-Key", key).body(wish(shop, rice, 2)).post("/api/orders").then().statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        people.as(wang.id()).body(wish).post("/api/orders").then().statusCode(400)
                .body("code", equalTo("idempotency_key_required"));
        shops.has(shop, rice, 3, 1);
    }

    @Test
    void a_refusal_is_remembered_under_its_key() {
        String key = key();
        shops.points(wang, 1000);
        people.as(wang.id()).header("Idempotency-Key", key).body(wish(shop, rice, 4)).post("/api/orders").then().statusCode(409);
        shops.stock(shop, rice, 10);
        people.as(wang.id()).header("Idempotency-Key", key).body(wish(shop, rice, 4)).post("/api/orders").then().statusCode(409)
                .body("code", equalTo("out_of_stock"));
        reserve(4).statusCode(201);
    }

    @Test
    void a_cancelled_order_gives_everything_back_once() {
        String id = reserved(2);
        people.as(wang.id()).header("Idempotency-Key", key()).post("/api/orders/" + id + "/cancellation").then().statusCode(200)
                .body("status", equalTo("cancelled"));
        people.as(wang.id()).header("Idempotency-Key", key()).post("/api/orders/" + id + "/cancellation").then().statusCode(409)
                .body("code", equalTo("order_cancelled"));
        shops.has(shop, rice, 3, 0);
        assertThat(shops.available(wang)).isEqualTo(120);
    }

    @Test
    void past_its_deadline_an_order_is_expired_and_swept_once() {
        String id = reserved(2);
        TestClock.advance(Duration.ofDays(30).plusMinutes(1));
        people.as(wang.id()).get("/api/orders/" + id).then().body("status", equalTo("expired"));
        people.as(wang.id()).header("Idempotency-Key", key()).post("/api/orders/" + id + "/cancellation").then().statusCode(409)
                .body("code", equalTo("order_expired"));
        orders.sweep();
        orders.sweep();
        people.as(wang.id()).get("/api/orders/" + id).then().body("status", equalTo("expired"));
        shops.has(shop, rice, 3, 0);
        assertThat(shops.available(wang)).isEqualTo(120);
    }

    @Test
    void a_wrong_clock_expires_no_order() {
        String id = reserved(2);
        TestClock.setWrong(Duration.ofDays(365));
        orders.sweep();
        TestClock.setWrong(Duration.ZERO);
        orders.sweep();
        people.as(wang.id()).get("/api/orders/" + id).then().body("status", equalTo("reserved"));
        shops.has(shop, rice, 3, 2);
    }

    @Test
    void nobody_else_sees_an_order_but_staff_of_its_shop() {
        String id = reserved(1);
        Member neighbour = people.resident(village, "李德福");
        long clerk = people.staff(village, Role.CLERK).id();
        long stranger = people.staff(people.village(), Role.CLERK).id();
        people.as(neighbour.id()).get("/api/orders/" + id).then().statusCode(404);
        people.as(neighbour.id()).get("/api/orders/" + id + "/code.svg").then().statusCode(404);
        people.as(neighbour.id()).header("Idempotency-Key", key()).post("/api/orders/" + id + "/cancellation").then()
                .statusCode(404);
        people.as(stranger).get("/api/orders/" + id).then().statusCode(404);
        people.as(clerk).get("/api/orders/" + id).then().statusCode(200).body("lines[0].goods", equalTo(rice.code()));
        people.as(wang.id()).get("/api/orders/" + id + "/code.svg").then().statusCode(200).contentType("image/svg+xml");
        people.as(wang.id()).get("/api/orders").then().statusCode(200).body("items[0].id", equalTo(id)).body("next", nullValue());
    }

    @Test
    void a_shop_serves_the_people_of_its_own_unit() {
        Member stranger = people.resident(people.village(), "外村人");
        shops.points(stranger, 100);
        people.as(stranger.id()).header("Idempotency-Key", key()).body(wish(shop, rice, 1)).post("/api/orders").then()
                .statusCode(403).body("code", equalTo("shop_of_others"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"shop\":null}", "{\"shop\":\"SHOP\"}", "{\"shop\":\"SHOP\",\"lines\":[]}",
            "{\"shop\":\"SHOP\",\"lines\":[null]}", "{\"shop\":\"SHOP\",\"lines\":[{}]}",
            "{\"shop\":\"SHOP\",\"lines\":[{\"goods\":\"RICE\"}]}",
            "{\"shop\":\"SHOP\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":0}]}",
            "{\"shop\":\"SHOP\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":-1}]}",
            "{\"shop\":\"SHOP\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":1.5}]}",
            "{\"shop\":\"SHOP\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":99999999999}]}",
            "{\"shop\":\"SHOP\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":9000},{\"goods\":\"RICE\",\"quantity\":9000}]}",
            "{\"shop\":\"SHOP\",\"lines\":[{\"goods\":\"大米'; DROP TABLE orders; --\",\"quantity\":1}]}",
            "{\"shop\":\"😀\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":1}]}", "{\"shop\":"})
    void what_makes_no_sense_is_refused_and_changes_nothing(String body) {
        String sent = body.replace("SHOP", shop.code()).replace("RICE", rice.code());
        ValidatableResponse answer = people.as(wang.id()).header("Idempotency-Key", key()).body(sent).post("/api/orders").then();
        assertThat(answer.extract().statusCode()).isIn(400, 404, 422);
        assertThat(answer.extract().<String>path("code")).isNotEmpty();
        shops.has(shop, rice, 3, 0);
    }

    @Test
    void a_repeated_line_counts_once_with_both_quantities() {
        Map<String, Object> line = Map.of("goods", rice.code(), "quantity", 1);
        people.as(wang.id()).header("Idempotency-Key", key()).body(Map.of("shop", shop.code(), "lines", List.of(line, line)))
                .post("/api/orders").then().statusCode(201).body("points", equalTo(100)).body("lines.size()", equalTo(1));
    }
}
