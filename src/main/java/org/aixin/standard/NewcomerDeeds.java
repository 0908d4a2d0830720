package org.aixin.standard;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Entries;
import org.aixin.kernel.BusinessTime;

/**
 * Deeds of days before the doer was registered, which wait for another person, so that nobody makes up a resident and a month of deeds.
 * People with whom a village was set up were there before.
 */
@ApplicationScoped
class NewcomerDeeds {
    private final Entries entries;
    private final BusinessTime time;

    NewcomerDeeds(Entries entries, BusinessTime time) {
        this.entries = entries;
        this.time = time;
    }

    /** Whether this deed, done on that day, waits; nothing of today does. */
    boolean waits(Deed deed, LocalDate day) {
        if (deed.actor() == deed.member() || !day.isBefore(time.today())) {
            return false;
        }
        Entries.Entry entry = entries.of(deed.member());
        return entry.by() != null && day.isBefore(time.day(entry.at()));
    }
}
