package org.aixin.standard;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;

/** How much of the rules' budgets the villages have used. */
@ApplicationScoped
public class Budgets {
    private static final Role[] MAY_SEE = {Role.ORGANIZER, Role.SECRETARY, Role.ADMIN, Role.AUDITOR};
    private final Rules rules;
    private final CapUse caps;
    private final Units units;
    private final BusinessTime time;

    Budgets(Rules rules, CapUse caps, Units units, BusinessTime time) {
        this.rules = rules;
        this.caps = caps;
        this.units = units;
        this.time = time;
    }

    /**
     * A village's budget of a rule in the present span.
     *
     * @param first day of the span
     * @param next the first day after it
     * @param points that there are
     * @param used of them; more than there are where a later version made the budget smaller
     */
    public record Budget(Rule rule, Span per, Unit village, LocalDate first, LocalDate next, int points, int used) {
        /** What is left, zero or more. */
        public int left() {
            return Math.max(0, points - used);
        }

        /** The last day of the span. */
        public LocalDate last() {
            return next.minusDays(1);
        }
    }

    /** The budgets in force of the villages and communities that this person reaches, in the standard's order. */
    public List<Budget> of(Person person) {
        List<Unit> villages = villages(person);
        return rules.inForce().stream().flatMap(rule -> of(rule, villages).stream()).toList();
    }

    /** The budget of one rule in each of those; none where the rule has none. */
    List<Budget> of(Person person, Rule rule) {
        return of(rule, villages(person));
    }

    private List<Budget> of(Rule rule, List<Unit> villages) {
        Cap cap = rule.terms().budget();
        if (cap == null) {
            return List.of();
        }
        LocalDate today = time.today(), first = cap.span().first(today);
        return villages.stream().map(village -> new Budget(rule, cap.span(), village, first, cap.span().next(first), cap.points(),
                caps.used(rule, cap, village, today))).toList();
    }

    /** Also those in which a smaller unit lies that the person reaches. */
    private List<Unit> villages(Person person) {
        return units.reachedBy(person, MAY_SEE).stream()
                .map(unit -> unit.kind().ordinal() < Unit.Kind.VILLAGE.ordinal() ? unit : units.village(unit.path()))
                .filter(unit -> unit.kind() == Unit.Kind.VILLAGE || unit.kind() == Unit.Kind.COMMUNITY).distinct().toList();
    }
}
