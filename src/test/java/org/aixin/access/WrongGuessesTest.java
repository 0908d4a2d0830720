package org.aixin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class WrongGuessesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final WrongGuesses NONE = new WrongGuesses(0, NOON, NOON);

    @Test
    void four_wrong_ones_cost_nothing() {
        assertThat(after(4).locked(NOON)).isFalse();
    }

    @Test
    void the_fifth_begins_a_wait_of_a_minute() {
        assertThat(after(5).locked(NOON.plusSeconds(59))).isTrue();
        assertThat(after(5).locked(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void every_further_one_doubles_the_wait() {
        WrongGuesses sixth = after(5).andOneMore(NOON.plusSeconds(60));
        assertThat(sixth.lockedUntil()).isEqualTo(NOON.plusSeconds(180));
        WrongGuesses seventh = sixth.andOneMore(NOON.plusSeconds(180));
        assertThat(seventh.lockedUntil()).isEqualTo(NOON.plusSeconds(180 + 240));
    }

    @Test
    void a_wait_longer_than_the_window_still_doubles() {
        WrongGuesses guesses = NONE;
        Duration last = Duration.ZERO;
        for (int i = 1; i <= 12; i++) {
            Instant at = guesses.lockedUntil();
            guesses = guesses.andOneMore(at);
            Duration wait = Duration.between(at, guesses.lockedUntil());
            assertThat(wait).isEqualTo(i < 5 ? Duration.ZERO : i == 5 ? Duration.ofMinutes(1) : last.multipliedBy(2));
            last = wait;
        }
    }

    @Test
    void a_quarter_of_an_hour_without_any_forgives_all() {
        assertThat(after(4).andOneMore(NOON.plus(Duration.ofMinutes(15))).failures()).isEqualTo(5);
        assertThat(after(4).andOneMore(NOON.plus(Duration.ofMinutes(15)).plusMillis(1)).failures()).isEqualTo(1);
    }

    @Test
    void however_many_there_were_the_wait_stays_a_number() {
        WrongGuesses guesses = new WrongGuesses(Integer.MAX_VALUE - 1, NOON, NOON);
        assertThat(guesses.andOneMore(NOON).lockedUntil()).isBefore(NOON.plus(Duration.ofDays(1)));
    }

    private static WrongGuesses after(int wrong) {
        WrongGuesses guesses = NONE;
        for (int i = 0; i < wrong; i++) {
            guesses = guesses.andOneMore(NOON);
        }
        return guesses;
    }
}
