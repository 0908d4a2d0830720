package org.aixin.standard;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a resident claims.
 *
 * @param quantity deeds or hours; null for one
 */
public record NewClaim(@Nullable String rule, @Nullable BigDecimal quantity, @Nullable Instant occurredAt,
        @Nullable String note) {
}
