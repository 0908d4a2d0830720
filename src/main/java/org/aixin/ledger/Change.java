package org.aixin.ledger;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a transfer did to one account, as {@link Lots} replay it.
 *
 * @param day on which it was done
 * @param comesIn whether the account is its credit side
 * @param expires whether it took away what had expired
 */
record Change(long transfer, LocalDate day, boolean comesIn, boolean expires, long amount, Phase phase, @Nullable Long resolves,
        @Nullable Long reverses, Source source) {
}
