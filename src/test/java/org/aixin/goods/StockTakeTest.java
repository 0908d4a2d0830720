package org.aixin.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.AtOnce;
import org.aixin.goods.Slip.Kind;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StockTakeTest {
    @Inject
    TestPeople people;
    @Inject
    Shops shops;
    @Inject
    Catalogue catalogue;
    @Inject
    Slips slips;
    @Inject
    Counts counts;
    @Inject
    Stock stock;
    @Inject
    Sql sql;
    Unit village;
    Shop shop;
    Shop van;
    Goods rice;
    Goods soy;
    Person clerk;
    Person second;

    @BeforeEach
    void a_shop_with_twenty() {
        village = people.village();
        shop = shops.add(word(), "一店", Shop.Kind.FIXED, village, null);
        van = shops.add(word(), "流动车", Shop.Kind.MOBILE, village, null);
        rice = catalogue.add(village, word(), "大米 5 公斤", "袋", 50, null);
        soy = catalogue.add(village, word(), "酱油 500 毫升", "瓶", 10, null);
        clerk = people.staff(village, Role.CLERK);
        second = people.staff(village, Role.CLERK);
        slips.write(null, shop.code(),
                new Slips.Draft(Kind.IN, List.of(new Wanted(rice.code(), 20), new Wanted(soy.code(), 8)), null, "进货"));
    }

    private static String word() {
        return "g" + UUID.randomUUID().toString().substring(0, 12);
    }

    private ValidatableResponse post(Person who, String path, Object body) {
        return people.as(who.id()).header("Idempotency-Key", word()).body(body).post("/api/shops/" + shop.code() + path).then();
    }

    private void out(int quantity) {
        slips.write(clerk, shop.code(), new Slips.Draft(Kind.OUT, List.of(new Wanted(rice.code(), quantity)), null, "送出"));
    }

    private void has(Shop where, Goods goods, int onHand) {
        Place place = new Place(where.id(), goods.id());
        assertThat(stock.available(List.of(place)).getOrDefault(place, 0)).isEqualTo(onHand);
        assertThat(sql.rows("SELECT COALESCE(SUM(quantity), 0) FROM stock_entry WHERE shop_id = ? AND goods_id = ?",
                row -> row.getInt(1), where.id(), goods.id())).containsExactly(onHand);
    }

    private Map<String, Object> line(Goods goods, int counted, int booked) {
        return Map.of("goods", goods.code(), "counted", counted, "booked", booked);
    }

    @Test
    void a_count_books_its_differences_on_one_slip() {
        post(clerk, "/counts", Map.of("lines", List.of(line(rice, 18, 20), line(soy, 9, 8)), "countedBy", "张三、李四"))
                .statusCode(201).body("kind", equalTo("ADJUST")).body("countedBy", equalTo("张三、李四"))
                .body("lines.quantity", contains(-2, 1)).body("lines.booked", contains(20, 8));
        has(shop, rice, 18);
        has(shop, soy, 9);
    }

    @Test
    void a_count_that_finds_what_is_booked_stands_as_a_slip_that_moves_nothing() {
        post(clerk, "/counts", Map.of("lines", List.of(Map.of("goods", rice.code(), "counted", 20)))).statusCode(201)
                .body("lines.quantity", contains(0));
        has(shop, rice, 20);
    }

    @Test
    void goods_that_left_while_they_were_counted_are_counted_again() {
        out(3);
        post(clerk, "/counts", Map.of("lines", List.of(line(rice, 20, 20), line(soy, 8, 8)))).statusCode(409)
                .body("code", equalTo("count_overtaken")).body("lines.goods", contains(rice.code()))
                .body("lines.booked", contains(17));
        has(shop, rice, 17);
        post(clerk, "/counts", Map.of("lines", List.of(line(rice, 16, 17), line(soy, 8, 8)))).statusCode(201);
        has(shop, rice, 16);
    }

    @Test
    void nothing_leaves_between_the_comparison_and_the_slip() {
        AtOnce.count(12, i -> {
            if (i == 6) {
                Transactions.run(() -> counts.post(clerk, shop.code(),
                        new Counts.Count(List.of(new Counts.Counted(rice.code(), 15, null)), null, null)));
            } else {
                Transactions.run(() -> slips.write(clerk, shop.code(),
                        new Slips.Draft(Kind.OUT, List.of(new Wanted(rice.code(), 1)), null, "送出")));
            }
            return true;
        });
        int booked = sql.rows("SELECT booked FROM slip_line WHERE goods_id = ? AND counted IS NOT NULL", row -> row.getInt(1),
                rice.id()).get(0);
        has(shop, rice, 15 - (11 - (20 - booked)));
    }

    @Test
    void a_count_is_never_below_what_is_reserved() {
        Transactions.run(() -> {
            stock.change(List.of(new Movement(shop.id(), rice.id(), Movement.Why.COLLECT, 1, 0, 5, null)));
            return 1;
        });
        post(clerk, "/counts", Map.of("lines", List.of(line(rice, 4, 20)))).statusCode(409)
                .body("code", equalTo("count_below_held"));
    }

    private Map<String, ?> large(String kind, int quantity) {
        return Map.of("kind", kind, "lines", List.of(Map.of("goods", rice.code(), "quantity", quantity)), "reason", "发放");
    }

    @Test
    void a_large_slip_moves_nothing_until_a_second_person_lets_it_pass() {
        post(clerk, "/slips", large("IN", 380)).statusCode(201).body("status", equalTo("DONE"));
        String id = post(clerk, "/slips", large("OUT", 201)).statusCode(201).body("status", equalTo("WAITING")).extract()
                .path("id");
        has(shop, rice, 400);
        post(clerk, "/slips/" + id + "/confirmation", Map.of()).statusCode(403).body("code", equalTo("second_person_needed"));
        post(second, "/slips/" + id + "/confirmation", Map.of()).statusCode(201).body("status", equalTo("DONE"));
        has(shop, rice, 199);
        post(second, "/slips/" + id + "/confirmation", Map.of()).statusCode(409).body("code", equalTo("slip_decided"));
        has(shop, rice, 199);
    }

    @Test
    void a_dropped_slip_never_moves_anything() {
        post(clerk, "/slips", large("IN", 380)).statusCode(201).body("status", equalTo("DONE"));
        String id = post(clerk, "/slips", large("OUT", 201)).statusCode(201).extract().path("id");
        post(second, "/slips/" + id + "/refusal", Map.of("reason", "写多了")).statusCode(201).body("status", equalTo("DROPPED"));
        post(second, "/slips/" + id + "/confirmation", Map.of()).statusCode(409);
        has(shop, rice, 400);
        people.as(clerk.id()).get("/api/shops/" + shop.code() + "/slips?status=WAITING").then().body("items.size()", equalTo(0));
    }

    @Test
    void a_waiting_count_gives_way_to_a_later_one() {
        Goods soap = catalogue.add(village, word(), "香皂", "块", 5, null);
        slips.write(null, shop.code(), new Slips.Draft(Kind.IN, List.of(new Wanted(soap.code(), 300)), null, "进货"));
        String id = post(clerk, "/counts", Map.of("lines", List.of(line(soap, 20, 300)))).statusCode(201)
                .body("status", equalTo("WAITING")).extract().path("id");
        post(clerk, "/counts", Map.of("lines", List.of(line(soap, 290, 300)))).statusCode(201).body("status", equalTo("DONE"));
        post(second, "/slips/" + id + "/confirmation", Map.of()).statusCode(409).body("code", equalTo("count_stale"));
        has(shop, soap, 290);
    }

    @Test
    void what_is_damaged_goes_with_its_reason() {
        post(clerk, "/slips", Map.of("kind", "DAMAGE", "lines", List.of(Map.of("goods", rice.code(), "quantity", 2)), "reason",
                "受潮")).statusCode(201);
        has(shop, rice, 18);
        post(clerk, "/slips", Map.of("kind", "EXPIRED", "lines", List.of(Map.of("goods", rice.code(), "quantity", 2)), "reason",
                "x")).statusCode(422);
    }

    @Test
    void what_runs_low_is_told_on_the_clerks_home() {
        String path = "/api/shops/" + shop.code() + "/low-stock";
        people.as(clerk.id()).body(Map.of("goods", soy.code(), "low", 7)).post(path).then().statusCode(204);
        people.as(clerk.id()).get(path).then().body("items.size()", equalTo(0));
        people.as(clerk.id()).body(Map.of("goods", soy.code(), "low", 8)).post(path).then().statusCode(204);
        people.as(clerk.id()).get(path).then().body("items.goods", contains(soy.code())).body("items.low", contains(8));
        people.as(clerk.id()).get("/").then().statusCode(200).body(containsString("酱油"));
        people.as(clerk.id()).get("/stock").then().statusCode(200).body(containsString("该补货了"));
        people.as(clerk.id()).body("{\"goods\":\"%s\",\"low\":null}".formatted(soy.code())).post(path).then().statusCode(204);
        people.as(clerk.id()).get("/").then().body(not(containsString("酱油")));
    }

    @Test
    void the_van_is_loaded_and_brings_back_what_is_left() {
        slips.write(clerk, shop.code(), new Slips.Draft(Kind.TRANSFER, List.of(new Wanted(rice.code(), 6)), van.code(), "下乡"));
        has(van, rice, 6);
        String page = people.as(clerk.id()).get("/stock/" + van.code() + "/carry?to=" + shop.code()).then().statusCode(200)
                .extract().asString();
        assertThat(page).contains("value=\"6\"").contains(rice.name());
        String id = people.as(clerk.id()).get("/api/shops/" + shop.code() + "/slips").then().extract().path("items[0].id");
        people.as(clerk.id()).get("/stock/" + shop.code() + "/slips/" + id).then().statusCode(200)
                .body(containsString(van.name())).body(containsString("收货人签字"));
        for (String sheet : List.of("/count", "/count/print")) {
            people.as(clerk.id()).get("/stock/" + shop.code() + sheet).then().statusCode(200).body(containsString(rice.name()));
        }
        people.as(people.staff(people.village(), Role.CLERK).id()).get("/stock/" + shop.code() + "/count").then().statusCode(403);
    }
}
