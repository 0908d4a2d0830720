package org.aixin.redemption;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A clerk's time at the counter of a shop.
 *
 * @param clerkName the clerk's name
 * @param closedAt null while it is open
 * @param closedBy name of who closed it: the clerk, or an administrator for one who forgot
 */
public record Session(long id, long shop, long clerk, String clerkName, Instant openedAt, @Nullable Instant closedAt,
        @Nullable String closedBy) {
    /** Whether the clerk still stands there. */
    public boolean isOpen() {
        return closedAt == null;
    }
}
