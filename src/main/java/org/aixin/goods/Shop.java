package org.aixin.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * A place that hands goods over. It serves the people of its unit and of every unit below; a van's unit is the town or county
 * it travels in.
 *
 * @param path of the unit it belongs to
 * @param keepDays how many days it keeps a reservation
 * @param eventEndsAt until when a van keeps its reservations; without one it keeps them as long as a fixed shop does
 * @param paused whether it is closed for now; what is reserved stays reserved
 * @param pauseReason why it is, null where nobody said
 */
public record Shop(long id, String code, String name, Kind kind, long unit, String path, int keepDays,
        @Nullable Instant eventEndsAt,
        boolean paused, @Nullable String pauseReason) {
    /** How it stands or moves. */
    public enum Kind {
        /** Stands in the village. */
        FIXED,
        /** Comes by van. */
        MOBILE
    }

    /** Until when something reserved now is kept. */
    public Instant keepsUntil(Instant now) {
        return kind == Kind.MOBILE && eventEndsAt != null ? eventEndsAt : now.plus(Duration.ofDays(keepDays));
    }

    /** Whether people can reserve or take things here now. */
    public boolean isOpen(Instant now) {
        return !paused && keepsUntil(now).isAfter(now);
    }

    /** Whether it serves the people of the unit with this path. */
    public boolean serves(String memberPath) {
        return memberPath.startsWith(path);
    }

    static Shop read(ResultSet row) throws SQLException {
        return new Shop(row.getLong(1), row.getString(2), row.getString(3), Kind.valueOf(row.getString(4)), row.getLong(5),
                row.getString(6), row.getInt(7), Sql.instant(row, 8), row.getBoolean(9), row.getString(10));
    }
}
