package org.aixin.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * An event of a unit.
 *
 * @param path of its unit
 * @param sponsor who carries it, in words
 * @param donor who gave for it, one of the donors that there are
 * @param photos how many it has
 * @param cancelledAt when it was withdrawn
 * @param reason why
 * @param budget the most points that all of it gives together, null for as many as are earned
 * @param used points of those that it has given
 */
record Event(long id, long unit, String path, String unitName, String title, LocalDate firstDay, LocalDate lastDay, String place,
        @Nullable String sponsor, @Nullable Long donor, @Nullable String donorName, @Nullable String note, int photos,
        @Nullable Instant cancelledAt, @Nullable String reason, @Nullable Integer budget, int used) {
    static final String SELECT = "SELECT e.id, e.unit, u.path, u.name, e.title, e.first_day, e.last_day, e.place, e.sponsor, e.donor,"
            + " o.name, e.note, e.photos, e.cancelled_at, e.cancel_reason, COALESCE(p.points, 0), p.used FROM event e JOIN unit u ON u.id = e.unit"
            + " JOIN purse p ON p.id = e.id LEFT JOIN donor o ON o.id = e.donor ";

    static Event read(ResultSet row) throws SQLException {
        return new Event(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5),
                Objects.requireNonNull(row.getObject(6, LocalDate.class)),
                Objects.requireNonNull(row.getObject(7, LocalDate.class)), row.getString(8), row.getString(9), Sql.id(row, 10),
                row.getString(11), row.getString(12), row.getInt(13),
                Sql.instant(row, 14), row.getString(15), row.getInt(16) == 0 ? null : row.getInt(16), row.getInt(17));
    }

    /** Whether it was withdrawn. */
    public boolean isCancelled() {
        return cancelledAt != null;
    }

    /** Refuses 409 {@code event_cancelled} what cannot be done with one that was withdrawn. */
    void mustTakePlace() {
        if (reason != null) {
            throw Problem.conflict("event_cancelled", reason);
        }
    }

    /** What is left of the budget; zero where there is none. */
    public int left() {
        return budget == null ? 0 : budget - used;
    }

    /** Whether the budget is used up. */
    public boolean isUsedUp() {
        return budget != null && used >= budget;
    }

    /** Whether it lasts longer than a day. */
    public boolean isLong() {
        return lastDay.isAfter(firstDay);
    }
}
