package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Ledger;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to a bag of rice that was not paid for. After each of them shelf, purse and ledger say the same. */
@QuarkusTest
class FreeRiceTest {
    private static final int PRICE = 50, BEGAN_WITH = 500, BAGS = 20;
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Orders orders;
    @Inject
    Ledger ledger;
    Unit village;
    Shop shop;
    Goods rice;
    Member wang;
    long clerk;
    long other;

    @BeforeEach
    void twenty_bags_and_ten_bags_worth_of_points() {
        village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, PRICE);
        shops.stock(shop, rice, BAGS);
        wang = people.resident(village, "王秀英");
        shops.points(wang, BEGAN_WITH);
        clerk = people.staff(village, Role.CLERK).id();
        other = people.staff(village, Role.CLERK).id();
    }

    @AfterEach
    void everything_adds_up() {
        TestClock.reset();
        assertThat(ledger.check().problems()).isEmpty();
    }

    private void paidFor(int bags, int reserved) {
        shops.has(shop, rice, BAGS - bags, reserved);
        assertThat(shops.available(wang)).isEqualTo(BEGAN_WITH - (long) PRICE * (bags + reserved));
    }

    private record Reserved(String id, String code) {
    }

    private Reserved reserved(Goods goods, int quantity) {
        Response made = send(people.token(wang.id()), "/api/orders", wish(shop, goods, quantity));
        assertThat(made.statusCode()).isEqualTo(201);
        return new Reserved(made.path("id"), made.path("code"));
    }

    private static Response send(String token, String path, Object body) {
        return io.restassured.RestAssured.given().auth().preemptive().oauth2(token).contentType("application/json")
                .header("Idempotency-Key", key()).body(body).post(path);
    }

    private Callable<Response> collecting(String token, Reserved order) {
        return () -> send(token, "/api/desk/collections", Map.of("shop", shop.code(), "code", order.code));
    }

    private Callable<Response> cancelling(String token, Reserved order) {
        return () -> send(token, "/api/orders/" + order.id + "/cancellation", Map.of());
    }

    private Callable<Response> reversing(String token, Reserved order) {
        return () -> send(token, "/api/orders/" + order.id + "/reversal", Map.of("reason", "拿错了"));
    }

    private String visit(long by) {
        String code = people.as(wang.id()).get("/api/me/code").path("code");
        return people.as(by).body(Map.of("shop", shop.code(), "code", code)).post("/api/desk/scan").then().statusCode(200)
                .extract().path("visit");
    }

    private Map<String, Object> basket(String visit, Object quantity) {
        return new HashMap<>(Map.of("shop", shop.code(), "visit", visit, "lines",
                List.of(Map.of("goods", rice.code(), "quantity", quantity))));
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Response>> waiting = calls.stream().map(call -> threads.submit(() -> {
            start.await();
            return call.call();
        })).toList();
        start.countDown();
        List<Response> all = new ArrayList<>();
        for (Future<Response> one : waiting) {
            all.add(one.get());
        }
        threads.shutdown();
        return all;
    }

    private static long done(List<Response> all) {
        assertThat(all).allSatisfy(one -> assertThat(one.statusCode()).as(one.asString()).isIn(200, 201, 409));
        return all.stream().filter(one -> one.statusCode() != 409).count();
    }

    @Test
    void cancelling_while_it_is_handed_over_leaves_one_of_the_two() throws Exception {
        String hers = people.token(wang.id()), theirs = people.token(clerk), also = people.token(other);
        int bags = 0;
        for (int round = 0; round < 6; round++) {
            Reserved order = reserved(rice, 1);
            List<Response> all = atOnce(List.of(cancelling(hers, order), collecting(theirs, order), cancelling(hers, order),
                    collecting(also, order)));
            assertThat(done(all)).isEqualTo(1);
            bags += all.get(1).statusCode() == 201 || all.get(3).statusCode() == 201 ? 1 : 0;
            paidFor(bags, 0);
        }
    }

    @Test
    void taking_back_twenty_times_gives_back_once() throws Exception {
        Reserved order = reserved(rice, 2);
        String token = people.token(clerk);
        assertThat(collecting(token, order).call().statusCode()).isEqualTo(201);
        assertThat(done(atOnce(IntStream.range(0, 20).mapToObj(i -> reversing(token, order)).toList()))).isEqualTo(1);
        paidFor(0, 0);
    }

    @Test
    void what_was_taken_back_is_neither_handed_over_nor_cancelled_nor_taken_back_again() throws Exception {
        Reserved order = reserved(rice, 2);
        String token = people.token(clerk);
        collecting(token, order).call();
        reversing(token, order).call();
        assertThat(collecting(token, order).call().<String>path("code")).isEqualTo("order_reversed");
        assertThat(cancelling(people.token(wang.id()), order).call().<String>path("code")).isEqualTo("order_reversed");
        assertThat(reversing(token, order).call().<String>path("code")).isEqualTo("already_reversed");
        paidFor(0, 0);
    }

    @Test
    void taking_back_while_it_is_handed_over_never_fails_in_between() throws Exception {
        String token = people.token(clerk), also = people.token(other);
        for (int round = 0; round < 6; round++) {
            Reserved order = reserved(rice, 1);
            List<Response> all = atOnce(List.of(collecting(token, order), reversing(also, order), reversing(also, order)));
            assertThat(all.get(0).statusCode()).isEqualTo(201);
            done(all);
            reversing(also, order).call();
            paidFor(0, 0);
        }
    }

    @Test
    void the_deadline_and_the_sweep_leave_one_end() throws Exception {
        Reserved order = reserved(rice, 3);
        TestClock.advance(Duration.ofDays(30).plusSeconds(1));
        String hers = people.token(wang.id()), theirs = people.token(clerk);
        List<Callable<Response>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(cancelling(hers, order));
            all.add(collecting(theirs, order));
            all.add(() -> {
                orders.sweep();
                return cancelling(hers, order).call();
            });
        }
        assertThat(atOnce(all)).allSatisfy(one -> assertThat(one.<String>path("code")).isEqualTo("order_expired"));
        orders.sweep();
        paidFor(0, 0);
    }

    @Test
    void the_same_points_are_not_spent_by_reserving_and_at_the_desk_at_once() throws Exception {
        String hers = people.token(wang.id()), theirs = people.token(clerk), visit = visit(clerk);
        List<Response> all = atOnce(List.of(() -> send(hers, "/api/orders", wish(shop, rice, 9)),
                () -> send(theirs, "/api/desk/redemptions", basket(visit, 9)),
                () -> send(hers, "/api/orders", wish(shop, rice, 9))));
        assertThat(done(all)).isEqualTo(1);
        boolean handedOver = all.get(1).statusCode() == 201;
        paidFor(handedOver ? 9 : 0, handedOver ? 0 : 9);
    }

    @Test
    void a_monthly_limit_is_not_outrun() throws Exception {
        Goods oil = shops.limited(village, 1, 2);
        shops.stock(shop, oil, 50);
        String hers = people.token(wang.id());
        assertThat(done(atOnce(IntStream.range(0, 20)
                .<Callable<Response>>mapToObj(i -> () -> send(hers, "/api/orders", wish(shop, oil, 1))).toList()))).isEqualTo(2);
        Map<String, Object> basket = basket(visit(clerk), 1);
        basket.put("lines", List.of(Map.of("goods", oil.code(), "quantity", 1)));
        assertThat(send(people.token(clerk), "/api/desk/redemptions", basket).<String>path("code")).isEqualTo("limit_reached");
        shops.has(shop, oil, 50, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-2147483648", "2147483647", "2147483648", "4294967297", "9223372036854775807",
            "9223372036854775808", "1e30", "0.5", "true", "null", "\"-1\""})
    void a_quantity_that_is_none_moves_nothing_at_the_desk(String quantity) {
        String body = "{\"shop\":\"%s\",\"visit\":\"%s\",\"lines\":[{\"goods\":\"%s\",\"quantity\":%s}]}".formatted(shop.code(),
                visit(clerk), rice.code(), quantity);
        assertThat(send(people.token(clerk), "/api/desk/redemptions", body).statusCode()).isIn(400, 422);
        assertThat(send(people.token(wang.id()), "/api/orders", body).statusCode()).isIn(400, 422);
        paidFor(0, 0);
    }

    @Test
    void lines_that_repeat_goods_are_added_up_before_anybody_pays() {
        Map<String, Object> line = Map.of("goods", rice.code(), "quantity", 6),
                back = Map.of("goods", rice.code(), "quantity", -5);
        String hers = people.token(wang.id());
        assertThat(send(hers, "/api/orders", Map.of("shop", shop.code(), "lines", List.of(line, line))).<String>path("code"))
                .isEqualTo("not_enough_points");
        assertThat(send(hers, "/api/orders", Map.of("shop", shop.code(), "lines", List.of(line, back))).statusCode())
                .isEqualTo(422);
        paidFor(0, 0);
    }

    @Test
    void a_clerk_of_the_same_household_helps_neither_at_the_desk_nor_with_an_order() throws Exception {
        Member kin = people.resident(village, "王小英", java.util.Objects.requireNonNull(wang.household()));
        people.grant(kin.id(), Role.CLERK, village);
        Reserved order = reserved(rice, 1);
        String token = people.token(kin.id());
        assertThat(collecting(token, order).call().<String>path("code")).isEqualTo("own_household");
        assertThat(cancelling(token, order).call().<String>path("code")).isEqualTo("own_household");
        String code = people.as(wang.id()).get("/api/me/code").path("code");
        people.as(kin.id()).body(Map.of("shop", shop.code(), "code", code)).post("/api/desk/scan").then().statusCode(403)
                .body("code", equalTo("own_household"));
        assertThat(send(token, "/api/desk/redemptions", basket(visit(clerk), 1)).statusCode()).isEqualTo(403);
        collecting(people.token(clerk), order).call();
        assertThat(reversing(token, order).call().<String>path("code")).isEqualTo("own_household");
        paidFor(1, 0);
    }

    @Test
    void a_clerk_who_is_a_resident_too_serves_themselves_in_no_way() throws Exception {
        people.grant(wang.id(), Role.CLERK, village);
        Reserved order = reserved(rice, 1);
        String token = people.token(wang.id());
        assertThat(collecting(token, order).call().<String>path("code")).isEqualTo("own_household");
        collecting(people.token(clerk), order).call();
        assertThat(reversing(token, order).call().<String>path("code")).isEqualTo("own_household");
        paidFor(1, 0);
    }

    @Test
    void the_first_answer_under_a_key_is_no_ticket_for_other_goods_or_people() {
        String key = key(), hers = people.token(wang.id());
        Member neighbour = people.resident(village, "李德福");
        assertThat(keyed(hers, key, 1).statusCode()).isEqualTo(201);
        assertThat(keyed(hers, key, 2).<String>path("code")).isEqualTo("idempotency_key_reused");
        assertThat(keyed(people.token(neighbour.id()), key, 1).<String>path("code")).isEqualTo("not_enough_points");
        paidFor(0, 1);
    }

    private Response keyed(String token, String key, int quantity) {
        return io.restassured.RestAssured.given().auth().preemptive().oauth2(token).contentType("application/json")
                .header("Idempotency-Key", key).body(wish(shop, rice, quantity)).post("/api/orders");
    }
}
