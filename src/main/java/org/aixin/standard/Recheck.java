package org.aixin.standard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * A credited claim that was drawn to be looked at again.
 *
 * @param month of its credit
 * @param confirmed null until it was looked at
 * @param reason why it was found false, or a word with the confirmation
 * @param points that were taken back, of which the member no longer had the shortfall
 */
public record Recheck(long claim, String month, String path, @Nullable Boolean confirmed, @Nullable String reason,
        @Nullable Long decidedBy, @Nullable Instant decidedAt, int points, int shortfall) {
    static final String SELECT = "SELECT claim, month, path, confirmed, reason, decided_by, decided_at, points, shortfall FROM recheck ";

    static Recheck read(ResultSet row) throws SQLException {
        boolean confirmed = row.getBoolean(4);
        Boolean found = row.wasNull() ? null : confirmed;
        return new Recheck(row.getLong(1), row.getString(2), row.getString(3), found,
                row.getString(5), Sql.id(row, 6), Sql.instant(row, 7), row.getInt(8), row.getInt(9));
    }

    /** As the interface says it: {@code waiting}, {@code confirmed} or {@code false}. */
    public String state() {
        return confirmed == null ? "waiting" : confirmed ? "confirmed" : "false";
    }

    /** Whether it waits. */
    public boolean isWaiting() {
        return confirmed == null;
    }

    /** Whether it was found false. */
    public boolean isUntrue() {
        return Boolean.FALSE.equals(confirmed);
    }
}
