package org.aixin.drill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * Somebody on the roll.
 *
 * @param by who scanned them
 * @param outcome null until the roll-call is closed
 * @param overBudget whether the budget of the event had no more
 * @param points that were given; what waits for another person is worth so many
 */
record Mark(long id, long drill, long member, Instant at, long by, @Nullable Outcome outcome, int points,
        @Nullable Long award, boolean overBudget) {
    /** What became of the points. */
    enum Outcome {
        /** All of them were given. */
        CREDITED,
        /** A cap or a budget cut them. */
        CAPPED,
        /** Another person decides. */
        PENDING,
        /** They were given by hand before. */
        BEFORE,
        /** The standard refused them. */
        REFUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String SELECT = "SELECT m.id, m.drill, m.member, m.at, m.by_whom, m.outcome, m.points, m.award,"
            + " COALESCE(a.capped_by = 'PURSE', FALSE) FROM drill_mark m LEFT JOIN award a ON a.id = m.award ";

    static Mark read(ResultSet row) throws SQLException {
        String outcome = row.getString(6);
        return new Mark(row.getLong(1), row.getLong(2), row.getLong(3), Objects.requireNonNull(Sql.instant(row, 4)),
                row.getLong(5), outcome == null ? null : Outcome.valueOf(outcome), row.getInt(7), Sql.id(row, 8),
                row.getBoolean(9));
    }
}
