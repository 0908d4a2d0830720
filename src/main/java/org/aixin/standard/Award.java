package org.aixin.standard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * A deed as it was awarded.
 *
 * @param title of its rule
 * @param transfer that moved the points, null where there were none
 * @param hours the transfer that moved the minutes of service, null where there were none
 * @param path of the unit the member belonged to
 * @param day on which the deed was done, where the village is
 * @param reversedAt when it was taken back, null where it stands
 */
public record Award(long id, long member, String rule, String title, String reference, BigDecimal quantity, int points,
        int minutes, boolean capped, @Nullable Long transfer, @Nullable Long hours, LocalDate day, Instant occurredAt,
        Instant recordedAt, long actor, @Nullable String note, String path,
        @Nullable Instant reversedAt, @Nullable String reason) {
    static final String SELECT = "SELECT a.id, a.member, a.rule, r.title, a.reference, a.quantity, a.points, a.minutes,"
            + " a.capped, a.transfer, a.hours, a.day, a.occurred_at, a.recorded_at, a.actor, a.note, a.path, b.at, b.reason"
            + " FROM award a JOIN standard_rule r ON r.code = a.rule LEFT JOIN award_reversal b ON b.award = a.id ";

    static Award read(ResultSet row) throws SQLException {
        return new Award(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5),
                row.getBigDecimal(6), row.getInt(7), row.getInt(8), row.getBoolean(9), Sql.id(row, 10), Sql.id(row, 11),
                row.getObject(12, LocalDate.class), Objects.requireNonNull(Sql.instant(row, 13)),
                Objects.requireNonNull(Sql.instant(row, 14)), row.getLong(15), row.getString(16), row.getString(17),
                Sql.instant(row, 18), row.getString(19));
    }

    /** Whether it was taken back. */
    public boolean isReversed() {
        return reversedAt != null;
    }

    /** The quantity without idle zeros. */
    public String amount() {
        return Rule.plain(quantity).toString();
    }
}
