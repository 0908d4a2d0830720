package org.aixin.passbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

import org.aixin.ledger.Asset;
import org.aixin.ledger.Balance;

/**
 * What a member has.
 *
 * @param points all there are
 * @param held set aside for orders
 * @param available can be spent now
 * @param owed to be settled by later points first
 * @param hours of service, to two decimals
 */
public record Savings(long points, long held, long available, long owed, BigDecimal hours) {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    static Savings of(Map<Asset, Balance> balances) {
        Balance points = balances.getOrDefault(Asset.POINTS, Balance.NONE);
        long minutes = balances.getOrDefault(Asset.HOURS, Balance.NONE).balance();
        return new Savings(points.balance(), points.held(), points.available(), points.owed(), hours(minutes));
    }

    private static BigDecimal hours(long minutes) {
        BigDecimal hours = BigDecimal.valueOf(minutes).divide(MINUTES, 2, RoundingMode.HALF_UP).stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0) : hours;
    }
}
