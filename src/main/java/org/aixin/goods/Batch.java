package org.aixin.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * Goods that came into a shop together and go bad together, or were given together.
 *
 * @param number of its label; unique
 * @param quantity how many came
 * @param bestBefore the last day on which it is good, null for what does not go bad
 * @param donation which donation it came by, null for what was bought
 * @param at when it came
 */
public record Batch(long id, long number, Goods goods, int quantity, @Nullable LocalDate bestBefore, @Nullable Long donation,
        Instant at) {
    static final String SELECT = "SELECT " + Goods.COLUMNS + ", b.id AS batch, b.number AS batch_number, b.quantity AS came,"
            + " b.best_before, b.donation_id, b.at AS came_at FROM batch b JOIN goods g ON g.id = b.goods_id ";

    static Batch read(ResultSet row) throws SQLException {
        return new Batch(row.getLong("batch"), row.getLong("batch_number"), Goods.read(row), row.getInt("came"),
                row.getObject("best_before", LocalDate.class), Sql.id(row, Goods.WIDTH + 5),
                row.getTimestamp("came_at").toInstant());
    }

    /** What stands on its label, as digits: an EAN-13 of the range that is left to shops. */
    public String label() {
        return Ean.label(Ean.BATCH, number);
    }

    /** Whether its last good day was before this one. */
    public boolean isExpired(LocalDate today) {
        return bestBefore != null && bestBefore.isBefore(today);
    }

    /** How many days it is still good after this one, below zero where it is not; null for what does not go bad. */
    public @Nullable Long daysLeft(LocalDate today) {
        return bestBefore == null ? null : ChronoUnit.DAYS.between(today, bestBefore);
    }

    /** Refused 409 {@code batch_expired} (names the goods and {@code bestBefore}) where its last good day is over. */
    public void mustBeGood(LocalDate today) {
        if (bestBefore != null && isExpired(today)) {
            throw Problem.conflict("batch_expired", goods.name(), bestBefore).with("goods", goods.code())
                    .with("bestBefore", bestBefore.toString());
        }
    }
}
