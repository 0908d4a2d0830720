package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order whose rows cannot be brought to an end keeps nobody else's from ending. */
@QuarkusTest
class PoisonedOrderTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Orders orders;
    @Inject
    Sql sql;
    Shop shop;
    Goods rice;
    Member wang;

    @BeforeEach
    void a_shop() {
        Unit village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, 10);
        shops.stock(shop, rice, 9);
        wang = people.resident(village, "王秀英");
        shops.points(wang, 100);
    }

    @AfterEach
    void reset() {
        TestClock.reset();
    }

    private String reserved() {
        return people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, rice, 1)).post("/api/orders").then()
                .statusCode(201).extract().path("id");
    }

    @Test
    void the_sweep_goes_on_past_it_and_ends_it_once_it_is_mended() {
        String poisoned = reserved(), second = reserved(), third = reserved();
        long hold = sql.first("SELECT hold FROM orders WHERE id = ?", row -> row.getLong(1), poisoned).orElseThrow();
        sql.update("UPDATE orders SET hold = 1 WHERE id = ?", poisoned);
        try {
            TestClock.advance(Duration.ofDays(30).plusMinutes(1));
            orders.sweep();
            assertThat(status(poisoned)).isEqualTo("RESERVED");
            assertThat(status(second)).isEqualTo("EXPIRED");
            assertThat(status(third)).isEqualTo("EXPIRED");
            shops.has(shop, rice, 9, 1);
        } finally {
            sql.update("UPDATE orders SET hold = ? WHERE id = ?", hold, poisoned);
        }
        orders.sweep();
        people.as(wang.id()).get("/api/orders/" + poisoned).then().body("status", equalTo("expired"));
        shops.has(shop, rice, 9, 0);
        assertThat(shops.available(wang)).isEqualTo(100);
    }

    private String status(String order) {
        return sql.first("SELECT status FROM orders WHERE id = ?", row -> row.getString(1), order).orElseThrow();
    }
}
