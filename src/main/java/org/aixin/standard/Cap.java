package org.aixin.standard;

import java.util.Comparator;
import java.util.List;

import org.aixin.kernel.Problem;

/**
 * The most points by a rule in a span of time, given or, by a rule that deducts, taken.
 *
 * @param points 1 to {@link #MOST}
 */
public record Cap(Span span, Scope scope, int points) {
    /** The largest cap there can be. */
    public static final int MOST = 1_000_000;
    /** The order in which caps are written down and locked. */
    static final Comparator<Cap> ORDER = Comparator.comparing(Cap::span).thenComparing(Cap::scope);

    /** Whose points a cap counts together. */
    public enum Scope {
        /** 每人. */
        MEMBER,
        /** 每户: of everybody in a household; who is in none counts alone. */
        HOUSEHOLD,
        /** 全部合计: of everybody, wherever they live. */
        RULE,
        /** 预算: of everybody in a village or community; each has so much. */
        VILLAGE;

        /** Those of caps in the narrower sense, which a budget is not. */
        static List<Scope> ofCaps() {
            return List.of(MEMBER, HOUSEHOLD, RULE);
        }
    }

    /** Refused 422 {@code rule_cap} below 1 or beyond {@link #MOST}. */
    static Cap of(Span span, Scope scope, int points) {
        if (points < 1 || points > MOST) {
            throw Problem.invalid("rule_cap", "caps", MOST);
        }
        return new Cap(span, scope, points);
    }

    /** The spans that a budget can have. */
    static List<Span> ofBudgets() {
        return List.of(Span.MONTH, Span.QUARTER, Span.YEAR);
    }

    /** Whether it is a village's budget. */
    public boolean isBudget() {
        return scope == Scope.VILLAGE;
    }

    /** The name under which sheets and forms have it, such as {@code DAY_MEMBER}. */
    public String name() {
        return span + "_" + scope;
    }
}
