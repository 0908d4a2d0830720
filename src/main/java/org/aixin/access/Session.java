package org.aixin.access;

import java.time.Duration;
import java.time.Instant;

import org.aixin.identity.Person;

import org.jspecify.annotations.Nullable;

/**
 * A session that lives.
 *
 * @param id by which its owner knows it: the first half of the hash of its token, in hex
 * @param browser whether a browser holds it, rather than a program
 * @param locked whether it was locked by hand or by the page
 * @param at when it was opened
 * @param lastAt when it was last used, coarsely
 * @param screen with what, as {@link Screens} says it
 */
record Session(String id, Person person, Stage kept, boolean browser, boolean locked, Instant at, Instant lastAt, String screen) {
    private static final Duration OFTEN = Duration.ofSeconds(20), SELDOM = Duration.ofHours(1);

    /** What stands between it and being signed in; only screens of staff lock, after so long without use, zero for never. */
    Stage stage(Instant now, Duration idle) {
        if (kept != Stage.OPEN || !locks()) {
            return kept;
        }
        return locked || !idle.isZero() && !now.isBefore(lastAt.plus(idle)) ? Stage.LOCKED : Stage.OPEN;
    }

    /** Whether a use now is worth writing down. */
    boolean isWorthNoting(Instant now) {
        return now.isAfter(lastAt.plus(locks() ? OFTEN : SELDOM)) || lastAt.isAfter(now.plus(OFTEN));
    }

    /** Whether it belongs to a screen that locks. */
    boolean locks() {
        return browser && person.isStaff();
    }

    /** The machine it was opened on, a key of the words. */
    public String machine() {
        int end = screen.indexOf(' ');
        String machine = end < 0 ? screen : screen.substring(0, end);
        return machine.isEmpty() ? Screens.PROGRAM : machine;
    }

    /** Whether it was opened inside WeChat. */
    public boolean wechat() {
        return screen.endsWith(" wechat");
    }

    /** Whether this is the one with the id. */
    public boolean is(@Nullable String other) {
        return id.equals(other);
    }
}
