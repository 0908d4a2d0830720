package org.aixin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.kernel.QrSvg;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other programs hold us to: signing in, people, points. */
@QuarkusTest
class ContractTest {
    static final String OFFSET_TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+08:00";
    private static final String ID = "[0-9]{1,19}";
    @Inject
    Village villages;
    private Village.Furnished village;
    private String wang = "";

    @BeforeEach
    void a_village() {
        village = villages.furnished(0, 40);
        wang = Long.toString(village.wang().id());
    }

    private ValidatableResponse get(Role role, String path) {
        return village.as(role).get(path).then();
    }

    private ValidatableResponse post(Role role, String path, Map<String, ?> body) {
        return village.as(role).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path).then();
    }

    private ValidatableResponse award(Role role, String rule, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("memberId", wang, "rule", rule));
        body.putAll(more);
        return post(role, "/api/awards", body);
    }

    @Test
    void a_session_opens_with_login_and_secret_and_dies_at_once() {
        JsonPath session = given().contentType("application/json")
                .body(Map.of("login", village.phone(), "secret", TestPeople.SECRET)).post("/api/sessions").then().statusCode(201)
                .body("expiresAt", matchesPattern(OFFSET_TIME)).body("person.id", equalTo(wang))
                .body("person.name", equalTo("王秀英")).body("person.roles", contains("resident")).extract().jsonPath();
        String bearer = "Bearer " + session.getString("token");
        given().header("Authorization", bearer).get("/api/me").then().statusCode(200).body("id", equalTo(wang));
        given().header("Authorization", bearer).delete("/api/sessions/current").then().statusCode(204);
        given().header("Authorization", bearer).get("/api/me").then().statusCode(401)
                .contentType("application/problem+json").body("code", equalTo("sign_in_required"));
    }

    @Test
    void wrong_secrets_fail_alike_and_then_wait() {
        for (int i = 0; i < 5; i++) {
            given().contentType("application/json").body(Map.of("login", village.phone(), "secret", "wrong"))
                    .post("/api/sessions").then().statusCode(401).body("code", equalTo("sign_in_failed"));
        }
        given().contentType("application/json").body(Map.of("login", village.phone(), "secret", "wrong")).post("/api/sessions")
                .then().statusCode(429).header("Retry-After", matchesPattern("[0-9]+"));
    }

    @Test
    void a_new_person_sets_a_secret_with_the_one_time_code() {
        String phone = TestPeople.phone();
        JsonPath admitted = village.done(Role.ORGANIZER, "/api/members",
                Map.of("name", "张三", "phone", phone, "unit", Long.toString(village.unit().id()), "partyMember", true));
        assertThat(admitted.getString("id")).matches(ID);
        Map<String, String> first = Map.of("login", phone, "oneTimeCode", admitted.getString("oneTimeCode"), "secret", "274819");
        given().contentType("application/json").body(first).post("/api/secrets").then().statusCode(204);
        given().contentType("application/json").body(first).post("/api/secrets").then().statusCode(401);
        given().contentType("application/json").body(Map.of("login", phone, "secret", "274819")).post("/api/sessions").then()
                .statusCode(201);
    }

    @Test
    void balances_are_whole_points_and_decimal_hours() {
        award(Role.ORGANIZER, "volunteer_hour", Map.of("quantity", 1.5)).statusCode(201);
        get(Role.RESIDENT, "/api/me/balance").statusCode(200).body("points", equalTo(41)).body("held", equalTo(0))
                .body("available", equalTo(41)).body("hours", equalTo(1.5f));
        get(Role.CLERK, "/api/members/" + wang + "/balance").statusCode(200).body("points", equalTo(41));
    }

    @Test
    void a_statement_is_newest_first_and_says_where_each_line_comes_from() {
        String award = award(Role.ORGANIZER, "drill", Map.of("note", "健身广场")).extract().path("id");
        post(Role.ADMIN, "/api/awards/" + award + "/reversal", Map.of("reason", "记错了人")).statusCode(201)
                .body("points", equalTo(5)).body("shortfall", equalTo(0));
        for (ValidatableResponse statement : List.of(get(Role.RESIDENT, "/api/me/statement"),
                get(Role.ORGANIZER, "/api/members/" + wang + "/statement"))) {
            statement.statusCode(200).body("items[0].points", equalTo(-5)).body("items[1].points", equalTo(5))
                    .body("items[0].reverses", statement.extract().path("items[1].id") instanceof String id
                            ? equalTo(id)
                            : nullValue())
                    .body("items[1]", not(hasKey("reverses")))
                    .body("items[0].source.kind", equalTo("reversal")).body("items[1].source.kind", equalTo("award"))
                    .body("items[1].source.reference", notNullValue()).body("items[0].balance", equalTo(40))
                    .body("items.at", everyItem(matchesPattern(OFFSET_TIME))).body("items.id", everyItem(matchesPattern(ID)))
                    .body("items.title", everyItem(notNullValue()));
        }
    }

    @Test
    void a_list_goes_on_where_its_cursor_says() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = get(Role.RESIDENT, "/api/me/statement?limit=1&cursor=" + cursor).statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        }
        assertThat(seen).hasSize(2).doesNotHaveDuplicates();
        get(Role.RESIDENT, "/api/me/statement").body("items.id", equalTo(seen)).body("$", hasKey("next"))
                .body("next", nullValue());
    }

    @Test
    void the_live_code_is_digits_and_its_picture_says_just_that() {
        for (int i = 0; i < 3; i++) {
            String code = get(Role.RESIDENT, "/api/me/code").statusCode(200).body("code", matchesPattern("9[0-9]{19}"))
                    .body("expiresAt", matchesPattern(OFFSET_TIME)).extract().path("code");
            String svg = village.as(Role.RESIDENT).get("/api/me/code.svg").then().statusCode(200).contentType("image/svg+xml")
                    .extract().asString();
            if (get(Role.RESIDENT, "/api/me/code").extract().path("code").equals(code)) {
                assertThat(svg).isEqualTo(QrSvg.of(code));
                return;
            }
        }
    }

    @Test
    void staff_find_people_by_name_phone_card_and_pinyin() {
        String card = village.done(Role.ORGANIZER, "/api/members/" + wang + "/cards", Map.of()).getString("card");
        for (String query : List.of("王秀", village.phone(), card, "wangxiuying", "wxy")) {
            village.as(Role.CLERK).queryParam("query", query).get("/api/members").then().statusCode(200).body("items.id",
                    contains(wang));
        }
        get(Role.CLERK, "/api/members/" + wang).statusCode(200).body("id", equalTo(wang)).body("name", equalTo("王秀英"));
        get(Role.RESIDENT, "/api/members").statusCode(403).body("code", equalTo("not_allowed"));
    }

    @Test
    void administrators_add_units_and_roles() {
        String unit = village.done(Role.ADMIN, "/api/units",
                Map.of("name", "一组", "kind", "COMPOUND", "parent", Long.toString(village.unit().id()))).getString("id");
        post(Role.ADMIN, "/api/members/" + wang + "/roles", Map.of("role", "clerk", "unit", unit)).statusCode(201);
        get(Role.RESIDENT, "/api/me").body("roles", hasItems("resident", "clerk"));
        post(Role.ORGANIZER, "/api/members/" + wang + "/roles", Map.of("role", "clerk", "unit", unit)).statusCode(403);
    }

    @Test
    void anyone_reads_the_standard() {
        given().get("/api/standard").then().statusCode(200)
                .body("items.code", hasItems("quiz_correct", "drill", "volunteer_hour", "pledge_kept", "cleanup", "meeting"))
                .body("items.title", everyItem(notNullValue())).body("items.points", everyItem(instanceOf(Integer.class)))
                .body("items.basis", everyItem(notNullValue())).body("items.caps", everyItem(notNullValue()));
    }

    @Test
    void a_deed_is_credited_once_and_within_its_cap() {
        award(Role.ORGANIZER, "drill", Map.of("reference", "演练")).statusCode(201).body("id", matchesPattern(ID))
                .body("points", equalTo(5)).body("outcome", equalTo("credited"));
        award(Role.ORGANIZER, "drill", Map.of("reference", "演练")).statusCode(409).body("code", equalTo("already_awarded"));
        award(Role.ORGANIZER, "drill", Map.of("reference", "演练 2")).statusCode(201).body("outcome", equalTo("credited"));
        award(Role.ORGANIZER, "drill", Map.of("reference", "演练 3")).statusCode(201).body("points", equalTo(0)).body("outcome",
                equalTo("capped"));
        award(Role.CLERK, "drill", Map.of()).statusCode(403);
        award(Role.CLERK, "battery_return", Map.of("quantity", 2)).statusCode(201).body("points", equalTo(2));
        award(Role.SECRETARY, "pledge_kept", Map.of()).statusCode(201);
    }

    @Test
    void when_a_deed_was_done_is_taken_with_any_offset() {
        String noon = OffsetDateTime.now().minusDays(3).withNano(0).toString();
        award(Role.ORGANIZER, "cleanup", Map.of("occurredAt", noon)).statusCode(201);
        award(Role.ORGANIZER, "cleanup", Map.of("occurredAt", OffsetDateTime.now().plusDays(1).toString())).statusCode(422);
        award(Role.ORGANIZER, "cleanup", Map.of("occurredAt", OffsetDateTime.now().minusYears(3).toString())).statusCode(422);
    }

    @Test
    void an_award_is_taken_back_once() {
        String award = award(Role.ORGANIZER, "drill", Map.of()).extract().path("id");
        post(Role.ORGANIZER, "/api/awards/" + award + "/reversal", Map.of("reason", "记错")).statusCode(201)
                .body("points", equalTo(5)).body("shortfall", equalTo(0));
        post(Role.ORGANIZER, "/api/awards/" + award + "/reversal", Map.of("reason", "记错")).statusCode(409).body("code",
                equalTo("already_reversed"));
    }

    @Test
    void the_ledger_is_recomputed_for_auditors() {
        get(Role.AUDITOR, "/api/ledger/check").statusCode(200).body("ok", equalTo(true)).body("sums.POINTS", equalTo(0))
                .body("transfers", instanceOf(Integer.class)).body("accounts", instanceOf(Integer.class))
                .body("problems", equalTo(List.of()));
        get(Role.CLERK, "/api/ledger/check").statusCode(403);
    }

    @Test
    void a_refusal_is_a_problem_document_in_the_language_that_was_asked() {
        get(Role.RESIDENT, "/api/orders/1").statusCode(404).contentType("application/problem+json").body("status", equalTo(404))
                .body("code", equalTo("not_found")).body("title", equalTo("没有找到")).body("detail", notNullValue());
        village.as(Role.RESIDENT).header("Accept-Language", "en").get("/api/orders/1").then().statusCode(404).body("detail",
                matchesPattern("[\\x20-\\x7e]+"));
    }
}
