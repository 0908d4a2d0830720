package org.aixin.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * A meeting of a review group.
 *
 * @param chair who called it, and in whose name it decides
 * @param closingAt when its closing began, after which no vote changes
 * @param closedAt when all was decided; its minutes stand from then on
 * @param size how many claims it has before it
 */
public record Meeting(long id, long unit, String path, String unitName, LocalDate day, String place, long chair,
        @Nullable Instant closingAt, @Nullable Instant closedAt, int size) {
    static final String SELECT = "SELECT g.id, g.unit, g.path, g.unit_name, g.day, g.place, g.chair, g.closing_at, g.closed_at,"
            + " (SELECT COUNT(*) FROM meeting_claim c WHERE c.meeting = g.id) FROM meeting g ";

    static Meeting read(ResultSet row) throws SQLException {
        return new Meeting(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
                Objects.requireNonNull(row.getObject(5, LocalDate.class)), row.getString(6), row.getLong(7),
                Sql.instant(row, 8), Sql.instant(row, 9), row.getInt(10));
    }

    /** Whether votes can still be entered. */
    public boolean isOpen() {
        return closingAt == null;
    }

    /** Whether its minutes stand. */
    public boolean isClosed() {
        return closedAt != null;
    }

    /** As the interface says it: {@code open}, {@code closing}, {@code closed}. */
    public String state() {
        return isClosed() ? "closed" : isOpen() ? "open" : "closing";
    }
}
