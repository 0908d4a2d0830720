package org.aixin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.AtOnce;
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
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The way of a claim from the resident's word over review and notice into the passbook. */
@QuarkusTest
class ClaimToCreditTest {
    private static final Duration PAST_THE_NOTICE = Duration.ofDays(7);
    @Inject
    TestPeople people;
    @Inject
    Closing closing;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;

    Unit village;
    Member resident;
    Member neighbour;
    long reviewer;
    long reviewer2;

    @BeforeEach
    void a_village() {
        village = people.village();
        resident = people.resident(village, "王秀英");
        neighbour = people.resident(village, "刘二梅");
        reviewer = people.staff(village, Role.REVIEWER).id();
        reviewer2 = people.staff(village, Role.REVIEWER).id();
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private static Instant daysAgo(int days) {
        return new TestClock().instant().minus(Duration.ofDays(days));
    }

    private ValidatableResponse send(long who, String path, Map<String, ?> body) {
        return people.as(who).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path).then();
    }

    private ValidatableResponse claims(Member who, String rule, Instant at) {
        return send(who.id(), "/api/claims", Map.of("rule", rule, "occurredAt", at.toString(), "note", "扫了广场 🧹 <b>"));
    }

    private String claim(Member who) {
        return claims(who, "cleanup", daysAgo(1)).statusCode(201).body("status", equalTo("submitted")).extract().path("id");
    }

    private ValidatableResponse review(long by, String claim, boolean approve) {
        return send(by, "/api/claims/" + claim + "/review", Map.of("approve", approve));
    }

    private String noticed(Member who) {
        String claim = claim(who);
        review(reviewer, claim, true).statusCode(200).body("status", equalTo("noticed")).body("points", equalTo(3));
        return claim;
    }

    /** The newest notice is the village's own, unless somebody else's test runs beside. */
    private String notice() {
        return sql.first("SELECT id FROM notice WHERE unit = ?", row -> row.getString(1), village.id()).orElseThrow();
    }

    private long points(Member who) {
        return ledger.balance(Owner.member(who.id()), Asset.POINTS).balance();
    }

    private String status(Member who, String claim) {
        return people.as(who.id()).get("/api/claims/" + claim).then().statusCode(200).extract().path("status");
    }

    private ValidatableResponse object(Member who, int row) {
        return send(who.id(), "/api/notices/" + notice() + "/objections", Map.of("row", row, "reason", "那天没看见"));
    }

    private ValidatableResponse decide(long who, String objection, boolean uphold) {
        return send(who, "/api/objections/" + objection + "/decision", Map.of("uphold", uphold, "reply", "查过了"));
    }

    @Test
    void an_approved_claim_is_credited_once_when_its_notice_has_closed() {
        String claim = noticed(resident);
        assertThat(points(resident)).isZero();
        closing.sweep();
        assertThat(status(resident, claim)).isEqualTo("noticed");
        TestClock.advance(PAST_THE_NOTICE);
        closing.sweep();
        closing.sweep();
        assertThat(points(resident)).isEqualTo(3);
        assertThat(status(resident, claim)).isEqualTo("credited");
        people.as(resident.id()).get("/api/me/statement").then().body("items[0].title", containsString("清扫"))
                .body("items[0].source.kind", equalTo("claim"));
        assertThat(ledger.check().ok()).isTrue();
    }

    @Test
    void a_notice_shows_masked_names_and_reasons_to_anybody() {
        noticed(resident);
        noticed(neighbour);
        RestAssured.get("/api/notices/" + notice()).then().statusCode(200).body("rows.row", contains(1, 2))
                .body("rows.name", contains("王*英", "刘*梅")).body("rows[0].points", equalTo(3))
                .body("rows[0].reason", equalTo("清扫公共场所")).body("seal", nullValue()).body("title", containsString("积分公示"))
                .body(not(containsString("王秀英"))).body(not(containsString("广场")));
        RestAssured.get("/api/notices?limit=100").then().statusCode(200).body("items.id", hasItem(notice()));
    }

    @Test
    void two_people_who_mask_alike_are_told_apart() {
        noticed(resident);
        noticed(people.resident(village, "王小英"));
        RestAssured.get("/api/notices/" + notice()).then().body("rows.name",
                contains("王*英（" + village.name() + " 1）", "王*英（" + village.name() + " 2）"));
    }

    @Test
    void what_was_posted_never_changes() {
        noticed(resident);
        assertThatThrownBy(() -> sql.update("UPDATE notice_row SET points = 9 WHERE notice = ?", Long.valueOf(notice())))
                .hasStackTraceContaining("never changes");
        assertThatThrownBy(() -> sql.update("DELETE FROM notice_row WHERE notice = ?", Long.valueOf(notice())))
                .hasStackTraceContaining("stays");
    }

    @Test
    void a_kill_between_rows_leaves_the_rest_for_the_next_sweep_and_nothing_twice() {
        noticed(resident);
        noticed(neighbour);
        TestClock.advance(PAST_THE_NOTICE);
        AtOnce.count(4, i -> closing.sweep() >= 0);
        assertThat(points(resident)).isEqualTo(3);
        assertThat(points(neighbour)).isEqualTo(3);
    }

    @Nested
    class AnObjection {
        @Test
        void keeps_only_its_row_waiting_until_another_reviewer_has_answered() {
            String claim = noticed(resident);
            noticed(neighbour);
            String objection = object(neighbour, 1).statusCode(201).extract().path("id");
            object(resident, 1).statusCode(409).body("code", equalTo("already_objected"));
            TestClock.advance(PAST_THE_NOTICE);
            closing.sweep();
            assertThat(points(neighbour)).isEqualTo(3);
            assertThat(points(resident)).isZero();
            decide(reviewer, objection, false).statusCode(403).body("code", equalTo("approved_by_you"));
            decide(reviewer2, objection, false).statusCode(200);
            decide(reviewer2, objection, true).statusCode(409).body("code", equalTo("objection_decided"));
            closing.sweep();
            assertThat(points(resident)).isEqualTo(3);
            assertThat(status(resident, claim)).isEqualTo("credited");
            RestAssured.get("/api/notices/" + notice()).then().body("rows[0].replies.reply", contains("查过了"));
        }

        @Test
        void that_is_upheld_gives_the_points_back_and_lets_the_deed_be_claimed_again() {
            String claim = noticed(resident);
            String objection = object(neighbour, 1).statusCode(201).extract().path("id");
            decide(reviewer2, objection, true).statusCode(200).body("upheld", equalTo(true));
            assertThat(status(resident, claim)).isEqualTo("withdrawn");
            TestClock.advance(PAST_THE_NOTICE);
            closing.sweep();
            assertThat(points(resident)).isZero();
            claims(resident, "cleanup", daysAgo(8)).statusCode(201);
            assertThat(ledger.check().ok()).isTrue();
        }

        @Test
        void that_nobody_answers_for_a_year_lets_the_row_lapse() {
            String claim = noticed(resident);
            object(neighbour, 1).statusCode(201);
            TestClock.advance(Duration.ofDays(400));
            closing.sweep();
            assertThat(status(resident, claim)).isEqualTo("lapsed");
            assertThat(points(resident)).isZero();
        }

        @Test
        void comes_too_late_after_closing_and_from_elsewhere_not_at_all() {
            noticed(resident);
            object(people.resident(people.village(), "外村人"), 1).statusCode(403).body("code", equalTo("not_of_this_village"));
            object(neighbour, 7).statusCode(422).body("code", equalTo("row_unknown"));
            TestClock.advance(PAST_THE_NOTICE);
            object(neighbour, 1).statusCode(409).body("code", equalTo("notice_closed"));
        }
    }

    @Nested
    class AReview {
        @Test
        void happens_once_and_never_for_ones_own_household() {
            String claim = claim(resident);
            Member inTheHouse = people.resident(village, "王大山", Objects.requireNonNull(resident.household()));
            people.grant(inTheHouse.id(), Role.REVIEWER, village);
            review(inTheHouse.id(), claim, true).statusCode(403).body("code", equalTo("own_household"));
            review(reviewer, claim, false).statusCode(200).body("status", equalTo("rejected"));
            review(reviewer2, claim, true).statusCode(409).body("code", equalTo("already_reviewed"));
            assertThat(claim(resident)).isNotEqualTo(claim);
        }

        @Test
        void by_many_at_once_approves_once() {
            String claim = claim(resident);
            long approvals = AtOnce.count(8,
                    i -> review(i % 2 == 0 ? reviewer : reviewer2, claim, true).extract().statusCode() == 200);
            assertThat(approvals).isEqualTo(1);
            assertThat(sql.first("SELECT size FROM notice WHERE unit = ?", row -> row.getInt(1), village.id())).contains(1);
        }

        @Test
        void from_another_village_is_refused() {
            long stranger = people.staff(people.village(), Role.REVIEWER).id();
            review(stranger, claim(resident), true).statusCode(403).body("code", equalTo("not_allowed"));
        }
    }

    @Nested
    class AClaim {
        @Test
        void of_the_same_deed_is_refused_while_the_first_stands() {
            claim(resident);
            claims(resident, "cleanup", daysAgo(1)).statusCode(409).body("code", equalTo("already_claimed"));
            claims(resident, "cleanup", daysAgo(2)).statusCode(201);
        }

        @Test
        void that_cannot_be_is_refused_with_a_sentence() {
            claims(resident, "cleanup", daysAgo(-1)).statusCode(422).body("code", equalTo("not_yet"));
            claims(resident, "cleanup", daysAgo(366)).statusCode(422).body("code", equalTo("claim_too_old"));
            claims(resident, "<script>", daysAgo(1)).statusCode(422).body("code", equalTo("rule_unknown"));
            claims(resident, "quiz_correct", daysAgo(1)).statusCode(422).body("code", equalTo("rule_not_claimable"));
            send(resident.id(), "/api/claims", Map.of("rule", "cleanup", "occurredAt", daysAgo(1).toString())).statusCode(422);
            send(resident.id(), "/api/claims",
                    Map.of("rule", "cleanup", "occurredAt", daysAgo(1).toString(), "note", "长".repeat(201))).statusCode(422);
            send(resident.id(), "/api/claims", Map.of("rule", "cleanup", "note", "没有日期")).statusCode(422);
        }

        @Test
        void beyond_the_days_cap_is_cut_at_approval() {
            Instant at = daysAgo(1);
            long organizer = people.staff(village, Role.ORGANIZER).id();
            for (int i = 0; i < 2; i++) {
                send(organizer, "/api/awards",
                        Map.of("memberId", Long.toString(resident.id()), "rule", "cleanup", "occurredAt", at.toString()))
                        .statusCode(201);
            }
            review(reviewer, claim(resident), true).statusCode(200).body("status", equalTo("credited"))
                    .body("points", equalTo(0));
        }

        @Test
        void by_a_rule_that_asks_for_a_reviewer_alone_is_credited_at_once() {
            String claim = claims(resident, "elder_visit", daysAgo(1)).statusCode(201).extract().path("id");
            review(reviewer, claim, true).statusCode(200).body("status", equalTo("credited"));
            assertThat(points(resident)).isPositive();
        }

        @Test
        void is_nobody_elses_business() {
            people.as(neighbour.id()).get("/api/claims/" + claim(resident)).then().statusCode(403);
        }
    }
}
