package org.aixin.standard;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Entries;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

/**
 * Deeds of somebody new that wait for another person, so that nobody makes up a resident and their deeds: those of days before they were
 * registered, and in the first month what the one who registered them gives beyond {@value #ENOUGH} points. People with whom a village
 * was set up were there before.
 */
@ApplicationScoped
class NewcomerDeeds {
    private static final int ENOUGH = 20, NEW_DAYS = 31;
    private final Entries entries;
    private final BusinessTime time;
    private final Sql sql;

    NewcomerDeeds(Entries entries, BusinessTime time, Sql sql) {
        this.entries = entries;
        this.time = time;
        this.sql = sql;
    }

    /** Whether this deed, done on that day, waits. */
    boolean waits(Deed deed, LocalDate day) {
        if (deed.actor() == deed.member()) {
            return false;
        }
        Entries.Entry entry = entries.of(deed.member());
        Long by = entry.by();
        return by != null && (day.isBefore(time.day(entry.at()))
                || by == deed.actor() && time.today().isBefore(time.day(entry.at()).plusDays(NEW_DAYS)) && hasEnough(deed));
    }

    private boolean hasEnough(Deed deed) {
        return sql.first("SELECT SUM(points) FROM award WHERE member = ? AND actor = ? AND points > 0", row -> row.getInt(1),
                deed.member(), deed.actor()).orElse(0) >= ENOUGH;
    }
}
