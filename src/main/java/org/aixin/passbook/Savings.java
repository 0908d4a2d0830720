package org.aixin.passbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.aixin.ledger.Balance;
import org.aixin.ledger.Shares;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a member has; of points, where the household pools them, what all of it has.
 *
 * @param points all there are
 * @param held set aside for orders
 * @param available can be spent now
 * @param owed to be settled by later points first
 * @param hours of service, to two decimals; always one's own
 * @param household each one's share of the points, the member's own first; empty, and absent in JSON, where nothing is pooled
 */
public record Savings(long points, long held, long available, long owed, BigDecimal hours,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HouseholdShare> household) {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    static Savings of(Shares shares, long minutes, List<HouseholdShare> household) {
        Balance points = shares.total();
        return new Savings(points.balance(), points.held(), shares.spendable(), points.owed(), hours(minutes), household);
    }

    private static BigDecimal hours(long minutes) {
        BigDecimal hours = BigDecimal.valueOf(minutes).divide(MINUTES, 2, RoundingMode.HALF_UP).stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }
}
