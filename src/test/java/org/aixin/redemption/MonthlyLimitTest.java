package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;

import org.aixin.goods.Catalogue;
import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A limit holds whatever was reserved before and given back after. */
@QuarkusTest
class MonthlyLimitTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Catalogue catalogue;
    Shop shop;
    Goods oil;
    Member wang;

    @BeforeEach
    void a_shop_with_oil() {
        Unit village = people.village();
        shop = shops.shop(village);
        oil = shops.goods(village, 5);
        shops.stock(shop, oil, 50);
        wang = people.resident(village, "王秀英");
        shops.points(wang, 500);
    }

    private ValidatableResponse reserve(int quantity) {
        return people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, oil, quantity)).post("/api/orders").then();
    }

    private void cancel(String order) {
        people.as(wang.id()).header("Idempotency-Key", key()).post("/api/orders/" + order + "/cancellation").then()
                .body("status", equalTo("cancelled"));
    }

    private void limit(int aMonth) {
        catalogue.change(oil, new Catalogue.Change(null, null, null, aMonth, null, null, null, null, null));
    }

    @Test
    void what_was_reserved_before_the_limit_makes_no_room_when_it_is_given_back() {
        String before = reserve(5).statusCode(201).extract().path("id");
        limit(2);
        reserve(2).statusCode(201);
        cancel(before);
        reserve(1).statusCode(409).body("code", equalTo("limit_reached"));
    }

    @Test
    void what_counted_makes_room_when_it_is_given_back() {
        limit(2);
        String order = reserve(2).statusCode(201).extract().path("id");
        reserve(1).statusCode(409).body("code", equalTo("limit_reached"));
        cancel(order);
        reserve(2).statusCode(201);
    }

    @Test
    void what_cannot_be_paid_does_not_count() {
        limit(200);
        reserve(101).statusCode(409);
        shops.stock(shop, oil, 300);
        reserve(150).statusCode(409).body("code", equalTo("not_enough_points"));
        reserve(100).statusCode(201);
        reserve(101).statusCode(409).body("code", equalTo("limit_reached"));
    }
}
