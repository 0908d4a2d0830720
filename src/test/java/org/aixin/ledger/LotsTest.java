package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What random histories seldom come to. */
class LotsTest {
    private static final LocalDate OLD = LocalDate.of(2026, 1, 5), LATER = LocalDate.of(2026, 3, 5);
    private final List<Change> history = new ArrayList<>();

    private void change(Phase phase, LocalDate day, long amount, @Nullable Long resolves, @Nullable Long reverses) {
        long id = history.size() + 1L;
        history.add(new Change(id, day, amount > 0, false, Math.abs(amount), phase, resolves, reverses,
                new Source("award", "s" + id)));
    }

    @Test
    void of_one_day_the_first_is_spent_first_and_the_reversal_of_a_credit_takes_what_is_left_of_it() {
        change(Phase.MOVE, OLD, 5, null, null);
        change(Phase.HOLD, OLD, -5, null, null);
        change(Phase.MOVE, LATER, 5, null, null);
        change(Phase.MOVE, LATER, 5, null, null);
        change(Phase.MOVE, LATER, -5, null, null);
        change(Phase.VOID, LATER, -5, 2L, null);
        change(Phase.MOVE, LATER, -5, null, 4L);
        assertThat(new Lots(history).byDay()).isEqualTo(Map.of(OLD, 5L));
        assertThat(new Lots(history).earnedUntil(OLD)).isEqualTo(5);
        assertThat(new Lots(history).earnedUntil(OLD.minusDays(1))).isZero();
    }
}
