package org.aixin.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What the clock should show: it showed {@code at} once, and the machine has ticked since.
 *
 * @param nanos of the ticker then
 * @param withSleep the same with the machine's sleep, where it tells
 */
record ClockLine(Instant at, long nanos, OptionalLong withSleep) {
    /** By how much a clock may be off before anybody is asked. */
    static final Duration TOLERANCE = Duration.ofMinutes(2);

    static ClockLine from(Instant now, Ticker ticker) {
        return new ClockLine(now, ticker.nanos(), ticker.nanosWithSleep());
    }

    /** How far the clock is ahead of this, less than zero where it is behind. A machine that has slept is not ahead. */
    Duration ahead(Instant now, Ticker ticker) {
        Duration ahead = Duration.between(expected(ticker), now);
        if (isSmall(ahead)) {
            return ahead;
        }
        OptionalLong slept = ticker.nanosWithSleep();
        return withSleep.isPresent() && slept.isPresent()
                ? Duration.between(at.plusNanos(slept.getAsLong() - withSleep.getAsLong()), now)
                : ahead;
    }

    /** Whether the clock shows this, as far as clocks do. */
    boolean isKeptBy(Instant now, Ticker ticker) {
        return isSmall(ahead(now, ticker));
    }

    /** What the clock should show now. */
    Instant expected(Ticker ticker) {
        return at.plus(gone(ticker));
    }

    /** How long ago it began. */
    Duration gone(Ticker ticker) {
        return Duration.ofNanos(ticker.nanos() - nanos);
    }

    static boolean isSmall(Duration off) {
        return off.abs().compareTo(TOLERANCE) <= 0;
    }
}
