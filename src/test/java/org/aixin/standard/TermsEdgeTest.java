package org.aixin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.aixin.identity.Role;
import org.aixin.kernel.Problem;
import org.aixin.ledger.Asset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule can just say, and what it can just not say. */
class TermsEdgeTest {
    private static final Cap DAY = new Cap(Span.DAY, Cap.Scope.MEMBER, 3);
    private static final Terms PLAIN = new Terms("打扫", Category.SAFETY, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, 3, List.of(),
            BigDecimal.ONE, List.of(), Set.of(Role.ORGANIZER), false, Review.NONE, true);

    @ParameterizedTest
    @ValueSource(ints = {1, -1, Terms.MOST_POINTS, -Terms.MOST_POINTS})
    void the_most_points_can_be_said(int points) {
        Terms terms = points(points, List.of());
        assertThat(terms.checked()).isSameAs(terms);
        assertThat(terms.loss()).isEqualTo(-points);
        assertThat(terms.worths()).isEqualTo(Integer.toString(points));
    }

    @ParameterizedTest
    @CsvSource({"PER_DEED, 1000, true", "PER_DEED, 1, true", "PER_DEED, 1.5, false", "PER_HOUR, 0.25, true",
            "PER_HOUR, 0.125, false",
            "PER_HOUR, 1000.01, false", "PER_ANSWER, 2.5, false"})
    void a_largest_quantity_is_as_fine_as_its_basis(Basis basis, BigDecimal most, boolean can) {
        said(can, "rule_most", new Terms("打扫", Category.SAFETY, Asset.POINTS, basis, Rounding.DOWN, 3, List.of(), most, List.of(),
                Set.of(Role.ORGANIZER), false, Review.NONE, true));
    }

    @ParameterizedTest
    @CsvSource({"'', text_required", "=1+1, rule_title_formula", "+1, rule_title_formula", "-1, rule_title_formula",
            "@a, rule_title_formula"})
    void a_title_is_words(String title, String code) {
        said(false, code,
                new Terms(title, Category.SAFETY, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, 3, List.of(), BigDecimal.ONE,
                        List.of(), Set.of(Role.ORGANIZER), false, Review.NONE, true));
    }

    @ParameterizedTest
    @CsvSource({"POINTS, true", "MERIT, true", "HOURS, false", "CNY, false"})
    void a_rule_moves_points_of_either_kind(Asset asset, boolean can) {
        said(can, "rule_asset",
                new Terms("打扫", Category.SAFETY, asset, Basis.PER_DEED, Rounding.DOWN, 3, List.of(), BigDecimal.ONE,
                        List.of(), Set.of(Role.ORGANIZER), false, Review.NONE, true));
    }

    @Test
    void a_cap_counts_one_span_and_scope_once() {
        assertThat(Cap.of(Span.DAY, Cap.Scope.MEMBER, 1).points()).isEqualTo(1);
        assertThat(Cap.of(Span.DAY, Cap.Scope.MEMBER, Cap.MOST).points()).isEqualTo(Cap.MOST);
        said(true, "", capped(3, DAY, new Cap(Span.WEEK, Cap.Scope.MEMBER, 3)));
        said(false, "rule_cap", capped(3, DAY, new Cap(Span.DAY, Cap.Scope.MEMBER, 4)));
        said(false, "rule_cap", capped(3, new Cap(Span.DAY, Cap.Scope.MEMBER, 0)));
        assertThat(capped(3, DAY).capText(Span.DAY, Cap.Scope.MEMBER)).isEqualTo("3");
        assertThat(capped(3, DAY).capText(Span.DAY, Cap.Scope.RULE)).isEmpty();
        assertThat(capped(3, DAY).capText(Span.WEEK, Cap.Scope.MEMBER)).isEmpty();
    }

    @Test
    void a_budget_is_one_of_a_month_or_longer_for_points_that_are_given() {
        Cap year = new Cap(Span.YEAR, Cap.Scope.VILLAGE, 500), month = new Cap(Span.MONTH, Cap.Scope.VILLAGE, 50);
        said(true, "", capped(3, DAY, month));
        said(false, "rule_budget", capped(3, month, year));
        said(false, "rule_budget", capped(3, new Cap(Span.WEEK, Cap.Scope.VILLAGE, 50)));
        said(false, "rule_budget", capped(-3, year));
        assertThat(capped(3, DAY, year).budget()).isEqualTo(year);
        assertThat(capped(3, DAY).budget()).isNull();
        assertThat(capped(3, DAY, year).limits()).containsExactly(DAY);
    }

    @ParameterizedTest
    @CsvSource({"CLERK, 3, true", "ADMIN, 3, true", "RESIDENT, 3, false", "AUDITOR, 3, false", "SECRETARY, -3, true",
            "CLERK, -3, false"})
    void each_role_awards_what_it_may(Role role, int points, boolean can) {
        said(can, points > 0 ? "rule_roles" : "rule_minus_roles", points(points, Set.of(role)));
    }

    @Test
    void somebody_must_award_it() {
        said(false, "rule_roles", points(3, Set.of()));
        assertThat(PLAIN.mayAward(Role.ORGANIZER)).isTrue();
        assertThat(PLAIN.mayAward(Role.CLERK)).isFalse();
    }

    @Test
    void twenty_places_can_be_said() {
        List<Integer> twenty = IntStream.iterate(40, each -> each - 1).limit(20).boxed().toList();
        said(true, "", ranked(twenty));
        said(true, "", ranked(Collections.nCopies(3, 5)));
        said(false, "rule_ranks", ranked(IntStream.iterate(40, each -> each - 1).limit(21).boxed().toList()));
        said(false, "rule_ranks", ranked(List.of(3, 2, 0)));
        assertThat(ranked(List.of(10, 6, 3)).worths()).isEqualTo("10/6/3");
        assertThat(PLAIN.rankList()).isEmpty();
    }

    private static Terms ranked(List<Integer> ranks) {
        return new Terms("比赛", Category.SAFETY, Asset.POINTS, Basis.PER_RANK, Rounding.DOWN, ranks.get(0), ranks,
                BigDecimal.valueOf(ranks.size()), List.of(), Set.of(Role.ORGANIZER), false, Review.NONE, true);
    }

    private static Terms points(int points, List<Cap> caps) {
        return new Terms("打扫", Category.SAFETY, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, points, List.of(), BigDecimal.ONE,
                caps,
                Set.of(Role.ORGANIZER), false, Review.NONE, true);
    }

    private static Terms points(int points, Set<Role> roles) {
        return new Terms("打扫", Category.SAFETY, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, points, List.of(), BigDecimal.ONE,
                List.of(), roles, false, Review.NONE, true);
    }

    private static Terms capped(int points, Cap... caps) {
        return points(points, List.of(caps));
    }

    private static void said(boolean can, String code, Terms terms) {
        if (can) {
            assertThat(terms.checked()).isSameAs(terms);
        } else {
            assertThatThrownBy(terms::checked).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.code()).isEqualTo(code));
        }
    }
}
