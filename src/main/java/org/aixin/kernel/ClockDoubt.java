package org.aixin.kernel;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Why the clock of this machine is not believed.
 *
 * @param known the newest instant that was seen before, or what the clock should show
 * @param landed from where a clock that jumped ahead has run on, null for the others
 */
public record ClockDoubt(Why why, Instant known, @Nullable ClockLine landed) {
    /** How far a clock may be ahead of what was seen last: a village may rest for a winter month. */
    static final Duration FARTHEST = Duration.ofDays(40);
    /** A clock that jumped ahead is believed when it has run on for as long as it jumped, and after this at the latest. */
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** What is wrong with it. */
    public enum Why {
        /** It is before what was seen. */
        BEHIND,
        /** It is more than forty days after it. */
        AHEAD,
        /** It went ahead by up to forty days while the service ran: believed when it has run on for as long, an hour at most. */
        JUMPED,
        /** It differs from the database's, which other nodes go by. Nobody can say that this is right. */
        APART
    }

    /** Of a clock at a start, when nothing is known but the newest instant that was seen; null where it can be right. */
    static @Nullable ClockDoubt atStart(Instant now, Instant newest) {
        if (now.isBefore(newest.minus(ClockLine.TOLERANCE))) {
            return new ClockDoubt(Why.BEHIND, newest, null);
        }
        return now.isAfter(newest.plus(FARTHEST)) ? new ClockDoubt(Why.AHEAD, newest, null) : null;
    }

    /** Of a clock that has left the line it kept while the service ran; null where it can be right again. */
    static @Nullable ClockDoubt running(Instant now, ClockLine line, @Nullable ClockDoubt before, Ticker ticker) {
        Duration ahead = line.ahead(now, ticker);
        if (ClockLine.isSmall(ahead)) {
            return null;
        }
        if (ahead.isNegative()) {
            Instant known = before != null && before.why == Why.BEHIND ? before.known : line.expected(ticker);
            return atStart(now, known);
        }
        if (ahead.compareTo(FARTHEST) > 0) {
            return new ClockDoubt(Why.AHEAD, line.expected(ticker), null);
        }
        ClockLine landed = before != null && before.landed != null && before.landed.isKeptBy(now, ticker)
                ? before.landed
                : ClockLine.from(now, ticker);
        Duration wait = ahead.compareTo(LONGEST_WAIT) < 0 ? ahead : LONGEST_WAIT;
        return landed.gone(ticker).compareTo(wait) >= 0 ? null : new ClockDoubt(Why.JUMPED, line.expected(ticker), landed);
    }
}
