package org.aixin.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * What waits, or waited, for a second person.
 *
 * @param member whom it concerns, null where it concerns a whole unit
 * @param path of the unit that whoever decides has to reach
 * @param unit name of that unit
 * @param payload what the kind needs to carry it out; null once it is decided
 * @param reason why it was refused
 */
public record Asked(long id, String kind, @Nullable Long member, String path, String unit, @Nullable String payload, long askedBy,
        String askedByName, Instant at, @Nullable Decision decision, @Nullable String reason, @Nullable Instant decidedAt) {
    static final String SELECT = "SELECT s.id, s.kind, s.member, u.path, u.name, s.payload, s.asked_by, a.name, s.at, s.decision,"
            + " s.reason, s.decided_at FROM second_person s JOIN unit u ON u.id = s.unit JOIN member a ON a.id = s.asked_by ";

    /** What became of it. */
    public enum Decision {
        /** Another person said yes, and it was done. */
        CONFIRMED,
        /** Another person said no. */
        REFUSED,
        /** Whoever asked took it back, or its member is gone. */
        WITHDRAWN;

        /** As programs see it, such as {@code confirmed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Asked read(ResultSet row) throws SQLException {
        String decision = row.getString(10);
        return new Asked(row.getLong(1), row.getString(2), Sql.id(row, 3), row.getString(4), row.getString(5), row.getString(6),
                row.getLong(7), row.getString(8), row.getTimestamp(9).toInstant(),
                decision == null ? null : Decision.valueOf(decision), row.getString(11), Sql.instant(row, 12));
    }

    /** Whether nobody has decided yet. */
    public boolean isOpen() {
        return decision == null;
    }

    /** The key of the one-time code that follows from the yes, by which the one who asked gets the slip. */
    String slipKey() {
        return "second/" + id;
    }
}
