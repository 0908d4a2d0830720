package org.aixin.identity;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** How members came to be: who registered them, and when. */
@ApplicationScoped
public class Entries {
    private final Sql sql;

    Entries(Sql sql) {
        this.sql = sql;
    }

    /**
     * A member's entry.
     *
     * @param by who registered them, null for people with whom a village was set up
     */
    public record Entry(Instant at, @Nullable Long by) {
    }

    /** How a member came; refused 404 where there is none. */
    public Entry of(long member) {
        return sql.first("SELECT m.at, (SELECT MIN(g.granted_by) FROM role_grant g WHERE g.member = m.id AND g.role = 'RESIDENT')"
                + " FROM member m WHERE m.id = ?", row -> new Entry(row.getTimestamp(1).toInstant(), Sql.id(row, 2)), member)
                .orElseThrow(Problem::notFound);
    }
}
