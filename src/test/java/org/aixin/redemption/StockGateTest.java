package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Line;
import org.aixin.goods.Shop;
import org.aixin.goods.Wanted;
import org.aixin.identity.Member;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.KeyedRequest;
import org.aixin.redemption.StockGate.Ticket;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RMap;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisNode;
import org.redisson.api.redisnode.RedisNodes;
import org.redisson.client.codec.StringCodec;

@QuarkusTest
class StockGateTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Orders orders;
    @Inject
    StockGate gate;
    @Inject
    RedissonClient redis;
    Unit village;
    Shop shop;
    Goods rice;

    @BeforeEach
    void a_shop_with_ten_bags_and_an_open_gate() throws Exception {
        village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, 5);
        shops.stock(shop, rice, 10);
        until(() -> !gate.isClosed());
    }

    private interface Fact {
        boolean holds() throws Exception;
    }

    private static void until(Fact fact) throws Exception {
        Instant end = Instant.now().plusSeconds(10);
        while (!fact.holds() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(fact.holds()).isTrue();
    }

    private Member resident() {
        Member member = people.resident(village, "居民");
        shops.points(member, 1000);
        return member;
    }

    private Order wish(int quantity) {
        return orders.draft(shop, people.resident(village, "居民"), List.of(new Line(rice, quantity)), null);
    }

    private int reserve(int quantity) {
        Member member = resident();
        Orders.Wish wish = new Orders.Wish(shop.code(), List.of(new Wanted(rice.code(), quantity)));
        KeyedRequest keyed = KeyedRequest.of(Long.toString(member.id()), "/api/orders", key(), wish);
        return orders.reserve(person(member), wish, keyed, Locale.CHINESE).await().indefinitely().status();
    }

    private Ticket ask(int quantity) {
        return gate.ask(wish(quantity)).await().indefinitely();
    }

    /** The first to ask only makes the gate read the database. */
    private void known() throws Exception {
        until(() -> !ask(1).equals(Ticket.BYPASS) && counters().get(Long.toString(rice.id())) != null);
        redis.getKeys().deleteByPattern("aixin:gate:{" + shop.id() + "}:leas*");
        redis.getKeys().deleteByPattern("aixin:gate:{" + shop.id() + "}:baskets");
    }

    private RMap<String, String> counters() {
        return redis.getMap("aixin:gate:{" + shop.id() + "}:counters", StringCodec.INSTANCE);
    }

    @Test
    void a_basket_is_admitted_as_long_as_the_leases_leave_enough() throws Exception {
        known();
        Order seven = wish(7);
        Ticket first = gate.ask(seven).await().indefinitely();
        assertThat(first.lease()).isNotEmpty();
        assertThat(ask(4).isTurnedAway()).isTrue();
        gate.settle(first, seven, false);
        until(() -> !ask(4).isTurnedAway());
    }

    @Test
    void what_was_sold_is_counted_down_and_what_a_slip_brings_is_read_anew() throws Exception {
        known();
        assertThat(reserve(8)).isEqualTo(201);
        until(() -> "2".equals(counters().get(Long.toString(rice.id()))));
        shops.stock(shop, rice, 5);
        until(() -> counters().get(Long.toString(rice.id())) == null);
        assertThat(reserve(7)).isEqualTo(201);
        shops.has(shop, rice, 15, 15);
    }

    @Test
    void counters_that_were_read_before_a_sale_are_not_taken() throws Exception {
        String slot = "aixin:gate:{" + key() + "}:", bag = Long.toString(rice.id());
        assertThat(script(slot, "ask", key(), 10_000, bag, 1)).isEqualTo("unknown 0");
        assertThat(script(slot, "settle", "", true, bag, 1)).isEqualTo("settled");
        assertThat(script(slot, "load", 0, 60_000, bag, 10)).isEqualTo("stale");
        assertThat(script(slot, "ask", key(), 10_000, bag, 1)).isEqualTo("unknown 1");
        assertThat(script(slot, "load", 1, 60_000, bag, 9)).isEqualTo("loaded");
        assertThat(script(slot, "ask", key(), 10_000, bag, 10)).isEqualTo("refused");
    }

    private String script(String slot, Object... said) throws IOException {
        try (InputStream text = StockGate.class.getResourceAsStream("/gate/gate.lua")) {
            return redis.getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE,
                    new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8), RScript.ReturnType.VALUE,
                    List.of(slot + "counters", slot + "leased", slot + "leases", slot + "baskets", slot + "epoch"),
                    Stream.of(said).map(String::valueOf).toArray());
        }
    }

    @Test
    void a_gate_that_says_none_are_left_is_overruled_by_the_rows() throws Exception {
        known();
        counters().put(Long.toString(rice.id()), "0");
        assertThat(ask(1).isTurnedAway()).isTrue();
        assertThat(reserve(1)).isEqualTo(201);
        shops.has(shop, rice, 10, 1);
    }

    @Test
    void a_gate_that_promises_too_many_is_overruled_by_the_rows() throws Exception {
        known();
        counters().put(Long.toString(rice.id()), "1000");
        assertThat(reserve(11)).isEqualTo(409);
        shops.has(shop, rice, 10, 0);
    }

    @Test
    void a_flushed_redis_changes_nothing() throws Exception {
        known();
        redis.getKeys().flushall();
        assertThat(reserve(4)).isEqualTo(201);
        redis.getKeys().flushall();
        assertThat(reserve(7)).isEqualTo(409);
        shops.has(shop, rice, 10, 4);
    }

    @Test
    void a_frozen_redis_holds_nobody_up() throws Exception {
        known();
        redis.getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, "return redis.call('PING')",
                RScript.ReturnType.STATUS);
        freeze(Duration.ofSeconds(3));
        Instant start = Instant.now();
        for (int i = 0; i < 5; i++) {
            assertThat(reserve(1)).isEqualTo(201);
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(gate.isClosed()).isTrue();
        shops.has(shop, rice, 10, 5);
    }

    @Test
    void a_killed_redis_changes_nothing_and_is_back_in_a_moment() throws Exception {
        known();
        long pid = Long.parseLong(redis.getRedisNodes(RedisNodes.SINGLE).getInstance().info(RedisNode.InfoSection.SERVER)
                .get("process_id"));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        assertThat(reserve(1)).isEqualTo(201);
        until(StockGateTest::isDegraded);
        assertThat(reserve(2)).isEqualTo(201);
        assertThat(reserve(8)).isEqualTo(409);
        until(() -> !isDegraded());
        until(() -> !gate.isClosed());
        known();
        assertThat(reserve(7)).isEqualTo(201);
        shops.has(shop, rice, 10, 10);
    }

    /** Readiness says so and stays up. */
    private static boolean isDegraded() {
        return RestAssured.given().get("/q/health/ready").then().statusCode(200).extract()
                .path("checks.find { it.name == 'redis' }.data.degraded");
    }

    /** A script that keeps the one thread of Redis busy. */
    private void freeze(Duration how) throws InterruptedException {
        redis.getScript(StringCodec.INSTANCE).evalAsync(RScript.Mode.READ_WRITE,
                "local t = redis.call('TIME'); local e = t[1] * 1000 + t[2] / 1000 + " + how.toMillis()
                        + " repeat t = redis.call('TIME') until t[1] * 1000 + t[2] / 1000 >= e return 'OK'",
                RScript.ReturnType.STATUS);
        Thread.sleep(100);
    }
}
