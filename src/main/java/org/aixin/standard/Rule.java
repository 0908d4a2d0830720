package org.aixin.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.Problem;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Source;

import org.jspecify.annotations.Nullable;

/**
 * A version of a rule of the points standard.
 *
 * @param version counts a rule's versions from 1
 * @param since the first day on which it is in force, until the next version's
 * @param kind of the ledger sources that awards by this rule have when made by hand
 */
public record Rule(String code, int version, LocalDate since, String kind, Terms terms) {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final int DECIMALS = 4;

    /**
     * The quantity as this rule counts it, one where none is said. Refused 422 {@code quantity_refused} unless it is positive and
     * has at most four decimals (none but for hours), {@code quantity_too_large} beyond the most, {@code rank_required} where a
     * place is not said.
     */
    public BigDecimal counted(@Nullable BigDecimal quantity) {
        if (quantity == null) {
            if (basis() == Basis.PER_RANK) {
                throw Problem.invalid("rank_required", "quantity");
            }
            return BigDecimal.ONE;
        }
        if (quantity.signum() <= 0) {
            throw Problem.invalid("quantity_refused", "quantity");
        }
        if (quantity.compareTo(most()) > 0) {
            throw Problem.invalid("quantity_too_large", "quantity", plain(most()).toString());
        }
        if (quantity.stripTrailingZeros().scale() > (basis() == Basis.PER_HOUR ? DECIMALS : 0)) {
            throw Problem.invalid("quantity_refused", "quantity");
        }
        return quantity;
    }

    /** What a counted quantity earns before any cap, rounded to whole points as the rule states; below zero where it costs. */
    public int worth(BigDecimal quantity) {
        return basis() == Basis.PER_RANK
                ? terms.ranks().get(quantity.intValueExact() - 1)
                : quantity.multiply(BigDecimal.valueOf(points())).setScale(0, terms.rounding().mode()).intValueExact();
    }

    /** The minutes of service in a quantity, to the nearest; none unless the rule counts hours. */
    public int minutes(BigDecimal quantity) {
        return basis() == Basis.PER_HOUR ? quantity.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).intValueExact() : 0;
    }

    /** A quantity without idle zeros. */
    static BigDecimal plain(BigDecimal quantity) {
        BigDecimal bare = quantity.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** Whether this person may award by it somewhere. */
    public boolean isFor(Person person) {
        return person.roles().anyMatch(roles()::contains);
    }

    /** Whether it takes points rather than giving them. */
    public boolean isDeduction() {
        return points() < 0;
    }

    /** Whether what staff award by it themselves waits for another person: a deduction, or what is reviewed. */
    public boolean needsAnother() {
        return isDeduction() || terms.review() != Review.NONE;
    }

    /** Why the ledger moves what this member is given or taken by hand. */
    Source source(long award, Member member) {
        return new Source(kind, award + ":" + member.id());
    }

    /** The most points that a member gets by this rule for one day's deeds, null for no such cap. */
    public @Nullable Integer perDay() {
        return caps().stream().filter(cap -> cap.span() == Span.DAY && cap.scope() == Cap.Scope.MEMBER).map(Cap::points)
                .findFirst().orElse(null);
    }

    /** What people call it. */
    public String title() {
        return terms.title();
    }

    /** Its heading. */
    public Category category() {
        return terms.category();
    }

    /** What it moves. */
    public Asset asset() {
        return terms.asset();
    }

    /** What it counts. */
    public Basis basis() {
        return terms.basis();
    }

    /** For one deed, hour or answer, or for the first place; below zero they are taken. */
    public int points() {
        return terms.points();
    }

    /** The largest quantity of one deed. */
    public BigDecimal most() {
        return terms.most();
    }

    /** How much at most, in which span and together with whom; the budget among them. */
    public List<Cap> caps() {
        return terms.caps();
    }

    /** Who may award by it. */
    public Set<Role> roles() {
        return terms.roles();
    }
}
