package org.aixin.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.aixin.kernel.Sql;

/**
 * A notice of one village day.
 *
 * @param path of the unit whose residents may object
 * @param size how many rows it has
 */
public record Notice(long id, String path, String kind, String title, LocalDate day, Instant closesAt, int size) {
    static final String SELECT = "SELECT id, path, kind, title, day, closes_at, size FROM notice ";

    static Notice read(ResultSet row) throws SQLException {
        return new Notice(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                row.getObject(5, LocalDate.class), Objects.requireNonNull(Sql.instant(row, 6)), row.getInt(7));
    }

    /** What a title says after the village's name. */
    static String behind(LocalDate day) {
        return " %d 月 %d 日积分公示".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    /** The village as it was called on that day. */
    public String village() {
        return title.endsWith(behind(day)) ? title.substring(0, title.length() - behind(day).length()) : title;
    }

    /** Whether objections are still heard. */
    public boolean isOpen(Instant now) {
        return now.isBefore(closesAt);
    }

    /** The last moment of its last day. */
    public Instant until() {
        return closesAt.minusSeconds(1);
    }
}
