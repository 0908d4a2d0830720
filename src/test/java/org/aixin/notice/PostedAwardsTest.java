package org.aixin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is reviewed and posted is an award like any other: what staff propose by such rules, and what residents claim. */
@QuarkusTest
class PostedAwardsTest {
    private static final Duration PAST_THE_NOTICE = Duration.ofDays(7);
    @Inject
    TestPeople people;
    @Inject
    Closing closing;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;

    private Unit village;
    private Member resident;
    private long organizer;
    private long reviewer;
    private long reviewer2;

    @BeforeEach
    void a_village() {
        village = people.village();
        resident = people.resident(village, "王秀英");
        organizer = people.staff(village, Role.ORGANIZER).id();
        reviewer = people.staff(village, Role.REVIEWER).id();
        reviewer2 = people.staff(village, Role.REVIEWER).id();
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Nested
    class AnAwardThatStaffPropose {
        @Test
        void by_a_reviewed_rule_is_credited_when_another_person_approves() {
            String id = award("neighbour_help", Map.of()).statusCode(201).body("outcome", equalTo("pending"))
                    .body("points", equalTo(2)).extract().path("id");
            assertThat(points()).isZero();
            decide(organizer, id, true).statusCode(403);
            decide(reviewer, id, true).statusCode(200).body("status", equalTo("confirmed"));
            assertThat(points()).isEqualTo(2);
            awards().body("items.find { it.id == '%s' }.status".formatted(id), equalTo("credited"));
            people.as(resident.id()).get("/api/me/statement").then().body("items[0].source.kind", equalTo("award"))
                    .body("items[0].title", containsString("帮扶邻里"));
        }

        @Test
        void is_not_approved_by_a_reviewer_of_the_house_nor_by_who_proposed_it() {
            String id = award("neighbour_help", Map.of()).extract().path("id");
            Member kin = people.resident(village, "王大山", Objects.requireNonNull(resident.household()));
            people.grant(kin.id(), Role.REVIEWER, village);
            decide(kin.id(), id, true).statusCode(403).body("code", equalTo("own_household"));
            people.grant(organizer, Role.REVIEWER, village);
            decide(organizer, id, true).statusCode(403).body("code", equalTo("proposed_by_you"));
            decide(reviewer, id, false).statusCode(200).body("status", equalTo("dropped"));
            assertThat(points()).isZero();
        }

        @Test
        void by_a_posted_rule_is_held_by_the_notice_and_credited_when_it_closes() {
            String id = award("good_deed", Map.of("note", "救起落水儿童")).body("outcome", equalTo("pending")).extract().path("id");
            decide(reviewer, id, true).statusCode(200);
            assertThat(points()).isZero();
            awards().body("items.find { it.id == '%s' }.status".formatted(id), equalTo("noticed"));
            reverse(id).statusCode(409).body("code", equalTo("award_on_notice"));
            people.as(resident.id()).get("/api/notices/" + notice()).then().body("rows[0].points", equalTo(20))
                    .body("rows[0].reason", equalTo("见义勇为")).body(not(containsString("落水")));
            TestClock.advance(PAST_THE_NOTICE);
            closing.sweep();
            assertThat(points()).isEqualTo(20);
            reverse(id).statusCode(201).body("points", equalTo(20));
            assertThat(points()).isZero();
            assertThat(ledger.check().problems()).isEmpty();
        }

        @Test
        void that_is_withdrawn_from_the_notice_gives_its_cap_back() {
            String first = award("good_deed", Map.of("note", "一")).extract().path("id");
            decide(reviewer, first, true).statusCode(200);
            withdraw();
            awards().body("items.find { it.id == '%s' }.status".formatted(first), equalTo("withdrawn"));
            reverse(first).statusCode(409).body("code", equalTo("already_reversed"));
            String second = award("good_deed", Map.of("note", "二")).extract().path("id");
            decide(reviewer, second, true).statusCode(200);
            TestClock.advance(PAST_THE_NOTICE);
            closing.sweep();
            assertThat(points()).isEqualTo(20);
        }

        @Test
        void by_a_rule_that_wants_evidence_says_what_was_seen() {
            award("good_deed", Map.of()).statusCode(422).body("code", equalTo("evidence_required"))
                    .body("field", equalTo("note"));
        }
    }

    @Nested
    class AClaim {
        @Test
        void is_an_award_that_can_be_taken_back_and_the_passbook_shows_it() {
            String id = claimed("cleanup");
            review(id).body("status", equalTo("noticed"));
            awards().body("items.find { it.id == '%s' }.status".formatted(id), equalTo("noticed"))
                    .body("items.find { it.id == '%s' }.rule".formatted(id), equalTo("cleanup"));
            reverse(id).statusCode(409).body("code", equalTo("award_on_notice"));
            TestClock.advance(PAST_THE_NOTICE);
            closing.sweep();
            assertThat(points()).isEqualTo(3);
            reverse(id).statusCode(201).body("points", equalTo(3)).body("shortfall", equalTo(0));
            reverse(id).statusCode(409).body("code", equalTo("already_reversed"));
            people.as(resident.id()).get("/api/me/statement").then().body("items[0].points", equalTo(-3))
                    .body("items[0].reverses", equalTo(people.as(resident.id()).get("/api/me/statement").path("items[1].id")));
            awards().body("items.find { it.id == '%s' }.status".formatted(id), equalTo("reversed"));
            assertThat(ledger.check().problems()).isEmpty();
        }

        @Test
        void counts_in_the_caps_with_what_staff_award() {
            String id = claimed("cleanup");
            review(id).body("status", equalTo("noticed"));
            Map<String, String> sameDay = Map.of("occurredAt", yesterday().toString());
            award("cleanup", sameDay).body("points", equalTo(3)).body("outcome", equalTo("credited"));
            award("cleanup", sameDay).body("points", equalTo(0)).body("outcome", equalTo("capped"))
                    .body("cappedBy", equalTo("cap"));
            withdraw();
            award("cleanup", sameDay).body("points", equalTo(3));
        }

        @Test
        void by_a_rule_that_wants_evidence_is_not_approved_without_a_photo() {
            String id = claimed("tidy_yard");
            review(id).statusCode(409).body("code", equalTo("photo_required"));
            people.as(resident.id()).get("/api/claims/" + id).then().body("status", equalTo("submitted"));
        }

        private String claimed(String rule) {
            return send(resident.id(), "/api/claims", Map.of("rule", rule, "occurredAt", yesterday().toString(), "note", "扫了广场"))
                    .statusCode(201).extract().path("id");
        }

        private ValidatableResponse review(String id) {
            return send(reviewer, "/api/claims/" + id + "/review", Map.of("approve", true));
        }
    }

    private void withdraw() {
        Member neighbour = people.resident(village, "刘二梅");
        String objection = send(neighbour.id(), "/api/notices/" + notice() + "/objections", Map.of("row", 1, "reason", "没看见"))
                .statusCode(201).extract().path("id");
        send(reviewer2, "/api/objections/" + objection + "/decision", Map.of("uphold", true, "reply", "查过了")).statusCode(200);
    }

    private String notice() {
        return sql.first("SELECT id FROM notice WHERE unit = ?", row -> row.getString(1), village.id()).orElseThrow();
    }

    private static Instant yesterday() {
        return new TestClock().instant().minus(Duration.ofDays(1));
    }

    private ValidatableResponse award(String rule, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("memberId", Long.toString(resident.id()));
        body.put("rule", rule);
        return send(organizer, "/api/awards", body);
    }

    private ValidatableResponse decide(long by, String id, boolean confirm) {
        return send(by, "/api/proposals/" + id + "/decision", Map.of("confirm", confirm, "reply", "看过了"));
    }

    private ValidatableResponse reverse(String id) {
        return send(organizer, "/api/awards/" + id + "/reversal", Map.of("reason", "复查不属实"));
    }

    private ValidatableResponse awards() {
        return people.as(organizer).get("/api/awards?member=" + resident.id()).then().statusCode(200).body("items.memberId",
                hasItem(Long.toString(resident.id())));
    }

    private ValidatableResponse send(long who, String path, Map<String, ?> body) {
        return people.as(who).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path).then();
    }

    private long points() {
        return ledger.balance(Owner.member(resident.id()), Asset.POINTS).balance();
    }
}
