package org.aixin.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A transfer that a command refers to.
 *
 * @param amount what it moved or set aside, with the shortfall that it left
 */
record Referred(long id, Phase phase, Asset asset, Owner debit, Owner credit, long amount, @Nullable Instant deadline,
        boolean isReversal) {
}
