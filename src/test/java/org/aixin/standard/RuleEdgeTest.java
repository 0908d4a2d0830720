package org.aixin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.aixin.identity.Grant;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule answers about itself. */
class RuleEdgeTest {
    private static final List<Cap> CAPS = List.of(new Cap(Span.DAY, Cap.Scope.HOUSEHOLD, 9),
            new Cap(Span.WEEK, Cap.Scope.MEMBER, 7));

    @Test
    void a_rule_says_what_its_version_says() {
        Rule rule = rule(3, Review.NONE, CAPS);
        assertThat(rule).returns("打扫", Rule::title).returns(Category.NEIGHBOURS, Rule::category).returns(Asset.MERIT, Rule::asset)
                .returns(Basis.PER_DEED, Rule::basis).returns(3, Rule::points).returns(Set.of(Role.CLERK), Rule::roles)
                .returns(BigDecimal.TEN, Rule::most);
        assertThat(rule.caps()).containsExactlyElementsOf(CAPS);
    }

    @ParameterizedTest
    @CsvSource({"3, NONE, false, false", "-3, NONE, true, true", "3, REVIEWER, false, true", "3, NOTICE, false, true"})
    void what_costs_or_is_reviewed_waits_for_another(int points, Review review, boolean deduction, boolean waits) {
        Rule rule = rule(points, review, List.of());
        assertThat(rule.isDeduction()).isEqualTo(deduction);
        assertThat(rule.needsAnother()).isEqualTo(waits);
    }

    @Test
    void the_cap_of_a_day_is_the_members_own() {
        assertThat(rule(3, Review.NONE, CAPS).perDay()).isNull();
        assertThat(rule(3, Review.NONE, List.of(CAPS.get(0), new Cap(Span.DAY, Cap.Scope.MEMBER, 5))).perDay()).isEqualTo(5);
    }

    @Test
    void who_holds_one_of_its_roles_may_award_by_it() {
        assertThat(rule(3, Review.NONE, List.of()).isFor(person(Role.RESIDENT, Role.CLERK))).isTrue();
        assertThat(rule(3, Review.NONE, List.of()).isFor(person(Role.ORGANIZER))).isFalse();
    }

    @Test
    void a_hand_written_award_has_a_source_of_its_own() {
        Member member = new Member(5, "王秀英", null, null, null, "/1/", "村", false, false);
        assertThat(rule(3, Review.NONE, List.of()).source(7, member)).isEqualTo(new Source("award", "7:5"));
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "1.50, 1.5", "0.0, 0", "1E+2, 100"})
    void quantities_are_written_without_idle_zeros(BigDecimal quantity, String written) {
        assertThat(Rule.plain(quantity).toString()).isEqualTo(written);
    }

    private static Person person(Role... roles) {
        return new Person(1, "员工", "/1/", null, List.of(roles).stream().map(role -> new Grant(role, "/1/")).toList());
    }

    private static Rule rule(int points, Review review, List<Cap> caps) {
        return new Rule("r", 1, LocalDate.of(2026, 1, 1), "award",
                new Terms("打扫", Category.NEIGHBOURS, Asset.MERIT, Basis.PER_DEED,
                        Rounding.DOWN, points, List.of(), BigDecimal.TEN, caps, Set.of(Role.CLERK), false, review, true));
    }
}
