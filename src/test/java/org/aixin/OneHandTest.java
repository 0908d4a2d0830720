package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.kernel.Sql;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of the staff who is up to no good, alone, with what HTTP offers: none ends with goods, whatever they invent. */
@QuarkusTest
class OneHandTest {
    @Inject
    Village villages;
    @Inject
    TestPeople people;
    @Inject
    Sql sql;
    private Village.Furnished village;

    @BeforeEach
    void a_village_whose_households_pool() {
        village = villages.furnished(20, 100);
        String asked = village.as(Role.ADMIN).body(Map.of("setting", "POOLED"))
                .put("/api/units/" + village.unit().id() + "/pooling")
                .path("secondPerson");
        village.as(Role.SECRETARY).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("confirm", true))
                .post("/api/second-person/" + asked + "/decision").then().statusCode(200);
    }

    @AfterEach
    void nobody_has_taken_anything() {
        assertThat(
                sql.rows("SELECT COUNT(*) FROM orders o JOIN shop s ON s.id = o.shop_id WHERE s.code = ?", row -> row.getInt(1),
                        village.shop()))
                .as("orders of the village").containsExactly(0);
    }

    private Response post(Role role, String path, Object body) {
        return village.as(role).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path);
    }

    /** Somebody whom the one at work makes up, with a phone of theirs; answers the id and sets a secret. */
    private String invented(Role role, Map<String, Object> more, String phone) {
        Map<String, Object> body = new HashMap<>(
                Map.of("name", "王小二", "unit", Long.toString(village.unit().id()), "phone", phone));
        body.putAll(more);
        Response admitted = post(role, "/api/members", body);
        if (admitted.statusCode() != 201) {
            return "";
        }
        RestAssured.given().contentType("application/json").body(Map.of("login", phone, "oneTimeCode",
                admitted.path("oneTimeCode"), "secret", "19283746aixin")).post("/api/secrets").then().statusCode(204);
        return admitted.path("id");
    }

    private RequestSpecification signedIn(String member) {
        return people.as(Long.parseLong(member));
    }

    private void takesNothing(String member) {
        Response order = signedIn(member).header("Idempotency-Key", UUID.randomUUID()).body(village.wish(1)).post("/api/orders");
        assertThat(order.statusCode()).as(order.asString()).isEqualTo(409);
        assertThat(order.<String>path("code")).isEqualTo("not_enough_points");
    }

    private void awardsOfAMonth(Role role, String member) {
        for (String rule : List.of("cleanup", "drill", "quiz_correct", "tidy_yard", "volunteer_hour")) {
            for (int day = 1; day <= 31; day++) {
                post(role, "/api/awards", Map.of("memberId", member, "rule", rule, "occurredAt",
                        OffsetDateTime.now().minusDays(day).toString(), "reference", "d" + day, "note", "好事"));
            }
        }
        assertThat(sql.rows("SELECT COALESCE(SUM(points), 0) FROM award WHERE member = ?", row -> row.getInt(1), member))
                .as("points of the invented resident").containsExactly(0);
    }

    @Test
    void an_organizer_alone_takes_nothing_from_a_household_that_pools() {
        assertThat(invented(Role.ORGANIZER, Map.of("household", String.valueOf(village.wang().household())), TestPeople.phone()))
                .isEmpty();
        Response code = post(Role.ORGANIZER, "/api/members/" + village.wang().id() + "/one-time-codes", Map.of());
        assertThat(code.statusCode()).isEqualTo(202);
        assertThat(code.asString()).doesNotContain("oneTimeCode");
        String asked = code.path("secondPerson");
        assertThat(post(Role.ORGANIZER, "/api/second-person/" + asked + "/decision", Map.of("confirm", true)).statusCode())
                .isEqualTo(403);
        assertThat(village.as(Role.ORGANIZER).get("/api/second-person/" + asked + "/slip").statusCode()).isEqualTo(409);
        String former = post(Role.ORGANIZER, "/api/members/" + village.wang().id() + "/cards", Map.of()).path("card");
        String card = post(Role.ORGANIZER, "/api/members/" + village.wang().id() + "/cards", Map.of()).path("card");
        assertThat(post(Role.ORGANIZER, "/api/members",
                Map.of("name", "张虚有", "card", former, "unit", Long.toString(village.unit().id()))).statusCode())
                .as("what is credited by a printed card is its owner's").isEqualTo(409);
        for (Map<String, String> guess : List.of(Map.of("code", card), Map.of("code", card, "secret", "123456"))) {
            assertThat(post(Role.ORGANIZER, "/api/members/" + village.wang().id() + "/one-time-codes/consented", guess)
                    .statusCode()).isEqualTo(422);
        }
    }

    @Test
    void an_organizer_alone_makes_no_points_out_of_an_invented_resident() {
        String member = invented(Role.ORGANIZER, Map.of(), TestPeople.phone());
        awardsOfAMonth(Role.ORGANIZER, member);
        takesNothing(member);
    }

    @Test
    void a_drill_of_days_before_the_entry_waits_for_another_too() {
        String member = invented(Role.ORGANIZER, Map.of(), TestPeople.phone());
        String drill = post(Role.ORGANIZER, "/api/drills",
                Map.of("title", "消防演练", "place", "村口", "roles", List.of(), "steps", List.of(Map.of("title", "清点人数")), "unit",
                        Long.toString(village.unit().id()), "startsAt", OffsetDateTime.now().minusDays(2).toString()))
                .path("drill.id");
        assertThat(post(Role.ORGANIZER, "/api/drills/" + drill + "/roll", Map.of("memberId", member)).statusCode())
                .isEqualTo(201);
        assertThat(post(Role.ORGANIZER, "/api/drills/" + drill + "/roll/closing", Map.of()).statusCode()).isBetween(200, 202);
        assertThat(village.as(Role.ORGANIZER).get("/api/drills/" + drill + "/roll").<String>path("items[0].outcome"))
                .isEqualTo("pending");
        takesNothing(member);
    }

    @Test
    void an_administrator_alone_takes_nothing() {
        String member = invented(Role.ADMIN, Map.of(), TestPeople.phone());
        awardsOfAMonth(Role.ADMIN, member);
        takesNothing(member);
        assertThat(invented(Role.ADMIN, Map.of("household", String.valueOf(village.wang().household())), TestPeople.phone()))
                .isEmpty();
        assertThat(post(Role.ADMIN, "/api/members/" + village.wang().id() + "/one-time-codes", Map.of()).statusCode())
                .isEqualTo(202);
        village.as(Role.ADMIN).get("/api/second-person").then().statusCode(200);
        village.as(Role.ADMIN).body(Map.of("setting", "SEPARATE")).put("/api/units/" + village.unit().id() + "/pooling").then()
                .statusCode(200);
        village.as(Role.ADMIN).body(Map.of("setting", "POOLED")).put("/api/units/" + village.unit().id() + "/pooling").then()
                .statusCode(202);
    }

    @Test
    void removed_and_registered_again_an_invented_resident_has_nothing_more() {
        String phone = TestPeople.phone(), first = invented(Role.ADMIN, Map.of(), phone);
        assertThat(post(Role.ADMIN, "/api/removals/" + first, Map.of("name", "王小二", "reason", "重来")).statusCode()).isEqualTo(201);
        String again = invented(Role.ADMIN, Map.of(), phone);
        awardsOfAMonth(Role.ADMIN, again);
        takesNothing(again);
    }

    @Test
    void a_clerk_alone_takes_nothing() {
        assertThat(invented(Role.CLERK, Map.of(), TestPeople.phone())).isEmpty();
        String wang = Long.toString(village.wang().id());
        for (String path : List.of("/api/members/" + wang + "/one-time-codes",
                "/api/members/" + wang + "/one-time-codes/consented",
                "/api/members/" + wang + "/cards")) {
            assertThat(post(Role.CLERK, path, Map.of()).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(
                village.as(Role.CLERK).body(Map.of("setting", "SEPARATE")).put("/api/units/" + village.unit().id() + "/pooling")
                        .statusCode())
                .isEqualTo(403);
        String card = post(Role.ORGANIZER, "/api/members/" + wang + "/cards", Map.of()).path("card");
        String visit = post(Role.CLERK, "/api/desk/scan", Map.of("shop", village.shop(), "code", card)).path("visit");
        Map<String, Object> basket = new HashMap<>(village.wish(1));
        basket.put("visit", visit);
        basket.put("secret", "123456");
        assertThat(post(Role.CLERK, "/api/desk/redemptions", basket).statusCode()).isIn(403, 409, 422);
    }

    @Test
    void the_clerk_is_told_who_registered_somebody_new() {
        String member = invented(Role.ORGANIZER, Map.of(), TestPeople.phone());
        String live = signedIn(member).get("/api/me/code").path("code");
        String visit = post(Role.CLERK, "/api/desk/scan", Map.of("shop", village.shop(), "code", live)).path("visit");
        village.as(Role.CLERK).accept("text/html").get("/desk/visits/" + visit).then().statusCode(200)
                .body(containsString("王小二是今天才登记的，员工办的"));
    }
}
