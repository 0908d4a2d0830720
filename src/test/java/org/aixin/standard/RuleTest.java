package org.aixin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.aixin.identity.Role;
import org.aixin.kernel.Problem;
import org.aixin.ledger.Asset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
    private static final Rule HOUR = rule(Basis.PER_HOUR, 3, "2"), DEED = rule(Basis.PER_DEED, 5, "10");

    @ParameterizedTest
    @CsvSource({"1, 3, 60", "1.5, 4, 90", "0.3333, 0, 20", "2, 6, 120", "0.01, 0, 1"})
    void points_of_hours_round_down_and_minutes_to_the_nearest(BigDecimal hours, int points, int minutes) {
        assertThat(HOUR.worth(HOUR.counted(hours))).isEqualTo(points);
        assertThat(HOUR.minutes(hours)).isEqualTo(minutes);
    }

    @Test
    void nothing_said_is_one() {
        assertThat(DEED.worth(DEED.counted(null))).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.00001", "1.23456", "1e-999999999"})
    void a_quantity_that_cannot_be_is_refused(String quantity) {
        refused(HOUR, quantity, "quantity_refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.01", "1e9", "1e999999999"})
    void more_than_the_most_is_refused(String quantity) {
        refused(HOUR, quantity, "quantity_too_large");
    }

    @Test
    void half_a_deed_is_refused() {
        refused(DEED, "0.5", "quantity_refused");
        assertThat(DEED.worth(DEED.counted(new BigDecimal("2.0")))).isEqualTo(10);
    }

    private static void refused(Rule rule, String quantity, String code) {
        assertThatThrownBy(() -> rule.counted(new BigDecimal(quantity)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static Rule rule(Basis basis, int points, String most) {
        Terms terms = new Terms("r", Category.SAFETY, Asset.POINTS, basis, Rounding.DOWN, points, List.of(), new BigDecimal(most),
                List.of(), Set.of(Role.ORGANIZER), false, Review.NONE, true);
        return new Rule("r", 1, LocalDate.of(2026, 1, 1), "award", terms);
    }
}
