package org.aixin.standard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.ledger.Asset;
import org.aixin.standard.Villagers.Villager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule's budget in a span of time: each village has its own, exact, and visible. */
@QuarkusTest
class BudgetsTest {
    @Inject
    Villagers villagers;
    @Inject
    Standard standard;
    @Inject
    BusinessTime time;

    private Unit village;
    private Villager organizer;
    private String code;

    @BeforeEach
    void a_village() {
        village = villagers.village();
        organizer = villagers.villager(village, "孙队长", Role.ORGANIZER);
        code = "b" + ThreadLocalRandom.current().nextInt(1_000_000_000);
    }

    @Test
    void holds_exactly_when_twenty_award_at_once_and_says_that_it_was_the_budget() {
        make(0, 50);
        List<Villager> people = IntStream.range(0, 4).mapToObj(i -> villagers.villager(village, "居民" + i, Role.RESIDENT))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Villager to = people.get(i % 4);
            all.add(CompletableFuture.supplyAsync(
                    () -> award(organizer, to).statusCode(201).extract().<Integer>path("points"), threads));
        }
        assertThat(all.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(50);
        threads.shutdown();
        award(organizer, people.get(0)).body("outcome", equalTo("capped")).body("cappedBy", equalTo("budget"))
                .body("points", equalTo(0));
        page(organizer).get("/organizer/awards").then().body(containsString("预算")).body(containsString(village.name()));
    }

    @Test
    void one_village_never_uses_up_anothers() {
        make(0, 5);
        Unit elsewhere = villagers.village();
        Villager other = villagers.villager(elsewhere, "钱队长", Role.ORGANIZER);
        Villager resident = villagers.villager(village, "王秀英", Role.RESIDENT);
        award(organizer, resident).body("points", equalTo(3)).body("cappedBy", nullValue());
        award(organizer, resident).body("points", equalTo(2)).body("cappedBy", equalTo("budget"));
        award(other, villagers.villager(elsewhere, "外村人", Role.RESIDENT)).body("points", equalTo(3))
                .body("outcome", equalTo("credited"));
        budget(organizer).body("items.find { it.rule == '%s' }.used".formatted(code), equalTo(5))
                .body("items.find { it.rule == '%s' }.left".formatted(code), equalTo(0))
                .body("items.find { it.rule == '%s' }.unitName".formatted(code), equalTo(village.name()));
        budget(other).body("items.find { it.rule == '%s' }.left".formatted(code), equalTo(2));
    }

    @Test
    void what_is_taken_back_is_given_back() {
        make(0, 4);
        Villager resident = villagers.villager(village, "王秀英", Role.RESIDENT);
        String first = award(organizer, resident).body("points", equalTo(3)).extract().path("id");
        String second = award(organizer, resident).body("points", equalTo(1)).extract().path("id");
        reverse(second);
        budget(organizer).body("items.find { it.rule == '%s' }.left".formatted(code), equalTo(1));
        reverse(first);
        budget(organizer).body("items.find { it.rule == '%s' }.used".formatted(code), equalTo(0));
    }

    @Test
    void a_rule_has_at_most_one_of_a_month_or_longer_and_a_deduction_none() {
        Cap month = Cap.of(Span.MONTH, Cap.Scope.VILLAGE, 5), year = Cap.of(Span.YEAR, Cap.Scope.VILLAGE, 5);
        Cap week = Cap.of(Span.WEEK, Cap.Scope.VILLAGE, 5);
        for (List<Cap> wrong : List.of(List.of(month, year), List.of(week))) {
            assertThatThrownBy(() -> terms(3, wrong).checked()).hasMessage("rule_budget");
        }
        assertThatThrownBy(() -> terms(-3, List.of(month)).checked()).hasMessage("rule_budget");
    }

    @Test
    void it_is_changed_by_form_and_sheet_and_told_to_anybody() {
        Villager admin = villagers.villager(village, "管理员", Role.ADMIN);
        form(admin, "300", "QUARTER").statusCode(303);
        given().get("/api/standard").then().body("items.find { it.code == '%s' }.budget.per".formatted(code), equalTo("QUARTER"))
                .body("items.find { it.code == '%s' }.budget.points".formatted(code), equalTo(300))
                .body("items.find { it.code == '%s' }.caps.limits".formatted(code), equalTo(List.of()));
        page(admin).get("/standard/edit/rule?code=" + code).then().statusCode(200).body(containsString("value=\"300\""))
                .body(containsString("已用 0 分，还剩 300 分"));
        page(admin).get("/standard/edit").then().statusCode(200).body(containsString("每季度每村预算 300 分"));
        String sheet = given().header("Authorization", "Bearer " + admin.token()).get("/api/standard/sheet.csv").asString();
        assertThat(sheet.lines().findFirst().orElseThrow()).endsWith("每村预算,预算周期");
        assertThat(sheet.lines().filter(line -> line.startsWith(code)).findFirst().orElseThrow()).endsWith("300,每季度");
        code = code + "x";
        form(admin, "300", "DAY").statusCode(422).body(containsString("预算不对"));
        form(admin, "0", "YEAR").statusCode(422).body(containsString("预算不对"));
    }

    private ValidatableResponse form(Villager admin, String budget, String span) {
        return page(admin).formParams(Map.of("code", code, "title", "试行", "category", "SAFETY", "asset", "POINTS", "basis",
                "PER_DEED", "points", "3", "rounding", "DOWN", "most", "1"))
                .formParams(Map.of("evidence", "false", "review", "NONE", "state", "true", "since", time.today().toString(),
                        "base", "0", "budget", budget, "budgetSpan", span))
                .formParam("role", "ORGANIZER").post("/standard/edit/rule").then();
    }

    private void make(int base, int budget) {
        standard.change(organizer.id(), code, time.today(), terms(Cap.of(Span.YEAR, Cap.Scope.VILLAGE, budget)), base);
    }

    private static Terms terms(Cap... caps) {
        return terms(3, List.of(caps));
    }

    private static Terms terms(int points, List<Cap> caps) {
        return new Terms("试行", Category.HOUSEHOLD, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, points, List.of(),
                BigDecimal.ONE, caps, Set.of(Role.ORGANIZER), false, Review.NONE, true);
    }

    private ValidatableResponse award(Villager by, Villager to) {
        return by.sends(Map.of("memberId", Long.toString(to.id()), "rule", code)).post("/api/awards").then();
    }

    private void reverse(String id) {
        organizer.sends(Map.of("reason", "记错人了")).post("/api/awards/" + id + "/reversal").then().statusCode(201);
    }

    private static ValidatableResponse budget(Villager who) {
        return who.asks().get("/api/budgets").then().statusCode(200);
    }

    private static RequestSpecification page(Villager person) {
        return given().redirects().follow(false).accept("text/html").header("Authorization", "Bearer " + person.token())
                .contentType(ContentType.URLENC.withCharset("UTF-8"));
    }
}
