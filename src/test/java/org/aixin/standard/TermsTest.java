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

class TermsTest {
    private static final Set<Role> STAFF = Set.of(Role.ORGANIZER);

    @ParameterizedTest
    @CsvSource({"DOWN, 1.5, 4", "NEAREST, 1.5, 5", "UP, 1.1, 4", "NEAREST, 0.1, 0"})
    void points_of_hours_are_rounded_as_the_rule_states(Rounding rounding, BigDecimal hours, int points) {
        Terms terms = new Terms("r", Category.SAFETY, Asset.POINTS, Basis.PER_HOUR, rounding, 3, List.of(), BigDecimal.TEN,
                List.of(), STAFF, false, Review.NONE, true);
        assertThat(rule(terms.checked()).worth(hours)).isEqualTo(points);
    }

    @Test
    void each_place_has_its_points_and_must_be_said() {
        Rule rule = rule(terms(Basis.PER_RANK, 10, List.of(10, 6, 3), 3).checked());
        assertThat(rule.worth(rule.counted(BigDecimal.ONE))).isEqualTo(10);
        assertThat(rule.worth(rule.counted(new BigDecimal("3")))).isEqualTo(3);
        refused("quantity_too_large", () -> rule.counted(new BigDecimal("4")));
        refused("rank_required", () -> rule.counted(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_001, -10_001, Integer.MIN_VALUE})
    void points_that_cannot_be_are_refused(int points) {
        refused("rule_points", () -> terms(Basis.PER_DEED, points, List.of(), 1).checked());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_000_001})
    void a_cap_that_cannot_be_is_refused(int points) {
        refused("rule_cap", () -> Cap.of(Span.DAY, Cap.Scope.MEMBER, points));
    }

    @Test
    void places_fall_and_begin_with_the_first() {
        refused("rule_ranks", () -> terms(Basis.PER_RANK, 3, List.of(3, 6), 2).checked());
        refused("rule_ranks", () -> terms(Basis.PER_RANK, 5, List.of(6, 3), 2).checked());
        refused("rule_ranks", () -> terms(Basis.PER_RANK, 6, List.of(6, 0), 2).checked());
        refused("rule_ranks", () -> terms(Basis.PER_RANK, 6, List.of(), 1).checked());
        refused("rule_ranks", () -> terms(Basis.PER_DEED, 6, List.of(6), 1).checked());
    }

    @Test
    void a_deduction_is_per_deed_and_not_the_clerks() {
        refused("rule_minus_basis", () -> terms(Basis.PER_HOUR, -3, List.of(), 1).checked());
        refused("rule_minus_roles", () -> new Terms("r", Category.HOUSEHOLD, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, -3,
                List.of(), BigDecimal.ONE, List.of(), Set.of(Role.CLERK), false, Review.NONE, true).checked());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void a_largest_quantity_that_cannot_be_is_refused(int most) {
        refused("rule_most", () -> terms(Basis.PER_DEED, 3, List.of(), most).checked());
    }

    @Test
    void terms_are_equal_however_they_were_written() {
        List<Cap> caps = List.of(Cap.of(Span.YEAR, Cap.Scope.RULE, 9), Cap.of(Span.DAY, Cap.Scope.MEMBER, 3));
        assertThat(capped(new BigDecimal("2.00"), caps))
                .isEqualTo(capped(new BigDecimal("2"), List.of(caps.get(1), caps.get(0))));
    }

    private static Terms capped(BigDecimal most, List<Cap> caps) {
        return new Terms("r", Category.SAFETY, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, 3, List.of(), most, caps, STAFF,
                false, Review.NONE, true);
    }

    private static Terms terms(Basis basis, int points, List<Integer> ranks, int most) {
        return new Terms("r", Category.SAFETY, Asset.POINTS, basis, Rounding.DOWN, points, ranks, BigDecimal.valueOf(most),
                List.of(), STAFF, false, Review.NONE, true);
    }

    private static Rule rule(Terms terms) {
        return new Rule("r", 1, LocalDate.of(2026, 1, 1), "award", terms);
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
