package org.aixin.expiry;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Unit;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** What has expired, for whoever audits it. */
@ApplicationScoped
class ExpiredPoints {
    /** All that expired on a day. */
    record Day(LocalDate day, long points, long people) {
    }

    /** What somebody lost. */
    record Line(long transfer, long member, String name, String unit, long points) {
    }

    private final Sql sql;

    ExpiredPoints(Sql sql) {
        this.sql = sql;
    }

    /** The days on which anything expired in a unit and below, the last first; the cursor is a day. */
    Page<Day> days(Unit unit, @Nullable String cursor, int limit) {
        LocalDate before = cursor == null || cursor.isEmpty()
                ? LocalDate.of(9999, 1, 1)
                : Settings.day(cursor, Problem.invalid("cursor_unknown", "cursor"));
        return Page.of(sql.rows(
                "SELECT due, SUM(points), COUNT(DISTINCT member) FROM expired_points WHERE path LIKE ? AND due < ?"
                        + " GROUP BY due ORDER BY due DESC LIMIT ?",
                row -> new Day(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)), unit.path() + "%", before,
                limit + 1), limit, day -> day.day().toString());
    }

    /** What expired on one of them, in the order in which it did. */
    Page<Line> lines(Unit unit, LocalDate day, @Nullable String cursor, int limit) {
        return Page.of(sql.rows(
                "SELECT e.transfer, m.id, m.name, u.name, e.points FROM expired_points e JOIN member m ON m.id = e.member"
                        + " JOIN unit u ON u.id = m.unit WHERE e.due = ? AND e.transfer > ? AND e.path LIKE ?"
                        + " ORDER BY e.transfer LIMIT ?",
                row -> new Line(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getLong(5)), day,
                Page.after(cursor), unit.path() + "%", limit + 1), limit, line -> Long.toString(line.transfer()));
    }
}
