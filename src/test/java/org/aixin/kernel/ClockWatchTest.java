package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

import jakarta.inject.Inject;

import org.aixin.kernel.ClockDoubt.Why;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockWatchTest {
    @Inject
    Clock clock;
    @Inject
    Ticker ticker;
    @Inject
    ClockSeen seen;
    @Inject
    TestStart start;

    @AfterEach
    void now() {
        start.afresh();
    }

    private ClockWatch node(boolean embedded) {
        ClockWatch node = new ClockWatch(clock, ticker, seen, embedded);
        node.begin();
        return node;
    }

    private static Why why(ClockWatch node) {
        return Objects.requireNonNull(node.doubt().map(ClockDoubt::why).orElse(null));
    }

    @Test
    void a_node_whose_clock_differs_from_the_databases_keeps_out_and_no_answer_helps() {
        start.afresh();
        TestClock.setWrong(Duration.ofMinutes(3));
        ClockWatch node = node(false);
        assertThat(why(node)).isEqualTo(Why.APART);
        assertThatThrownBy(() -> node.confirm(1)).hasMessage("clock_apart");
        assertThatThrownBy(node::mustBeBelieved).hasMessage("clock_in_doubt");
        TestClock.setWrong(Duration.ZERO);
        node.tick();
        assertThat(node.doubt()).isEmpty();
    }

    @Test
    void what_was_answered_on_one_node_holds_on_all() {
        start.afresh();
        ClockWatch one = node(true), other = node(true);
        TestClock.setWrong(Duration.ofDays(-2));
        assertThat(why(one)).isEqualTo(Why.BEHIND);
        assertThat(why(other)).isEqualTo(Why.BEHIND);
        seen.confirmed(one.doubt().orElseThrow(), clock.instant(), anybody());
        other.tick();
        assertThat(other.doubt()).isEmpty();
    }

    private long anybody() {
        return sql.first("SELECT id FROM member LIMIT 1", row -> row.getLong(1)).orElseThrow();
    }

    @Inject
    Sql sql;

    @Test
    void a_machine_that_slept_has_no_wrong_clock() {
        Instant evening = Instant.parse("2026-12-01T10:00:00Z"), morning = evening.plus(Duration.ofHours(12));
        ClockLine line = ClockLine.from(evening, ticks(0, OptionalLong.of(5)));
        Ticker slept = ticks(Duration.ofMinutes(1).toNanos(), OptionalLong.of(5 + Duration.ofHours(12).toNanos()));
        assertThat(line.isKeptBy(morning, slept)).isTrue();
        assertThat(line.isKeptBy(morning, ticks(Duration.ofMinutes(1).toNanos(), OptionalLong.of(5)))).isFalse();
        assertThat(line.isKeptBy(morning, ticks(Duration.ofMinutes(1).toNanos(), OptionalLong.empty()))).isFalse();
    }

    @Test
    void this_machine_ticks() throws Exception {
        Ticker machine = new MachineTicker();
        long before = machine.nanos();
        OptionalLong slept = machine.nanosWithSleep();
        Thread.sleep(30);
        assertThat(machine.nanos()).isGreaterThan(before);
        if (slept.isPresent()) {
            assertThat(machine.nanosWithSleep().getAsLong()).isGreaterThan(slept.getAsLong());
        }
    }

    private static Ticker ticks(long nanos, OptionalLong withSleep) {
        return new Ticker() {
            @Override
            public long nanos() {
                return nanos;
            }

            @Override
            public OptionalLong nanosWithSleep() {
                return withSleep;
            }
        };
    }
}
