package org.aixin.standard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.standard.Villagers.Villager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Caps of every span and scope, versions of rules, and deductions. */
@QuarkusTest
class CapsAndVersionsTest {
    @Inject
    Villagers villagers;
    @Inject
    Standard standard;
    @Inject
    Units units;
    @Inject
    Rules rules;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;
    @Inject
    BusinessTime time;

    private Unit village;
    private Villager organizer;
    private Villager resident;
    private String code;

    @BeforeEach
    void a_village() {
        village = villagers.village();
        organizer = villagers.villager(village, "孙队长", Role.ORGANIZER);
        resident = villagers.villager(village, "王秀英", Role.RESIDENT);
        code = "t" + ThreadLocalRandom.current().nextInt(1_000_000_000);
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Test
    void the_shipped_standard_is_what_villages_use() {
        given().get("/api/standard").then().statusCode(200)
                .body("items.findAll { it.points > 0 }.size()", greaterThanOrEqualTo(45))
                .body("items.findAll { it.points < 0 }.size()", greaterThanOrEqualTo(20))
                .body("items.find { it.code == 'litter' }.points", equalTo(-3))
                .body("items.find { it.code == 'false_claim' }.points", equalTo(-10))
                .body("items.find { it.code == 'volunteer_hour' }.caps.quantityPerDeed", equalTo(2))
                .body("items.find { it.code == 'yard_rank' }.ranks", equalTo(List.of(10, 6, 3)))
                .body("items.find { it.code == 'cleanup' }.version", equalTo(1));
        assertThat(rules.inForce()).allSatisfy(rule -> assertThat(rule.terms().checked()).isNotNull());
    }

    @Test
    void caps_of_all_spans_and_scopes_hold_exactly_when_twenty_award_at_once() {
        Villager kin = villagers.villager(village, "王小满", Role.RESIDENT, resident.household());
        Villager neighbour = villagers.villager(village, "韩老栓", Role.RESIDENT);
        make(3, cap(Span.DAY, Cap.Scope.MEMBER, 20), cap(Span.MONTH, Cap.Scope.HOUSEHOLD, 31),
                cap(Span.YEAR, Cap.Scope.RULE, 50));
        List<Villager> people = List.of(resident, kin, neighbour);
        List<Integer> given = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            Villager to = people.get(i % 3);
            all.add(CompletableFuture.supplyAsync(() -> award(to, Map.of()).statusCode(201).extract().<Integer>path("points"),
                    threads));
        }
        all.forEach(one -> given.add(one.join()));
        threads.shutdown();
        assertThat(points(resident) + points(kin)).isLessThanOrEqualTo(31);
        assertThat(points(resident)).isLessThanOrEqualTo(20);
        assertThat(points(kin)).isLessThanOrEqualTo(20);
        assertThat(points(neighbour)).isLessThanOrEqualTo(20);
        assertThat(given.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void what_is_taken_back_is_given_back_to_every_cap() {
        make(3, cap(Span.WEEK, Cap.Scope.MEMBER, 3), cap(Span.QUARTER, Cap.Scope.RULE, 3));
        String id = award(resident, Map.of()).body("points", equalTo(3)).extract().path("id");
        award(resident, Map.of()).body("points", equalTo(0)).body("outcome", equalTo("capped"));
        reverse(id);
        award(resident, Map.of()).body("points", equalTo(3)).body("outcome", equalTo("credited"));
    }

    @Test
    void a_new_version_begins_with_its_day_and_changes_nothing_that_was_awarded() {
        make(3);
        String before = award(resident, Map.of()).body("points", equalTo(3)).extract().path("id");
        LocalDate tomorrow = time.today().plusDays(1);
        standard.change(organizer.id(), code, tomorrow, terms("新说法", 5, cap(Span.MONTH, Cap.Scope.MEMBER, 6)), 1);
        award(resident, Map.of()).body("points", equalTo(3));
        assertThat(rules.rule(code).version()).isEqualTo(1);
        TestClock.advance(Duration.ofDays(1));
        Rule next = rules.rule(code);
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.title()).isEqualTo("新说法");
        assertThat(rules.rule(code, tomorrow.minusDays(1)).points()).isEqualTo(3);
        TestClock.reset();
        given().get("/api/standard/" + code + "/versions").then().statusCode(200).body("items.version", equalTo(List.of(2, 1)));
        organizer.asks().get("/api/awards?member=" + resident.id()).then().statusCode(200)
                .body("items.find { it.id == '%s' }.version".formatted(before), equalTo(1))
                .body("items.find { it.id == '%s' }.title".formatted(before), equalTo("试行"));
    }

    @Test
    void a_cap_that_comes_later_counts_what_was_given_before() {
        make(3);
        Instant before = time.startOf(time.today()).minusSeconds(1);
        award(resident, Map.of("occurredAt", before.toString())).body("points", equalTo(3));
        Span span = time.today().getDayOfYear() == 1 ? Span.WEEK : Span.YEAR;
        standard.change(organizer.id(), code, time.today(), terms("试行", 3, cap(span, Cap.Scope.HOUSEHOLD, 4)), 1);
        award(resident, Map.of()).body("points", equalTo(1)).body("outcome", equalTo("capped"));
    }

    @Test
    void two_versions_never_begin_on_the_same_day_and_none_in_the_past() {
        make(3);
        refused("since_past", () -> change(time.today().minusDays(1), 4));
        change(time.today().plusDays(2), 4);
        refused("version_day_taken", () -> standard.change(organizer.id(), code, time.today().plusDays(2), terms("试行", 6), 2));
        refused("rule_changed", () -> change(time.today().plusDays(3), 6));
        refused("rule_side_changed", () -> standard.change(organizer.id(), code, time.today().plusDays(3), terms("试行", -6), 2));
    }

    @Test
    void a_day_on_which_somebody_was_awarded_keeps_its_version() {
        make(3);
        award(resident, Map.of()).statusCode(201);
        refused("since_awarded", () -> change(time.today(), 4));
        change(time.today().plusDays(1), 4);
    }

    @Test
    void a_version_can_be_withdrawn_until_its_day_and_its_day_is_free_again() {
        make(3);
        LocalDate tomorrow = time.today().plusDays(1);
        change(tomorrow, 4);
        Villager admin = villagers.villager(village, "管理员", Role.ADMIN);
        String versions = "/api/standard/" + code + "/versions/";
        organizer.asks().delete(versions + 2).then().statusCode(403);
        Villager below = villagers.villager(below(), "村管理员", Role.ADMIN);
        below.asks().delete(versions + 2).then().statusCode(403).body("code", equalTo("standard_of_all"));
        admin.asks().delete(versions + 2).then().statusCode(204);
        admin.asks().delete(versions + 2).then().statusCode(404);
        admin.asks().delete(versions + 1).then().statusCode(409).body("code", equalTo("version_in_force"));
        change(tomorrow, 5);
        assertThat(rules.versions(code)).extracting(Rule::points).containsExactly(5, 3);
    }

    private Unit below() {
        return QuarkusTransaction.requiringNew().call(() -> units.add(village, Unit.Kind.COMPOUND, "一组"));
    }

    @Test
    void what_a_version_says_never_changes() {
        make(3);
        assertThatThrownBy(() -> sql.update("UPDATE standard_version SET points = 9 WHERE rule = ?", code))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rules.rule(code).points()).isEqualTo(3);
    }

    private void make(int points, Cap... caps) {
        TestClock.advance(Duration.ofDays(-3));
        standard.change(organizer.id(), code, time.today(), terms("试行", points, caps), 0);
        TestClock.reset();
    }

    private void change(LocalDate since, int points) {
        standard.change(organizer.id(), code, since, terms("试行", points), 1);
    }

    private static Cap cap(Span span, Cap.Scope scope, int points) {
        return Cap.of(span, scope, points);
    }

    private static Terms terms(String title, int points, Cap... caps) {
        return new Terms(title, Category.HOUSEHOLD, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, points, List.of(),
                BigDecimal.ONE,
                List.of(caps), Set.of(Role.ORGANIZER), false, Review.NONE, true);
    }

    private ValidatableResponse award(Villager to, Map<String, String> more) {
        return send(to, code, more);
    }

    private ValidatableResponse send(Villager to, String rule, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("memberId", Long.toString(to.id()));
        body.put("rule", rule);
        return organizer.sends(body).post("/api/awards").then();
    }

    private void reverse(String id) {
        organizer.sends(Map.of("reason", "记错人了")).post("/api/awards/" + id + "/reversal").then().statusCode(201);
    }

    private long points(Villager person) {
        return ledger.balance(Owner.member(person.id()), Asset.POINTS).balance();
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run).hasMessage(code);
    }
}
