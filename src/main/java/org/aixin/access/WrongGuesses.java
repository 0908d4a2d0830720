package org.aixin.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Wrong secrets for one person from one address. The first five cost nothing but the fifth begins a wait of a minute, which
 * every further one doubles; a quarter of an hour without any forgives them.
 *
 * @param failures in a row
 * @param lastAt when the last was
 * @param lockedUntil before this no secret is looked at
 */
record WrongGuesses(int failures, Instant lastAt, Instant lockedUntil) {
    static final int FREE = 5;
    /** Wrong secrets for one person in a day from everywhere; beyond it only places that were right before may try. */
    static final int A_DAY = 20;
    /** Clocks of several nodes differ by less. */
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(15);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;

    WrongGuesses andOneMore(Instant now) {
        int all = (now.isAfter(forgivenAt()) ? 0 : failures) + 1;
        if (all < FREE) {
            return new WrongGuesses(all, now, now);
        }
        return new WrongGuesses(all, now, now.plus(FIRST_WAIT.multipliedBy(1L << Math.min(all - FREE, MOST_DOUBLINGS))));
    }

    /** The same, unless it was counted by a clock that was ahead: then as if the last one came now. No wait is longer than the longest. */
    WrongGuesses notAheadOf(Instant now) {
        if (!lastAt.isAfter(now.plus(SKEW))) {
            return this;
        }
        Duration wait = Duration.between(lastAt, lockedUntil), longest = FIRST_WAIT.multipliedBy(1L << MOST_DOUBLINGS);
        return new WrongGuesses(failures, now, now.plus(wait.compareTo(longest) > 0 ? longest : wait));
    }

    boolean locked(Instant now) {
        return now.isBefore(lockedUntil);
    }

    private Instant forgivenAt() {
        return (lockedUntil.isAfter(lastAt) ? lockedUntil : lastAt).plus(FORGIVEN_AFTER);
    }
}
