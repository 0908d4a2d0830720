package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing leaves a shop that is paused, and no slip reaches a shop that its writer does not. */
@QuarkusTest
class ClosedShopTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    Unit village;
    Shop shop;
    Goods rice;
    Member wang;
    long clerk;
    long admin;

    @BeforeEach
    void a_shop() {
        village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, 10);
        shops.stock(shop, rice, 9);
        wang = people.resident(village, "王秀英");
        shops.points(wang, 100);
        clerk = people.staff(village, Role.CLERK).id();
        admin = people.staff(village, Role.ADMIN).id();
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private ValidatableResponse post(long who, String path, Object body) {
        return people.as(who).header("Idempotency-Key", key()).body(body).post(path).then();
    }

    private void paused(boolean paused) {
        people.as(admin).body(Map.of("paused", paused)).patch("/api/shops/" + shop.code()).then().statusCode(200);
    }

    private String liveCode() {
        return people.as(wang.id()).get("/api/me/code").path("code");
    }

    @Test
    void nobody_reserves_there_and_what_was_reserved_waits() {
        String code = post(wang.id(), "/api/orders", wish(shop, rice, 1)).statusCode(201).extract().path("code");
        paused(true);
        post(wang.id(), "/api/orders", wish(shop, rice, 1)).statusCode(409).body("code", equalTo("shop_closed"));
        Map<String, String> scan = Map.of("shop", shop.code(), "code", code);
        post(clerk, "/api/desk/collections", scan).statusCode(409).body("code", equalTo("shop_closed"));
        people.as(clerk).body(scan).post("/api/desk/scan").then().statusCode(200).body("refusal.code", equalTo("shop_closed"));
        shops.has(shop, rice, 9, 1);
        paused(false);
        post(clerk, "/api/desk/collections", scan).statusCode(201);
        shops.has(shop, rice, 8, 0);
    }

    @Test
    void its_desk_hands_nothing_over() {
        String visit = people.as(clerk).body(Map.of("shop", shop.code(), "code", liveCode())).post("/api/desk/scan").then()
                .statusCode(200).extract().path("visit");
        paused(true);
        Map<String, Object> basket = new HashMap<>(wish(shop, rice, 1));
        basket.put("visit", visit);
        post(clerk, "/api/desk/redemptions", basket).statusCode(409).body("code", equalTo("shop_closed"))
                .body("detail", containsString(shop.name()));
        TestClock.advance(Duration.ofSeconds(30));
        people.as(clerk).body(Map.of("shop", shop.code(), "code", liveCode())).post("/api/desk/scan").then().statusCode(409)
                .body("code", equalTo("shop_closed"));
        shops.has(shop, rice, 9, 0);
    }

    /** Of another village of the county, with rice that the county offers, as this shop has it now. */
    private Shop elsewhere() {
        Unit county = people.county(village);
        Shop elsewhere = shops.shop(people.villageOf(county));
        rice = shops.goods(county, 10);
        shops.stock(elsewhere, rice, 2);
        shops.stock(shop, rice, 9);
        return elsewhere;
    }

    @Test
    void goods_are_not_carried_to_a_shop_out_of_reach() {
        Shop elsewhere = elsewhere();
        Map<String, Object> slip = Map.of("kind", "TRANSFER", "toShop", elsewhere.code(), "reason", "调货", "lines",
                List.of(Map.of("goods", rice.code(), "quantity", 1)));
        for (long who : new long[]{clerk, admin}) {
            post(who, "/api/shops/" + shop.code() + "/slips", slip).statusCode(403).body("code", equalTo("not_allowed"));
        }
        shops.has(shop, rice, 9, 0);
        shops.has(elsewhere, rice, 2, 0);
    }

    @Test
    void goods_are_not_fetched_from_a_shop_out_of_reach() {
        Shop elsewhere = elsewhere();
        Map<String, Object> slip = Map.of("kind", "TRANSFER", "toShop", shop.code(), "reason", "调货", "lines",
                List.of(Map.of("goods", rice.code(), "quantity", 1)));
        post(clerk, "/api/shops/" + elsewhere.code() + "/slips", slip).statusCode(403);
        shops.has(elsewhere, rice, 2, 0);
    }
}
