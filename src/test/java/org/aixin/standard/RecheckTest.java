package org.aixin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.seal.Seal;
import org.aixin.seal.Seals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Some credited claims are looked at again, by a rule that nobody can bend, and what was false is taken back for all to see. */
@QuarkusTest
class RecheckTest {
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final int TWO_MONTHS = 62;
    @Inject
    TestPeople people;
    @Inject
    Rechecks rechecks;
    @Inject
    Seals seals;
    @Inject
    Ledger ledger;
    @Inject
    BusinessTime time;

    private final List<Member> residents = new ArrayList<>();
    private final Map<String, Member> doers = new HashMap<>();
    private Unit village;
    private long reviewer;
    private long reviewer2;

    /** A month is drawn once, so each test has a month of its own. */
    @BeforeEach
    void a_village_in_a_month_of_its_own() {
        TestClock.advance(Duration.ofDays((long) TWO_MONTHS * TESTS.incrementAndGet()));
        village = people.village();
        reviewer = people.staff(village, Role.REVIEWER).id();
        reviewer2 = people.staff(village, Role.REVIEWER).id();
        residents.addAll(
                List.of(people.resident(village, "王秀英"), people.resident(village, "刘二梅"), people.resident(village, "陈大力")));
        residents.forEach(this::credited);
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private ValidatableResponse send(long who, String path, Object body) {
        return people.as(who).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path).then();
    }

    private void credited(Member who) {
        String at = new TestClock().instant().minus(Duration.ofHours(1)).toString();
        String claim = send(who.id(), "/api/claims", Map.of("rule", "elder_visit", "occurredAt", at, "note", "看了老人"))
                .statusCode(201).extract().path("id");
        send(reviewer, "/api/claims/" + claim + "/review", Map.of("approve", true)).statusCode(200)
                .body("status", equalTo("credited"));
        doers.put(claim, who);
    }

    /** Draws this month, and answers the one claim of this village that was drawn. */
    private String drawn() {
        seals.seal(null);
        Seal seal = seals.newest().orElseThrow();
        rechecks.draw(YearMonth.from(time.today()), seal);
        assertThat(rechecks.draw(YearMonth.from(time.today()), seal)).isZero();
        List<String> smallest = Draw.of(seal.root(), doers.keySet().stream().map(Long::valueOf).toList(), 5).stream()
                .map(String::valueOf).toList();
        people.as(reviewer2).get("/api/rechecks").then().statusCode(200).body("items.claim", equalTo(smallest));
        return smallest.get(0);
    }

    private ValidatableResponse decide(long who, String claim, boolean confirm, @Nullable String reason) {
        Map<String, Object> finding = new HashMap<>(Map.of("confirm", confirm));
        if (reason != null) {
            finding.put("reason", reason);
        }
        return send(who, "/api/rechecks/" + claim + "/decision", finding);
    }

    private long points(Member who) {
        return ledger.balance(Owner.member(who.id()), Asset.POINTS).balance();
    }

    private RequestSpecification browser(long who) {
        return RestAssured.given().redirects().follow(false).auth().preemptive().oauth2(people.token(who)).accept("text/html")
                .contentType(ContentType.URLENC.withCharset("UTF-8"));
    }

    @Test
    void what_was_false_is_taken_back_and_said_to_the_resident() {
        String claim = drawn();
        Member doer = Objects.requireNonNull(doers.get(claim));
        long before = points(doer);
        assertThat(before).isPositive();
        decide(reviewer, claim, false, "没有去").statusCode(403).body("code", equalTo("approved_by_you"));
        decide(reviewer2, claim, false, null).statusCode(422).body("code", equalTo("text_required"));
        decide(reviewer2, claim, false, "老人说那天没人去").statusCode(200).body("state", equalTo("false"))
                .body("points", equalTo((int) before)).body("shortfall", equalTo(0));
        decide(reviewer2, claim, true, null).statusCode(409).body("code", equalTo("recheck_decided"));
        assertThat(points(doer)).isZero();
        people.as(doer.id()).get("/api/me/statement").then().body("items[0].points", equalTo((int) -before))
                .body("items[0].title", containsString("更正")).body("items[0].reverses", equalTo(
                        people.as(doer.id()).get("/api/me/statement").then().extract().path("items[1].id")));
        people.as(doer.id()).get("/api/claims/" + claim).then().body("status", equalTo("reversed"))
                .body("recheck", equalTo("false"));
        browser(doer.id()).get("/claims").then().body(containsString("老人说那天没人去"), containsString("已更正收回"));
        assertThat(ledger.check().ok()).isTrue();
    }

    @Test
    void what_was_right_stays_and_the_resident_sees_that_it_was_looked_at() {
        String claim = drawn();
        Member doer = Objects.requireNonNull(doers.get(claim));
        browser(doer.id()).get("/claims").then().body(containsString("抽中复查"));
        browser(reviewer2).get("/rechecks").then().statusCode(200).body(containsString("等复查 1 份"), containsString(doer.name()));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            browser(reviewer2).formParam("key", key).formParam("confirm", "true").post("/rechecks/" + claim).then()
                    .statusCode(303);
        }
        assertThat(points(doer)).isPositive();
        browser(doer.id()).get("/claims").then().body(containsString("复查属实"));
        browser(reviewer2).get("/rechecks").then().body(containsString("没有等复查的申报"));
        people.as(reviewer2).get("/api/rechecks").then().body("items", hasSize(0));
    }

    @Test
    void nobody_rechecks_their_own_household_or_another_village() {
        String claim = drawn();
        Member doer = Objects.requireNonNull(doers.get(claim));
        Member inTheHouse = people.resident(village, "家里人", Objects.requireNonNull(doer.household()));
        people.grant(inTheHouse.id(), Role.REVIEWER, village);
        decide(inTheHouse.id(), claim, true, null).statusCode(403).body("code", equalTo("own_household"));
        long stranger = people.staff(people.village(), Role.REVIEWER).id();
        decide(stranger, claim, true, null).statusCode(403).body("code", equalTo("not_allowed"));
    }
}
