package org.aixin.standard;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Entries;
import org.aixin.kernel.BusinessTime;

/**
 * Which deeds of somebody whom staff registered wait for another person, so that nobody makes up a resident and a month of deeds: those
 * of days before the entry, whoever records them, and all that the one who registered them records while a notice of the entry would hang.
 */
@ApplicationScoped
class NewcomerDeeds {
    private final Entries entries;
    private final BusinessTime time;

    NewcomerDeeds(Entries entries, BusinessTime time) {
        this.entries = entries;
        this.time = time;
    }

    /** Whether this deed, done on that day, waits; what a member did alone before a machine does not. */
    boolean waits(Deed deed, LocalDate day) {
        if (deed.actor() == deed.member()) {
            return false;
        }
        Entries.Entry entry = entries.of(deed.member());
        return entry.by() != null
                && (day.isBefore(time.day(entry.at())) || entry.by() == deed.actor() && entries.isNew(entry));
    }
}
