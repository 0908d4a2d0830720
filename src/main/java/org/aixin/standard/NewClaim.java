package org.aixin.standard;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody claims.
 *
 * @param member whose deed it was, null for the claimant's own
 * @param quantity hours, where the rule counts them; null for one
 */
public record NewClaim(@Nullable Long member, @Nullable String rule, @Nullable BigDecimal quantity,
        @Nullable Instant occurredAt, @Nullable String note) {
}
