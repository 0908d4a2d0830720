package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other programs hold us to: the same key, the same answer, and nothing happens twice. */
@QuarkusTest
class ContractKeysTest {
    @Inject
    Village villages;
    private Village.Furnished village;
    private String wang = "";

    @BeforeEach
    void a_village() {
        village = villages.furnished(10, 20);
        wang = Long.toString(village.wang().id());
    }

    private Response send(Role role, String path, @Nullable String key, Object body) {
        RequestSpecification request = village.as(role).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(path);
    }

    private Map<String, Object> drill(String note) {
        return Map.of("memberId", wang, "rule", "drill", "note", note);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void same(Response first, Response again) {
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.contentType()).isEqualTo(first.contentType());
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }

    private int points() {
        return village.as(Role.RESIDENT).get("/api/me/balance").jsonPath().getInt("points");
    }

    @Test
    void the_same_key_and_body_get_the_first_answer_again() {
        String award = key(), order = key();
        same(send(Role.ORGANIZER, "/api/awards", award, drill("一")), send(Role.ORGANIZER, "/api/awards", award, drill("一")));
        same(send(Role.RESIDENT, "/api/orders", order, village.wish(1)),
                send(Role.RESIDENT, "/api/orders", order, village.wish(1)));
        assertThat(points()).isEqualTo(25);
        assertThat(village.as(Role.RESIDENT).get("/api/orders").jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        String award = key(), order = key();
        send(Role.ORGANIZER, "/api/awards", award, drill("一"));
        refused(send(Role.ORGANIZER, "/api/awards", award, drill("二")), 422, "idempotency_key_reused");
        send(Role.RESIDENT, "/api/orders", order, village.wish(1));
        refused(send(Role.RESIDENT, "/api/orders", order, village.wish(2)), 422, "idempotency_key_reused");
    }

    @Test
    void whatever_moves_points_or_stock_needs_a_key() {
        String lines = "/api/shops/" + village.shop() + "/slips";
        for (@Nullable
        String key : new @Nullable String[]{null, " ", "x".repeat(256)}) {
            refused(send(Role.ORGANIZER, "/api/awards", key, drill("一")), 400, "idempotency_key_required");
            refused(send(Role.ORGANIZER, "/api/awards/1/reversal", key, Map.of("reason", "x")), 400, "idempotency_key_required");
            refused(send(Role.RESIDENT, "/api/orders", key, village.wish(1)), 400, "idempotency_key_required");
            refused(send(Role.RESIDENT, "/api/orders/1/cancellation", key, Map.of()), 400, "idempotency_key_required");
            refused(send(Role.CLERK, "/api/orders/1/reversal", key, Map.of("reason", "x")), 400, "idempotency_key_required");
            refused(send(Role.CLERK, "/api/desk/collections", key, Map.of("shop", village.shop(), "code", "3")), 400,
                    "idempotency_key_required");
            refused(send(Role.CLERK, "/api/desk/redemptions", key, village.wish(1)), 400, "idempotency_key_required");
            refused(send(Role.CLERK, lines, key, Map.of("kind", "IN", "reason", "x", "lines", village.wish(1).get("lines"))), 400,
                    "idempotency_key_required");
        }
        send(Role.ORGANIZER, "/api/awards", "x".repeat(255), drill("一")).then().statusCode(201);
    }

    @Test
    void a_key_belongs_to_one_person_and_one_path() {
        String key = key();
        send(Role.RESIDENT, "/api/orders", key, village.wish(1)).then().statusCode(201);
        send(Role.ORGANIZER, "/api/awards", key, drill("一")).then().statusCode(201);
        send(Role.SECRETARY, "/api/awards", key, Map.of("memberId", wang, "rule", "meeting")).then().statusCode(201);
    }

    @Test
    void a_conflict_is_remembered_and_other_refusals_are_not() {
        String tooDear = key(), notYet = key(), notMine = key();
        Response first = send(Role.RESIDENT, "/api/orders", tooDear, village.wish(5));
        refused(first, 409, "not_enough_points");
        refused(send(Role.CLERK, "/api/awards", notMine, drill("一")), 403, "rule_not_yours");
        Map<String, Object> unknown = Map.of("shop", village.shop(), "lines", List.of(Map.of("goods", "later" + village.rice(),
                "quantity", 1)));
        refused(send(Role.RESIDENT, "/api/orders", notYet, unknown), 422, "goods_unknown");
        send(Role.ORGANIZER, "/api/awards", key(), drill("一")).then().statusCode(201);
        same(first, send(Role.RESIDENT, "/api/orders", tooDear, village.wish(5)));
        send(Role.RESIDENT, "/api/orders", notYet, village.wish(1)).then().statusCode(201);
        send(Role.CLERK, "/api/awards", notMine, Map.of("memberId", wang, "rule", "battery_return")).then().statusCode(201);
    }

    @Test
    void a_secret_is_no_part_of_what_was_said() {
        String card = village.done(Role.ORGANIZER, "/api/members/" + wang + "/cards", Map.of()).getString("card");
        String visit = village.as(Role.CLERK).body(Map.of("shop", village.shop(), "code", card)).post("/api/desk/scan")
                .jsonPath().getString("visit");
        Map<String, Object> basket = new HashMap<>(village.wish(1));
        basket.put("visit", visit);
        basket.put("secret", "wrong");
        String key = key();
        refused(send(Role.CLERK, "/api/desk/redemptions", key, basket), 403, "secret_wrong");
        basket.put("secret", TestPeople.SECRET);
        Response first = send(Role.CLERK, "/api/desk/redemptions", key, basket);
        first.then().statusCode(201);
        same(first, send(Role.CLERK, "/api/desk/redemptions", key, basket));
        assertThat(points()).isEqualTo(15);
    }

    @Test
    void a_twin_waits_for_the_first_and_gets_its_answer() throws Exception {
        String award = key(), order = key(), slip = key();
        twins(() -> send(Role.ORGANIZER, "/api/awards", award, drill("一")));
        twins(() -> send(Role.RESIDENT, "/api/orders", order, village.wish(1)));
        twins(() -> send(Role.CLERK, "/api/shops/" + village.shop() + "/slips", slip,
                Map.of("kind", "IN", "reason", "进货", "lines", village.wish(3).get("lines"))));
        assertThat(points()).isEqualTo(25);
        assertThat(village.as(Role.CLERK).get("/api/shops/" + village.shop() + "/stock").jsonPath().getInt("items[0].onHand"))
                .isEqualTo(13);
    }

    private static void twins(Callable<Response> request) throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(12);
        try {
            List<Future<Response>> answers = many.invokeAll(Collections.nCopies(24, request));
            Response first = answers.get(0).get();
            assertThat(first.statusCode()).isEqualTo(201);
            for (Future<Response> answer : answers) {
                same(first, answer.get());
            }
        } finally {
            many.shutdown();
        }
    }
}
