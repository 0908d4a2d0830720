package org.aixin.ledger;

import java.time.Duration;
import java.time.Instant;

import org.aixin.kernel.Ids;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of an account are asked for. Reading them costs the same however long the account is: a span of time is a range of
 * ids, since ids rise with time, and a kind has an index of its own.
 *
 * @param before entries of transfers below this id alone; {@code Long.MAX_VALUE} for the newest
 * @param kind of their source, null for every kind
 * @param from the first instant, null from the beginning
 * @param until the first instant after them, null up to now
 */
public record Sought(long before, @Nullable String kind, @Nullable Instant from, @Nullable Instant until) {
    /**
     * By how much the clocks of two nodes may differ, and by how much one may have been ahead, whose ids an account goes on from. The range
     * of ids is wider by that, and the instants decide.
     */
    private static final Duration BEFORE = Duration.ofDays(1), AFTER = Duration.ofDays(42);

    /** All entries older than a transfer. */
    public static Sought before(long transfer) {
        return new Sought(transfer, null, null, null);
    }

    long aboveId() {
        return from == null ? 0 : Ids.first(from.minus(BEFORE)) - 1;
    }

    long belowId() {
        return until == null ? before : Math.min(before, Ids.first(until.plus(AFTER)));
    }
}
