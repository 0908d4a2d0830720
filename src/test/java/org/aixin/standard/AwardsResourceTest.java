package org.aixin.standard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;
import org.aixin.standard.Villagers.Villager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AwardsResourceTest {
    @Inject
    Villagers villagers;
    @Inject
    Ledger ledger;
    @Inject
    Awards awards;
    @Inject
    Sql sql;

    private Unit village;
    private Villager organizer;
    private Villager resident;

    @BeforeEach
    void a_village() {
        village = villagers.village();
        organizer = villagers.villager(village, "孙队长", Role.ORGANIZER);
        resident = villagers.villager(village, "王秀英", Role.RESIDENT);
    }

    @Test
    void the_standard_is_open_to_anyone_and_has_the_rules_that_programs_rely_on() {
        given().get("/api/standard").then().statusCode(200)
                .body("items.code", hasItems("quiz_correct", "drill", "volunteer_hour", "pledge_kept", "cleanup", "meeting"))
                .body("items.size()", greaterThanOrEqualTo(18)).body("items.find { it.code == 'drill' }.points", equalTo(5))
                .body("items.find { it.code == 'quiz_correct' }.caps.pointsPerDay", equalTo(20))
                .body("items.find { it.code == 'volunteer_hour' }.basis", equalTo("PER_HOUR"));
    }

    @Test
    void a_deed_is_credited() {
        award(Map.of("rule", "drill", "note", "健身广场演练")).statusCode(201).body("points", equalTo(5))
                .body("outcome", equalTo("credited")).body("id", notNullValue());
        assertThat(points()).isEqualTo(5);
    }

    @Test
    void an_hour_moves_hours_and_points() {
        award(Map.of("rule", "volunteer_hour", "quantity", 1.5)).statusCode(201).body("points", equalTo(1));
        assertThat(points()).isEqualTo(1);
        assertThat(balance(Asset.HOURS)).isEqualTo(90);
    }

    @Test
    void the_same_reference_is_credited_once() {
        award(Map.of("rule", "drill", "reference", "演练 1")).statusCode(201);
        award(Map.of("rule", "drill", "reference", "演练 1")).statusCode(409).body("code", equalTo("already_awarded"))
                .body("at", notNullValue()).contentType("application/problem+json");
        award(Map.of("rule", "drill", "reference", "演练 2")).statusCode(201);
        award(Map.of("rule", "cleanup", "reference", "演练 1")).statusCode(201);
        assertThat(points()).isEqualTo(13);
    }

    @Test
    void the_same_key_gets_the_same_answer() {
        Map<String, ?> body = Map.of("memberId", Long.toString(resident.id()), "rule", "drill");
        String first = organizer.asks().header("Idempotency-Key", "one").body(body).post("/api/awards").then().statusCode(201)
                .extract().asString();
        String second = organizer.asks().header("Idempotency-Key", "one").body(body).post("/api/awards").then().statusCode(201)
                .extract().asString();
        assertThat(second).isEqualTo(first);
        assertThat(points()).isEqualTo(5);
        organizer.asks().body(body).post("/api/awards").then().statusCode(400).body("code",
                equalTo("idempotency_key_required"));
    }

    @Test
    void twenty_at_once_with_the_same_reference_are_one_credit() {
        List<Integer> statuses = atOnce(20, i -> send(Map.of("rule", "meeting", "reference", "会 1")).statusCode());
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 409).count()).isEqualTo(19);
        assertThat(points()).isEqualTo(1);
    }

    @Test
    void twenty_at_once_with_the_same_key_get_one_answer() {
        Map<String, ?> body = Map.of("memberId", Long.toString(resident.id()), "rule", "meeting");
        List<String> answers = atOnce(20, i -> organizer.asks().header("Idempotency-Key", "twenty").body(body)
                .post("/api/awards").then().statusCode(201).extract().asString());
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(points()).isEqualTo(1);
    }

    @Test
    void the_cap_of_a_day_is_exact_under_parallel_awards() {
        List<Integer> given = atOnce(20, i -> send(Map.of("rule", "quiz_correct", "quantity", 3)).then().statusCode(201)
                .extract().<Integer>path("points"));
        assertThat(given.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(points()).isEqualTo(20);
        award(Map.of("rule", "quiz_correct")).statusCode(201).body("points", equalTo(0)).body("outcome", equalTo("capped"));
    }

    @Test
    void the_cap_is_that_of_the_deeds_day() {
        award(Map.of("rule", "quiz_correct", "quantity", 25)).statusCode(201).body("points", equalTo(20)).body("outcome",
                equalTo("capped"));
        String lastWeek = Instant.now().minus(7, ChronoUnit.DAYS).toString();
        award(Map.of("rule", "quiz_correct", "quantity", 4, "occurredAt", lastWeek)).statusCode(201).body("points", equalTo(4));
    }

    @Test
    void a_reversal_takes_points_and_hours_back_and_gives_the_cap_back() {
        String id = award(Map.of("rule", "volunteer_hour", "quantity", 2)).extract().path("id");
        reverse(id).statusCode(201).body("points", equalTo(2)).body("shortfall", equalTo(0));
        assertThat(points()).isZero();
        assertThat(balance(Asset.HOURS)).isZero();
        reverse(id).statusCode(409).body("code", equalTo("already_reversed"));
        atOnce(2, i -> award(Map.of("rule", "volunteer_hour", "quantity", 2)).statusCode(201).extract().<Integer>path("points"));
        assertThat(points()).isEqualTo(4);
    }

    @Test
    void twenty_reversals_at_once_take_back_once() {
        String id = award(Map.of("rule", "drill")).extract().path("id");
        award(Map.of("rule", "drill")).statusCode(201);
        List<Integer> statuses = atOnce(20, i -> reverse(id).extract().statusCode());
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(points()).isEqualTo(5);
    }

    @Test
    void nobody_awards_or_takes_back_within_their_own_household() {
        Villager kin = villagers.villager(village, "孙大娘", Role.RESIDENT, organizer.household());
        for (long member : new long[]{kin.id(), organizer.id()}) {
            organizer.sends(Map.of("memberId", Long.toString(member), "rule", "drill")).post("/api/awards").then()
                    .statusCode(403).body("code", equalTo("own_household"));
        }
        Villager other = villagers.villager(village, "钱队长", Role.ORGANIZER);
        String id = other.sends(Map.of("memberId", Long.toString(kin.id()), "rule", "drill")).post("/api/awards").then()
                .statusCode(201).extract().path("id");
        reverse(id).statusCode(403).body("code", equalTo("own_household"));
    }

    @Test
    void each_role_awards_by_its_own_rules() {
        Villager clerk = villagers.villager(village, "李店员", Role.CLERK);
        Villager secretary = villagers.villager(village, "周书记", Role.SECRETARY);
        String member = Long.toString(resident.id());
        clerk.sends(Map.of("memberId", member, "rule", "drill")).post("/api/awards").then().statusCode(403).body("code",
                equalTo("rule_not_yours"));
        clerk.sends(Map.of("memberId", member, "rule", "waste_sorting")).post("/api/awards").then().statusCode(201);
        secretary.sends(Map.of("memberId", member, "rule", "pledge_kept")).post("/api/awards").then().statusCode(201)
                .body("points", equalTo(5));
        award(Map.of("rule", "pledge_kept")).statusCode(403);
        resident.sends(Map.of("memberId", member, "rule", "drill")).post("/api/awards").then().statusCode(403);
        given().contentType("application/json").body("{}").post("/api/awards").then().statusCode(401);
    }

    @Test
    void a_role_reaches_only_its_own_village() {
        Villager stranger = villagers.villager(villagers.village(), "外村人", Role.RESIDENT);
        organizer.sends(Map.of("memberId", Long.toString(stranger.id()), "rule", "drill")).post("/api/awards").then()
                .statusCode(403).body("code", equalTo("not_allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"quantity\": -1", "\"quantity\": 0", "\"quantity\": 1e999999999", "\"quantity\": \"NaN\"",
            "\"quantity\": 0.5", "\"quantity\": []", "\"occurredAt\": \"2999-01-01T00:00:00+08:00\"",
            "\"occurredAt\": \"1999-01-01T00:00:00+08:00\"", "\"occurredAt\": \"yesterday\"",
            "\"note\": \"\\u0000\"", "\"reference\": \"\\u0007\"", "\"rule\": \"no_such\"", "\"rule\": null",
            "\"rule\": \"' OR 1=1 --\"", "\"memberId\": null", "\"rule\": {\"a\": 1}"})
    void what_cannot_be_is_refused_and_changes_nothing(String member) {
        String body = Stream.of("\"memberId\": \"" + resident.id() + "\"", "\"rule\": \"drill\"")
                .filter(given -> !member.startsWith(given.split(":")[0]))
                .collect(Collectors.joining(", ", "{", ", " + member + "}"));
        organizer.asks().header("Idempotency-Key", "x" + member.hashCode()).body(body).post("/api/awards").then().statusCode(422)
                .contentType("application/problem+json").body("field", notNullValue()).body("code", notNullValue());
        assertThat(points()).isZero();
    }

    @Test
    void overlong_texts_unknown_people_and_broken_bodies_are_refused() {
        award(Map.of("rule", "drill", "note", "长".repeat(201))).statusCode(422).body("code", equalTo("text_too_long"));
        award(Map.of("rule", "drill", "reference", "长".repeat(81))).statusCode(422);
        for (String unknown : new String[]{"1", "abc", "-5", "99999999999999999999999"}) {
            organizer.sends(Map.of("memberId", unknown, "rule", "drill")).post("/api/awards").then().statusCode(404);
        }
        for (String broken : new String[]{"", "{", "[]", "null", "\"x\"", "{\"quantity\": NaN}"}) {
            organizer.asks().header("Idempotency-Key", "b" + broken).body(broken).post("/api/awards").then().statusCode(400)
                    .body("code", equalTo("request_unreadable"));
        }
        assertThat(points()).isZero();
    }

    @Test
    void texts_are_kept_as_they_were_typed() {
        String note = "<script>alert(1)</script> 🎉 '); DROP TABLE award; --";
        String id = award(Map.of("rule", "drill", "note", note)).statusCode(201).extract().path("id");
        organizer.asks().get("/api/awards?member=" + resident.id()).then().statusCode(200)
                .body("items.find { it.id == '%s' }.note".formatted(id), equalTo(note));
    }

    @Test
    void another_feature_awards_in_its_own_transaction_once_a_source() {
        Source answers = new Source("quiz", "attempt-1:" + resident.id());
        Awarded first = awards.give(Deed.watched(resident.id(), "quiz_correct", 5, "quiz", "attempt-1:" + resident.id()));
        assertThat(first.points()).isEqualTo(5);
        assertThat(ledger.statement(Owner.member(resident.id()), Asset.POINTS, Long.MAX_VALUE, 1).get(0).source())
                .isEqualTo(answers);
        assertThatThrownBy(
                () -> awards.give(Deed.watched(resident.id(), "quiz_correct", 5, "quiz", "attempt-1:" + resident.id())))
                .hasMessage("already_awarded");
        assertThat(points()).isEqualTo(5);
    }

    private ValidatableResponse award(Map<String, ?> body) {
        return send(body).then();
    }

    private Response send(Map<String, ?> body) {
        Map<String, Object> whole = new HashMap<>(body);
        whole.put("memberId", Long.toString(resident.id()));
        return organizer.sends(whole).post("/api/awards");
    }

    private ValidatableResponse reverse(String id) {
        return organizer.sends(Map.of("reason", "记错人了")).post("/api/awards/" + id + "/reversal").then();
    }

    private long points() {
        return balance(Asset.POINTS);
    }

    private long balance(Asset asset) {
        return ledger.balance(Owner.member(resident.id()), asset).balance();
    }

    private static <T> List<T> atOnce(int count, IntFunction<T> act) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<CompletableFuture<T>> all = IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> act.apply(i), threads)).toList();
            return all.stream().map(CompletableFuture::join).collect(Collectors.toList());
        } finally {
            threads.shutdown();
        }
    }
}
