package org.aixin.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.kernel.TestDatabase;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.quiz.Earnings;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points for right answers, once each, whoever else credits, claims or leaves meanwhile. */
@QuarkusTest
class CreditsTest {
    /** What the standard gives at most for answers in a day. */
    private static final int A_DAY = 20;
    @Inject
    TestPeople people;
    @Inject
    Ledger ledger;
    @Inject
    Earnings earnings;
    @Inject
    Credits here;
    @Inject
    BusinessTime time;
    @Inject
    Sql sql;
    private Unit village;
    private Person host;

    @BeforeEach
    void a_village() {
        village = people.village();
        host = people.staff(village, Role.ORGANIZER);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    /** A round whose every question was revealed by a service that died before it credited anything. */
    private Played revealed(int questions) {
        Played round = new Played(people, host, questions, 20);
        sql.update("UPDATE live_question SET revealed_at = ? WHERE round = ?", time.now(), round.id);
        return round;
    }

    /** A player who answered all of them rightly. */
    private long player(Played round, @Nullable Member member) {
        long player = Ids.next();
        sql.update("INSERT INTO live_player (id, round, back, name, member, joined_at) VALUES (?, ?, '0000', ?, ?, ?)", player,
                round.id, "甲" + Long.toString(player % 1_000_000_000L), member == null ? null : member.id(), time.now());
        List<@Nullable Object[]> answers = new ArrayList<>();
        sql.rows("SELECT position FROM live_question WHERE round = ?", row -> row.getInt(1), round.id).forEach(position -> answers
                .add(new @Nullable Object[]{round.id, position, player, Ids.next(), "1", true, time.now()}));
        sql.insert("INSERT INTO live_answer (round, position, player, id, chosen, correct, at) VALUES", answers);
        return player;
    }

    private long points(Member member) {
        return ledger.balance(Owner.member(member.id()), Asset.POINTS).available();
    }

    private int owed(Played round) {
        return sql.first("SELECT COUNT(*) FROM live_answer a JOIN live_player p ON p.id = a.player WHERE a.round = ?"
                + " AND a.points IS NULL AND p.member IS NOT NULL", row -> row.getInt(1), round.id).orElseThrow();
    }

    private void settled(Played round) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(20);
        while (owed(round) > 0 && Instant.now().isBefore(end)) {
            here.begin();
            Thread.sleep(20);
        }
        assertThat(owed(round)).isZero();
    }

    private int transfers(Played round) {
        return sql.first("SELECT COUNT(*) FROM transfer WHERE source_kind = 'quiz' AND source_reference LIKE ?",
                row -> row.getInt(1), round.id + ":%").orElseThrow();
    }

    private ValidatableResponse claim(Played round, long player, Member member) {
        return people.as(host.id()).body(Map.of("member", Long.toString(member.id())))
                .post("/api/rounds/" + round.id + "/players/" + player + "/claim").then();
    }

    @Test
    void three_nodes_that_credit_at_once_while_guests_are_claimed_credit_each_answer_once_up_to_the_cap() throws Exception {
        Played round = revealed(A_DAY + 3);
        List<Member> players = Stream.of("王秀英", "李大爷", "赵大山", "孙小梅").map(name -> people.resident(village, name)).toList();
        Member late = people.resident(village, "周小红");
        players.forEach(member -> player(round, member));
        long guest = player(round, null);
        List<Credits> nodes = Stream.generate(() -> new Credits(sql, earnings, time)).limit(3).toList();
        try (Connection held = TestDatabase.present().asOwner(); Statement statement = held.createStatement()) {
            held.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            held.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM live_answer WHERE round = %s FOR UPDATE".formatted(round.id)).close();
            nodes.forEach(Credits::begin);
            Thread.sleep(300); // until all three want the same answers
            held.rollback();
        }
        claim(round, guest, late).statusCode(204);
        for (Credits node : nodes) {
            node.stop(new ShutdownEvent());
        }
        settled(round);
        for (Member member : Stream.concat(players.stream(), Stream.of(late)).toList()) {
            assertThat(points(member)).isEqualTo((long) A_DAY * earnings.perAnswer());
            assertThat(sql.first("SELECT SUM(a.points) FROM live_answer a JOIN live_player p ON p.id = a.player"
                    + " WHERE a.round = ? AND p.member = ?", row -> row.getInt(1), round.id, member.id()))
                    .contains(A_DAY * earnings.perAnswer());
        }
        assertThat(transfers(round)).isEqualTo(5 * A_DAY);
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void somebody_who_left_costs_the_others_nothing_and_what_was_taken_back_stays_taken() throws Exception {
        Played round = revealed(2);
        Member gone = people.resident(village, "司马相如"), stays = people.resident(village, "王秀英");
        player(round, gone);
        long player = player(round, stays), guest = player(round, null);
        sql.update("UPDATE live_player SET phone = ? WHERE id = ?", people.phoneOf(gone), guest);
        long admin = people.staff(village, Role.ADMIN).id();
        people.as(admin).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("name", "司马相如", "reason", "搬走了"))
                .post("/api/removals/" + gone.id()).then().statusCode(201);
        settled(round);
        assertThat(sql.first("SELECT COUNT(*) FROM live_player WHERE round = ? AND name LIKE '*%' AND phone IS NULL",
                row -> row.getInt(1), round.id)).as("two names and a phone are gone").contains(2);
        assertThat(points(stays)).isEqualTo(2L * earnings.perAnswer());
        assertThat(transfers(round)).isEqualTo(2);
        String award = sql.first("SELECT id FROM award WHERE member = ? AND reference = ?", row -> row.getString(1), stays.id(),
                "quiz:" + round.id + ":1:" + player).orElseThrow();
        people.as(host.id()).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("reason", "代答"))
                .post("/api/awards/" + award + "/reversal").then().statusCode(201);
        player(round, people.resident(village, "李大爷"));
        settled(round);
        assertThat(points(stays)).isEqualTo(earnings.perAnswer());
    }

    @Test
    void a_guest_is_claimed_within_thirty_days_by_the_caps_of_the_day_of_the_answers() throws Exception {
        Played round = revealed(2);
        Member in_time = people.resident(village, "王秀英"), too_late = people.resident(village, "李大爷");
        long first = player(round, null), second = player(round, null);
        sql.update("UPDATE live_player SET phone = '13912345678' WHERE id = ?", second);
        TestClock.advance(Duration.ofDays(30).minusMinutes(2));
        claim(round, first, in_time).statusCode(204);
        settled(round);
        assertThat(points(in_time)).isEqualTo(2L * earnings.perAnswer());
        assertThat(sql.first("SELECT COUNT(DISTINCT day) FROM award WHERE member = ? AND day = ?", row -> row.getInt(1),
                in_time.id(), time.day(time.now().minus(Duration.ofDays(30).minusMinutes(2))))).contains(1);
        TestClock.advance(Duration.ofMinutes(4));
        claim(round, second, too_late).statusCode(409).body("code", equalTo("claim_over"));
        here.begin();
        assertThat(points(too_late)).isZero();
        new Played(people, host, 1, 20);
        assertThat(sql.first("SELECT COALESCE(phone, '') FROM live_player WHERE id = ?", row -> row.getString(1), second))
                .as("nobody needs it any more").contains("");
    }
}
