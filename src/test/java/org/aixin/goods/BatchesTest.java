package org.aixin.goods;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.AtOnce;
import org.aixin.goods.Batches.Held;
import org.aixin.goods.Slip.Kind;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.kernel.Transactions;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchesTest {
    @Inject
    TestPeople people;
    @Inject
    Shops shops;
    @Inject
    Catalogue catalogue;
    @Inject
    Slips slips;
    @Inject
    Stock stock;
    @Inject
    Batches batches;
    @Inject
    ExpiredBatches expired;
    @Inject
    BusinessTime time;
    @Inject
    Sql sql;
    Shop shop;
    Shop van;
    Goods milk;
    Person clerk;
    LocalDate today;

    @BeforeEach
    void a_shop() {
        Unit village = people.village();
        shop = shops.add(word(), "一店", Shop.Kind.FIXED, village, null);
        van = shops.add(word(), "流动车", Shop.Kind.MOBILE, village, null);
        milk = catalogue.add(village, word(), "牛奶 1 升", "盒", 6, null);
        clerk = people.staff(village, Role.CLERK);
        today = time.today();
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private static String word() {
        return "g" + UUID.randomUUID().toString().substring(0, 12);
    }

    private ValidatableResponse slip(String kind, int quantity, String field, Object value) {
        Map<String, Object> line = new HashMap<>(Map.of("goods", milk.code(), "quantity", quantity));
        line.put(field, value);
        return people.as(clerk.id()).header("Idempotency-Key", word())
                .body(Map.of("kind", kind, "lines", List.of(line), "reason", "单子"))
                .post("/api/shops/" + shop.code() + "/slips").then();
    }

    private Batch deliver(int quantity, LocalDate bestBefore) {
        slip("IN", quantity, "bestBefore", bestBefore.toString()).statusCode(201);
        return batches.of(shop).stream().map(Held::batch).filter(batch -> bestBefore.equals(batch.bestBefore())).findFirst()
                .orElseThrow();
    }

    private void move(Movement.Why why, long order, int onHand, int held) {
        Transactions.run(() -> {
            stock.change(List.of(new Movement(shop.id(), milk.id(), why, order, onHand, held, null)));
            return 1;
        });
    }

    private int left(Shop where, Batch batch) {
        return batches.of(where).stream().filter(held -> held.batch().id() == batch.id()).mapToInt(Held::left).sum();
    }

    private List<String> swept() {
        return slips.of(shop, Long.MAX_VALUE, 50).items().stream().filter(slip -> slip.kind() == Kind.EXPIRED)
                .map(slip -> slip.lines().get(0).quantity() + " " + slip.lines().get(0).batchLabel()).toList();
    }

    @Test
    void what_goes_bad_first_is_handed_out_first_and_carries_its_batch() {
        Batch later = deliver(5, today.plusDays(40)), sooner = deliver(5, today.plusDays(10));
        move(Movement.Why.COLLECT, 71, -6, 0);
        assertThat(Objects.requireNonNull(batches.reached(List.of(sooner, later)).get(sooner.id())).orders())
                .isEqualTo(Map.of(71L, 5));
        slips.write(clerk, shop.code(), new Slips.Draft(Kind.TRANSFER, List.of(new Wanted(milk.code(), 3)), van.code(), "下乡"));
        assertThat(left(van, later)).isEqualTo(3);
        assertThat(left(shop, later)).isEqualTo(1);
        move(Movement.Why.RETURN, 71, 6, 0);
        assertThat(left(shop, sooner)).isEqualTo(5);
        people.as(clerk.id()).get("/api/shops/" + shop.code() + "/batches").then().statusCode(200)
                .body("items.label", contains(sooner.label(), later.label())).body("items.daysLeft", contains(10, 40));
        people.as(clerk.id()).get("/stock/" + shop.code() + "/batches").then().statusCode(200)
                .body(containsString(sooner.label()))
                .body(containsString("还有 10 天"));
        people.as(clerk.id()).get("/stock/" + shop.code() + "/batches/" + sooner.label() + "/labels?copies=2").then()
                .statusCode(200);
    }

    @Test
    void a_batch_is_found_by_its_label_and_refused_after_its_last_day() {
        Batch batch = deliver(5, today.plusDays(1));
        Batch found = batches.byScan(batch.label()).orElseThrow();
        assertThat(found.id()).isEqualTo(batch.id());
        assertThat(batches.byScan(milk.label())).isEmpty();
        assertThat(catalogue.byScan(batch.label())).isEmpty();
        found.mustBeGood(today.plusDays(1));
        assertThatThrownBy(() -> found.mustBeGood(today.plusDays(2))).isInstanceOf(Problem.class).hasMessage("batch_expired");
        people.as(clerk.id()).get("/api/batches/by-scan/" + batch.label()).then().statusCode(200).body("expired", equalTo(false));
    }

    @Test
    void a_slip_can_name_the_batch_that_was_damaged() {
        Batch sooner = deliver(5, today.plusDays(10)), later = deliver(5, today.plusDays(40));
        slip("DAMAGE", 2, "batch", later.label()).statusCode(201);
        assertThat(left(shop, later)).isEqualTo(3);
        assertThat(left(shop, sooner)).isEqualTo(5);
        given().auth().preemptive().oauth2(people.token(clerk.id())).redirects().follow(false)
                .formParams(Map.of("kind", "DAMAGE", "goods", milk.code(), "quantity", "1", "reason", "摔坏了", "batch",
                        later.label(), "key", UUID.randomUUID().toString()))
                .post("/stock/" + shop.code() + "/slips").then().statusCode(303);
        assertThat(left(shop, later)).isEqualTo(2);
        slip("DAMAGE", 2, "batch", milk.label()).statusCode(422).body("code", equalTo("batch_unknown"));
        slip("OUT", 2, "bestBefore", today.toString()).statusCode(422).body("code", equalTo("best_before_refused"));
        slip("IN", 2, "bestBefore", today.minusDays(1).toString()).statusCode(422).body("code", equalTo("best_before_refused"));
        slip("IN", 2, "bestBefore", "next week").statusCode(422);
    }

    @Test
    void what_is_past_its_date_goes_once_and_what_is_reserved_stays() {
        Batch bad = deliver(5, today.plusDays(1));
        deliver(2, today.plusDays(60));
        move(Movement.Why.COLLECT, 72, 0, 4);
        TestClock.advance(Duration.ofDays(1));
        expired.run();
        assertThat(swept()).isEmpty();
        TestClock.advance(Duration.ofDays(1));
        AtOnce.count(4, node -> {
            expired.run();
            return true;
        });
        expired.run();
        assertThat(swept()).containsExactly("3 " + bad.label());
        assertThat(left(shop, bad)).isEqualTo(2);
        assertThat(expired.reserved(shop)).isEqualTo(2);
        people.as(clerk.id()).get("/stock/" + shop.code() + "/batches").then().body(containsString("已经被预留"));
        people.as(clerk.id()).get("/").then().body(containsString("还被预留着"));
        move(Movement.Why.RETURN, 72, 0, -4);
        TestClock.advance(Duration.ofDays(1));
        expired.run();
        assertThat(swept()).containsExactly("2 " + bad.label(), "3 " + bad.label());
        assertThat(sql.rows("SELECT on_hand FROM stock WHERE shop_id = ? AND goods_id = ?", row -> row.getInt(1), shop.id(),
                milk.id())).containsExactly(2);
    }
}
