package org.aixin.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A transfer to append. */
record Transfer(long id, long debit, long credit, Asset asset, long amount, Phase phase, @Nullable Long resolves,
        @Nullable Long reverses, Source source, String actor, Instant at, @Nullable Instant deadline, @Nullable Long debitAfter,
        @Nullable Long creditAfter) {
}
