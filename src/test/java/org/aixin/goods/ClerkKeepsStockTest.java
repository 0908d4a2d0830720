package org.aixin.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClerkKeepsStockTest {
    @Inject
    TestPeople people;
    @Inject
    Shops shops;
    @Inject
    Catalogue catalogue;
    @Inject
    Sql sql;
    Unit village;
    Shop shop;
    Shop van;
    Goods rice;
    long clerk;
    long admin;

    @BeforeEach
    void two_shops() {
        village = people.village();
        shop = shops.add(word(), "一店", Shop.Kind.FIXED, village, null);
        van = shops.add(word(), "二店", Shop.Kind.MOBILE, village, null);
        rice = catalogue.add(village, word(), "大米", "袋", 50, null);
        clerk = people.staff(village, Role.CLERK).id();
        admin = people.staff(village, Role.ADMIN).id();
    }

    private static String word() {
        return "g" + UUID.randomUUID().toString().substring(0, 12);
    }

    private ValidatableResponse slip(long who, String body) {
        return people.as(who).header("Idempotency-Key", word())
                .body(body.replace("RICE", rice.code()).replace("VAN", van.code()).replace("SHOP", shop.code()))
                .post("/api/shops/" + shop.code() + "/slips").then();
    }

    private void has(Shop where, int onHand) {
        people.as(clerk).get("/api/shops/" + where.code() + "/stock").then()
                .body("items.find { it.goods == '" + rice.code() + "' }.onHand", equalTo(onHand));
        int byEntries = sql.rows("SELECT COALESCE(SUM(quantity), 0) FROM stock_entry WHERE shop_id = ? AND goods_id = ?",
                row -> row.getInt(1), where.id(), rice.id()).get(0);
        assertThat(byEntries).isEqualTo(onHand);
    }

    @Test
    void slips_bring_take_count_and_carry() {
        slip(clerk, "{'kind':'IN','lines':[{'goods':'RICE','quantity':20}],'reason':'进货'}".replace('\'', '"')).statusCode(201)
                .body("lines[0].quantity", equalTo(20));
        slip(clerk, "{'kind':'OUT','lines':[{'goods':'RICE','quantity':3}],'reason':'破损'}".replace('\'', '"')).statusCode(201);
        slip(clerk, "{'kind':'ADJUST','lines':[{'goods':'RICE','quantity':-2}],'reason':'盘点'}".replace('\'', '"'))
                .statusCode(201);
        slip(clerk, "{'kind':'TRANSFER','toShop':'VAN','lines':[{'goods':'RICE','quantity':5}],'reason':'调拨'}".replace('\'', '"'))
                .statusCode(201).body("toShop", equalTo(van.code()));
        has(shop, 10);
        has(van, 5);
        people.as(clerk).get("/api/shops/" + shop.code() + "/slips").then().statusCode(200)
                .body("items.kind", contains("TRANSFER", "ADJUST", "OUT", "IN")).body("items[0].lines.size()", equalTo(1));
    }

    @Test
    void a_shelf_never_falls_below_zero() {
        slip(clerk, "{\"kind\":\"IN\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":2}],\"reason\":\"进货\"}").statusCode(201);
        slip(clerk, "{\"kind\":\"OUT\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":3}],\"reason\":\"破损\"}").statusCode(409)
                .body("code", equalTo("out_of_stock")).body("goods", equalTo(rice.code()));
        slip(clerk, "{\"kind\":\"ADJUST\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":-3}],\"reason\":\"盘点\"}").statusCode(409);
        has(shop, 2);
    }

    @Test
    void a_slip_sent_twice_counts_once() {
        String body = "{\"kind\":\"IN\",\"lines\":[{\"goods\":\"%s\",\"quantity\":4}],\"reason\":\"进货\"}".formatted(rice.code());
        String key = word();
        for (int i = 0; i < 2; i++) {
            people.as(clerk).header("Idempotency-Key", key).body(body).post("/api/shops/" + shop.code() + "/slips").then()
                    .statusCode(201);
        }
        has(shop, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"kind\":\"LOST\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":1}],\"reason\":\"x\"}",
            "{\"kind\":\"IN\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":-1}],\"reason\":\"x\"}",
            "{\"kind\":\"IN\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":1}]}",
            "{\"kind\":\"IN\",\"lines\":[{\"goods\":\"none\",\"quantity\":1}],\"reason\":\"x\"}",
            "{\"kind\":\"TRANSFER\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":1}],\"reason\":\"x\"}",
            "{\"kind\":\"TRANSFER\",\"toShop\":\"SHOP\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":1}],\"reason\":\"x\"}",
            "{\"kind\":\"ADJUST\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":0}],\"reason\":\"x\"}"})
    void a_slip_that_makes_no_sense_is_refused(String body) {
        int status = slip(clerk, body).extract().statusCode();
        assertThat(status).isIn(400, 422);
    }

    @Test
    void only_a_clerk_of_the_shop_writes_its_slips() {
        String body = "{\"kind\":\"IN\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":4}],\"reason\":\"进货\"}";
        slip(people.staff(people.village(), Role.CLERK).id(), body).statusCode(403);
        slip(people.resident(village, "居民").id(), body).statusCode(403);
    }

    @Test
    void entries_are_only_appended() {
        slip(clerk, "{\"kind\":\"IN\",\"lines\":[{\"goods\":\"RICE\",\"quantity\":4}],\"reason\":\"进货\"}").statusCode(201);
        assertThatThrownBy(() -> sql.update("UPDATE stock_entry SET quantity = 5 WHERE goods_id = ?", rice.id()))
                .hasMessageContaining("stock_entry");
        assertThatThrownBy(() -> sql.update("DELETE FROM stock_entry WHERE goods_id = ?", rice.id()))
                .hasMessageContaining("stock_entry");
    }

    @Test
    void what_a_clerk_proposes_has_no_effect_until_an_administrator_prices_it() {
        String code = word();
        Map<String, Object> wanted = Map.of("code", code, "name", "牙膏", "points", 6, "unit", "支");
        people.as(clerk).body(wanted).post("/api/goods").then().statusCode(201).body("status", equalTo("PROPOSED"));
        people.as(clerk).get("/api/goods?limit=100").then().body("items.code", not(hasItem(code)))
                .body("items.status", everyItem(equalTo("ACTIVE")));
        people.as(clerk).body(Map.of("status", "ACTIVE")).patch("/api/goods/" + code).then().statusCode(403);
        people.as(admin).body(Map.of("status", "ACTIVE", "points", 7)).patch("/api/goods/" + code).then().statusCode(200)
                .body("points", equalTo(7)).body("status", equalTo("ACTIVE"));
        people.as(admin).body(wanted).post("/api/goods").then().statusCode(409).body("code", equalTo("goods_code_taken"));
        people.as(admin).body(Map.of("code", word(), "name", "x", "points", -1, "unit", "支")).post("/api/goods").then()
                .statusCode(422);
    }

    @Test
    void an_administrator_opens_shops_within_reach() {
        Map<String, Object> wanted = Map.of("code", word(), "name", "三店", "kind", "FIXED", "unit", Long.toString(village.id()));
        people.as(admin).body(wanted).post("/api/shops").then().statusCode(201).body("keepDays", equalTo(30));
        people.as(clerk).body(wanted).post("/api/shops").then().statusCode(403);
        people.as(people.staff(people.village(), Role.ADMIN).id()).body(wanted).post("/api/shops").then().statusCode(403);
        people.as(admin).body(Map.of("paused", true)).patch("/api/shops/" + wanted.get("code")).then().statusCode(200)
                .body("paused", equalTo(true));
        List<String> codes = people.as(admin).get("/api/shops?limit=100").then().statusCode(200).extract().path("items.code");
        assertThat(codes).isNotEmpty();
    }
}
