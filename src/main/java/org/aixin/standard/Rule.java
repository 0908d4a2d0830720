package org.aixin.standard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.Problem;
import org.aixin.ledger.Asset;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the points standard.
 *
 * @param points for one deed, hour or answer
 * @param perDay the most points that a member gets by this rule for one day's deeds, null for no cap
 * @param most the largest quantity of one deed
 * @param kind of the ledger sources that awards by this rule have when made by hand
 * @param roles who may award by it
 */
public record Rule(String code, String title, Category category, Asset asset, Basis basis, int points, @Nullable Integer perDay,
        BigDecimal most, String kind, Set<Role> roles, boolean active) {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final int DECIMALS = 4;

    /**
     * The quantity as this rule counts it, one where none is said. Refused 422 {@code quantity_refused} unless it is positive and
     * has at most four decimals (none but for hours), {@code quantity_too_large} beyond {@link #most}.
     */
    public BigDecimal counted(@Nullable BigDecimal quantity) {
        if (quantity == null) {
            return BigDecimal.ONE;
        }
        if (quantity.signum() <= 0) {
            throw Problem.invalid("quantity_refused", "quantity");
        }
        if (quantity.compareTo(most) > 0) {
            throw Problem.invalid("quantity_too_large", "quantity", plain(most).toString());
        }
        if (quantity.stripTrailingZeros().scale() > (basis == Basis.PER_HOUR ? DECIMALS : 0)) {
            throw Problem.invalid("quantity_refused", "quantity");
        }
        return quantity;
    }

    /** What a quantity earns before any cap, rounded down to whole points. */
    public int worth(BigDecimal quantity) {
        return quantity.multiply(BigDecimal.valueOf(points)).setScale(0, RoundingMode.DOWN).intValueExact();
    }

    /** The minutes of service in a quantity, to the nearest; none unless the rule counts hours. */
    public int minutes(BigDecimal quantity) {
        return basis == Basis.PER_HOUR ? quantity.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).intValueExact() : 0;
    }

    /** A quantity without idle zeros. */
    static BigDecimal plain(BigDecimal quantity) {
        BigDecimal bare = quantity.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** Whether this person may award by it somewhere. */
    public boolean isFor(Person person) {
        return person.roles().anyMatch(roles::contains);
    }
}
