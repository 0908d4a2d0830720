package org.aixin.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.Sql;
import org.aixin.redemption.TestShops;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two villages under one county: who sees, prices and changes which goods. */
@QuarkusTest
class OwnedGoodsTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Units units;
    @Inject
    Catalogue catalogue;
    @Inject
    Offers offers;
    @Inject
    Sql sql;
    private Unit county, village, other;
    private Shop shop, theirs;
    private long admin, stranger, above;

    @BeforeEach
    void two_villages() {
        village = people.village();
        county = units.unit(village.parent() == null ? 0 : village.parent());
        other = units.add(county, Unit.Kind.VILLAGE, "邻村");
        shop = shops.shop(village);
        theirs = shops.shop(other);
        admin = people.staff(village, Role.ADMIN).id();
        stranger = people.staff(other, Role.ADMIN).id();
        above = people.staff(county, Role.ADMIN).id();
    }

    private static String ean() {
        String twelve = "69" + Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1).substring(0, 10);
        return java.util.stream.IntStream.range(0, 10).mapToObj(last -> twelve + last).filter(Ean::fits).findFirst()
                .orElseThrow();
    }

    private ValidatableResponse change(long who, Goods goods, Map<String, Object> what) {
        return people.as(who).body(what).patch("/api/goods/" + goods.code()).then();
    }

    private ValidatableResponse here(long who, Goods goods, Unit unit, Map<String, Object> what) {
        return people.as(who).body(what).put("/api/goods/" + goods.code() + "/units/" + unit.id()).then();
    }

    private ValidatableResponse order(Member member, Shop where, Goods goods) {
        return people.as(member.id()).header("Idempotency-Key", TestShops.key()).body(TestShops.wish(where, goods, 1))
                .post("/api/orders").then();
    }

    private static int price(Shop at, Goods goods) {
        return io.restassured.RestAssured.get("/api/goods?limit=100&shop=" + at.code()).then().statusCode(200).extract()
                .path("items.find { it.code == '" + goods.code() + "' }.points");
    }

    @Test
    void another_village_s_staff_change_nothing_of_goods() {
        Goods rice = shops.goods(village, 50);
        long clerk = people.staff(other, Role.CLERK).id();
        String address = "/api/goods/" + rice.code();
        change(stranger, rice, Map.of("points", 1)).statusCode(403).body("code", equalTo("not_allowed"));
        here(stranger, rice, other, Map.of("paused", true)).statusCode(409).body("code", equalTo("goods_not_from_above"));
        for (long who : new long[]{stranger, clerk}) {
            people.as(who).contentType("image/png").body(new byte[]{1}).post(address + "/photo").then().statusCode(403);
            people.as(who).delete(address + "/photo").then().statusCode(403);
            people.as(who).accept(MediaType.TEXT_HTML).contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .post("/admin/goods/" + rice.code() + "/photo/removal").then().statusCode(403);
        }
        people.as(stranger).accept(MediaType.TEXT_HTML).contentType(MediaType.APPLICATION_FORM_URLENCODED).formParam("points", 1)
                .post("/admin/goods/" + rice.code()).then().statusCode(403);
        assertThat(people.as(stranger).accept(MediaType.TEXT_HTML).get("/admin/goods").asString()).doesNotContain(rice.code());
        assertThat(catalogue.named(rice.code())).isEqualTo(rice);
        change(admin, rice, Map.of("points", 40)).statusCode(200).body("points", equalTo(40));
        change(above, rice, Map.of("points", 45)).statusCode(200).body("owner", equalTo(Long.toString(village.id())));
    }

    @Test
    void a_village_prices_within_what_the_unit_above_allows() {
        Goods rice = shops.goods(county, 50);
        here(admin, rice, village, Map.of("points", 45)).statusCode(409).body("code", equalTo("price_fixed"));
        change(above, rice, Map.of("least", 51, "most", 60)).statusCode(422).body("code", equalTo("price_outside_range"));
        change(above, rice, Map.of("least", 40, "most", 60)).statusCode(200).body("least", equalTo(40));
        here(admin, rice, village, Map.of("points", 39)).statusCode(422).body("code", equalTo("price_outside_range"));
        here(admin, rice, village, Map.of("points", 61)).statusCode(422);
        here(admin, rice, other, Map.of("points", 45)).statusCode(403);
        here(admin, rice, county, Map.of("points", 45)).statusCode(403);
        here(admin, rice, village, Map.of("points", 45)).statusCode(200).body("points", equalTo(45));
        assertThat(price(shop, rice)).isEqualTo(45);
        assertThat(price(theirs, rice)).isEqualTo(50);
        for (Shop at : List.of(shop, theirs)) {
            shops.stock(at, rice, 2);
        }
        Member wang = people.resident(village, "王秀英"), li = people.resident(other, "李德福");
        shops.points(wang, 100);
        shops.points(li, 100);
        order(wang, shop, rice).statusCode(201).body("points", equalTo(45));
        order(li, theirs, rice).statusCode(201).body("points", equalTo(50));
        people.as(admin).get("/api/shops/" + shop.code() + "/stock").then().body("items[0].points", equalTo(45));
        change(above, rice, Map.of("least", 48)).statusCode(200);
        assertThat(price(shop, rice)).as("held within the range as it is now").isEqualTo(48);
        change(above, rice, Map.of("least", 0, "most", 0)).statusCode(200).body("least", nullValue());
        assertThat(price(shop, rice)).as("one price for all").isEqualTo(50);
    }

    @Test
    void the_database_keeps_a_price_within_its_range() {
        Goods rice = shops.goods(county, 50);
        assertThatThrownBy(() -> sql.update("UPDATE goods SET least = 51, most = 60 WHERE id = ?", rice.id()))
                .hasMessageContaining("goods_range");
        assertThatThrownBy(() -> sql.update("UPDATE goods SET least = 40 WHERE id = ?", rice.id()))
                .hasMessageContaining("goods_range");
    }

    @Test
    void a_village_pauses_what_it_is_offered_for_itself_alone() {
        Goods rice = shops.goods(county, 5);
        for (Shop at : List.of(shop, theirs)) {
            shops.stock(at, rice, 2);
        }
        here(admin, rice, village, Map.of("paused", true, "reason", "受潮")).statusCode(200).body("status", equalTo("PAUSED"))
                .body("pauseReason", equalTo("受潮"));
        Member wang = people.resident(village, "王秀英"), li = people.resident(other, "李德福");
        shops.points(wang, 10);
        shops.points(li, 10);
        order(wang, shop, rice).statusCode(409).body("code", equalTo("goods_not_offered"));
        order(li, theirs, rice).statusCode(201);
        people.as(admin).get("/api/goods?limit=100&shop=" + shop.code()).then().body("items.code", not(hasItem(rice.code())));
        here(admin, rice, village, Map.of()).statusCode(200).body("status", equalTo("ACTIVE"));
        order(wang, shop, rice).statusCode(201);
    }

    @Test
    void a_shop_takes_in_and_hands_over_only_goods_of_its_unit_or_of_one_above() {
        Goods rice = shops.goods(village, 5), shared = shops.goods(county, 6);
        Map<String, Object> slip = Map.of("kind", "IN", "reason", "进货", "lines",
                List.of(Map.of("goods", rice.code(), "quantity", 1)));
        long clerk = people.staff(other, Role.CLERK).id();
        people.as(clerk).header("Idempotency-Key", TestShops.key()).body(slip).post("/api/shops/" + theirs.code() + "/slips")
                .then()
                .statusCode(422).body("code", equalTo("goods_unknown"));
        shops.stock(shop, rice, 3);
        people.as(people.staff(county, Role.CLERK).id()).header("Idempotency-Key", TestShops.key())
                .body(Map.of("kind", "TRANSFER", "toShop", theirs.code(), "reason", "调拨", "lines", slip.get("lines")))
                .post("/api/shops/" + shop.code() + "/slips").then().statusCode(422).body("code", equalTo("goods_unknown"));
        order(people.resident(other, "李德福"), theirs, rice).statusCode(422).body("code", equalTo("goods_unknown"));
        assertThat(offers.at(theirs.path())).contains(shared).doesNotContain(rice);
        assertThat(offers.at(shop.path())).contains(shared, rice);
    }

    @Test
    void two_owners_may_have_the_same_package_and_a_scan_finds_the_nearest() {
        Goods shared = shops.goods(county, 50), own = shops.goods(village, 40), far = shops.goods(other, 30);
        String ean = ean();
        change(above, shared, Map.of("ean", ean)).statusCode(200);
        assertThat(offers.byScan(shop.path(), ean)).get().extracting(Goods::id).isEqualTo(shared.id());
        change(admin, own, Map.of("ean", ean)).statusCode(200);
        change(stranger, far, Map.of("ean", ean)).statusCode(200);
        assertThat(offers.byScan(shop.path(), ean)).get().extracting(Goods::id).isEqualTo(own.id());
        assertThat(offers.byScan(theirs.path(), ean)).get().extracting(Goods::id).isEqualTo(far.id());
        assertThat(offers.byScan(county.path(), ean)).get().extracting(Goods::id).isEqualTo(shared.id());
        assertThat(offers.byScan(theirs.path(), own.label())).as("another village's shelf label").isEmpty();
        Goods more = shops.goods(village, 8);
        change(admin, more, Map.of("ean", ean)).statusCode(409).body("code", equalTo("ean_taken"));
        people.as(admin).get("/api/goods/by-scan/" + ean).then().statusCode(404);
        people.as(admin).get("/api/goods/by-scan/" + ean + "?shop=" + shop.code()).then().statusCode(200).body("code",
                equalTo(own.code()));
    }

    @Test
    void a_clerk_proposes_for_their_own_unit_and_its_administrator_decides() {
        long clerk = people.staff(village, Role.CLERK).id();
        Map<String, Object> wanted = Map.of("code", TestShops.word(), "name", "牙膏", "points", 6, "unit", "支");
        Goods goods = catalogue.named(people.as(clerk).body(wanted).post("/api/goods").then().statusCode(201)
                .body("status", equalTo("PROPOSED")).body("owner", equalTo(Long.toString(village.id()))).extract().path("code"));
        change(stranger, goods, Map.of("status", "ACTIVE")).statusCode(403);
        change(admin, goods, Map.of("status", "ACTIVE")).statusCode(200);
        people.as(admin).body(Map.of("code", TestShops.word(), "name", "x", "points", 6, "unit", "支", "owner",
                Long.toString(other.id()))).post("/api/goods").then().statusCode(403);
        people.as(above).body(Map.of("code", TestShops.word(), "name", "x", "points", 6, "unit", "支")).post("/api/goods").then()
                .statusCode(201).body("owner", equalTo(Long.toString(county.id())));
    }

    @Test
    void a_label_of_a_batch_says_nothing_to_another_village() {
        Goods milk = shops.goods(village, 6);
        long clerk = people.staff(village, Role.CLERK).id();
        Map<String, Object> slip = Map.of("kind", "IN", "reason", "进货", "lines",
                List.of(Map.of("goods", milk.code(), "quantity", 1, "bestBefore", "2999-01-01")));
        people.as(clerk).header("Idempotency-Key", TestShops.key()).body(slip).post("/api/shops/" + shop.code() + "/slips").then()
                .statusCode(422);
        slip = Map.of("kind", "IN", "reason", "进货", "lines", List.of(Map.of("goods", milk.code(), "quantity", 1, "bestBefore",
                java.time.LocalDate.now().plusDays(9).toString())));
        people.as(clerk).header("Idempotency-Key", TestShops.key()).body(slip).post("/api/shops/" + shop.code() + "/slips").then()
                .statusCode(201);
        String label = people.as(clerk).get("/api/shops/" + shop.code() + "/batches").then().extract().path("items[0].label");
        people.as(clerk).get("/api/batches/by-scan/" + label).then().statusCode(200);
        people.as(people.staff(other, Role.CLERK).id()).get("/api/batches/by-scan/" + label).then().statusCode(404);
    }
}
