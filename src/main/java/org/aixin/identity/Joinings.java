package org.aixin.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who came to a household that had people. Where it shares points, a second person or one of the household says yes first; whoever came
 * neither spends of the others' points nor is drawn on before as many days as a notice hangs, while all of the household are told.
 */
@ApplicationScoped
class Joinings {
    private final Sql sql;
    private final BusinessTime time;
    private final int days;

    Joinings(Sql sql, BusinessTime time, @ConfigProperty(name = "aixin.notice.days", defaultValue = "5") int days) {
        this.sql = sql;
        this.time = time;
        this.days = days;
    }

    /**
     * Who may come to a household with whose yes.
     *
     * @param consentedBy the one of the household who said yes, null where none did
     * @param asked what a second person confirmed, null where none did
     */
    record Yes(@Nullable Long consentedBy, @Nullable Long asked) {
        static final Yes NONE = new Yes(null, null);
    }

    /** That somebody came to a household. */
    record Joining(String name, boolean self, String by, Instant poolsFrom, Instant at) {
    }

    /** Keeps that a member came to a household, if there is anybody else in it; takes part in the caller's transaction. */
    void joined(long household, long member, long by, Yes yes) {
        Instant now = time.now(), from = now.plus(Duration.ofDays(days));
        if (sql.update("INSERT INTO household_joining (id, household, member, unit, actor, consented_by, asked, pools_from, at)"
                + " SELECT ?, h.id, ?, h.unit, ?, ?, ?, ?, ? FROM household h WHERE h.id = ?"
                + " AND EXISTS (SELECT 1 FROM member m WHERE m.household = h.id AND m.id <> ?)", Ids.next(), member, by,
                yes.consentedBy, yes.asked, from, now, household, member) == 1) {
            sql.update("UPDATE member SET pools_from = ? WHERE id = ?", from, member);
        }
    }

    /** The grown-up people of a household who may spend its points already, longest entered first: any of them can say yes. */
    List<Long> mayConsent(long household) {
        return sql.rows("SELECT id FROM member WHERE household = ? AND NOT child AND (pools_from IS NULL OR pools_from <= ?)"
                + " ORDER BY id", row -> row.getLong(1), household, time.now());
    }

    /** The one of a household who entered first, if anybody is in it. */
    Optional<Long> eldest(long household) {
        return sql.first("SELECT id FROM member WHERE household = ? ORDER BY id LIMIT 1", row -> row.getLong(1), household);
    }

    /** Who came to the household of this member since then, newest first. */
    List<Joining> since(long member, Instant since) {
        return sql.rows("SELECT n.name, n.id = m.id, a.name, j.pools_from, j.at FROM member m"
                + " JOIN household_joining j ON j.household = m.household JOIN member n ON n.id = j.member AND n.household = m.household"
                + " JOIN member a ON a.id = j.actor WHERE m.id = ? AND j.at >= ? ORDER BY j.id DESC LIMIT 10",
                row -> new Joining(row.getString(1), row.getBoolean(2), row.getString(3), row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant()),
                member, since);
    }
}
