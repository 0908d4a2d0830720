package org.aixin.standard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;

/** When a deed was done, and how many deeds of former days staff may record at one sitting. */
@ApplicationScoped
class Backdating {
    /** How many days ago a deed may have been done that staff record: a month's paper list. */
    static final int DAYS = 31;
    /** So many days' caps of former days can be recorded in one day, for a member and a rule. */
    static final int DAYS_AT_ONCE = 7;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);
    private final CapUse caps;
    private final BusinessTime time;

    Backdating(CapUse caps, BusinessTime time) {
        this.caps = caps;
        this.time = time;
    }

    /** When it was done, now where nobody said. Refused 422 {@code not_yet} where that is still to come. */
    Instant occurred(Deed deed, Instant now) {
        Instant said = deed.occurredAt() == null ? now : deed.occurredAt();
        if (said.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw Problem.invalid("not_yet", "occurredAt");
        }
        return said;
    }

    /** Refused 422 {@code too_long_ago} where it was done more than {@value #DAYS} days ago. */
    void mustBeRecent(Deed deed) {
        if (day(deed).isBefore(time.today().minusDays(DAYS))) {
            throw Problem.invalid("too_long_ago", "occurredAt", DAYS);
        }
    }

    /**
     * How many points for deeds of that day can still be recorded today. Whoever records deeds of former days for the same member
     * and rule waits here until this transaction has ended.
     */
    int room(Rule rule, Deed deed) {
        LocalDate today = time.today();
        return rule.perDay() == null || !day(deed).isBefore(today)
                ? Integer.MAX_VALUE
                : rule.perDay() * DAYS_AT_ONCE - caps.recordedLate(rule, deed.member(), today, time.startOf(today));
    }

    /** The day on which it was done. */
    LocalDate day(Deed deed) {
        return time.day(occurred(deed, time.now()));
    }
}
