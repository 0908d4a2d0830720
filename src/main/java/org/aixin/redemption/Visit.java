package org.aixin.redemption;

import java.time.Duration;
import java.time.Instant;

import org.aixin.kernel.BusinessTime;

import org.jspecify.annotations.Nullable;

/**
 * A member stands before a clerk: for ten minutes one basket can be handed over.
 *
 * @param step time step of the live code that opened it, null for a card or a search
 * @param bearer who comes for the member, null for the member
 * @param needsSecret whether the member's secret must be given, because a card only identifies
 */
record Visit(long id, long member, long shop, long clerk, @Nullable Long step, boolean needsSecret, Instant openedAt,
        Instant expiresAt, @Nullable Long bearer) {
    /** How long a visit lasts. */
    static final Duration LASTS = Duration.ofMinutes(10);

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt) || BusinessTime.isYetToCome(openedAt, now);
    }

    boolean belongsTo(long clerk, long shop) {
        return this.clerk == clerk && this.shop == shop;
    }
}
