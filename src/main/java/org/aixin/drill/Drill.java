package org.aixin.drill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * An emergency drill.
 *
 * @param path of its unit
 * @param startsAt when it begins, as it was planned
 * @param closingAt when its roll-call was closed; nobody is added or taken off from then on
 * @param closedAt when all points were given
 * @param cancelledAt when it was withdrawn: it does not take place, and gives no points
 * @param reason why
 * @param done how many of its steps are done
 * @param people how many are on the roll
 */
public record Drill(long id, long unit, String path, String unitName, String title, String place, Instant startsAt,
        @Nullable Instant closingAt, @Nullable Instant closedAt, @Nullable Instant cancelledAt, @Nullable String reason,
        int steps, int done, int people) {
    static final String SELECT = "SELECT d.id, d.unit, u.path, u.name, d.title, d.place, d.starts_at, d.closing_at, d.closed_at, d.cancelled_at,"
            + " d.cancel_reason,"
            + " (SELECT COUNT(*) FROM drill_step s WHERE s.drill = d.id),"
            + " (SELECT COUNT(*) FROM drill_step s WHERE s.drill = d.id AND s.done_at IS NOT NULL),"
            + " (SELECT COUNT(*) FROM drill_mark m WHERE m.drill = d.id) FROM drill d JOIN unit u ON u.id = d.unit ";

    static Drill read(ResultSet row) throws SQLException {
        return new Drill(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                Objects.requireNonNull(Sql.instant(row, 7)), Sql.instant(row, 8), Sql.instant(row, 9), Sql.instant(row, 10),
                row.getString(11), row.getInt(12), row.getInt(13), row.getInt(14));
    }

    /** Whether people can be added to the roll and taken off. */
    public boolean isOpen() {
        return closingAt == null && cancelledAt == null;
    }

    /** Whether it was withdrawn. */
    public boolean isCancelled() {
        return cancelledAt != null;
    }

    /** Refuses 409 {@code drill_cancelled} what cannot be done with one that was withdrawn. */
    void mustTakePlace() {
        if (reason != null) {
            throw Problem.conflict("drill_cancelled", reason);
        }
    }

    /** What the awards that are earned in it name as their gathering. */
    String gathering() {
        return "drill:" + id;
    }

    /** Whether something of it has happened, so that its plan stands. */
    public boolean isBegun() {
        return done > 0 || people > 0 || !isOpen();
    }

    /** As the interface says it: {@code planned}, {@code running}, {@code closing}, {@code closed}, {@code cancelled}. */
    public String state() {
        if (isCancelled()) {
            return "cancelled";
        }
        return closedAt != null ? "closed" : !isOpen() ? "closing" : isBegun() ? "running" : "planned";
    }
}
