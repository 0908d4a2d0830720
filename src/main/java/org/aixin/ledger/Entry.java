package org.aixin.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One line of an account's statement.
 *
 * @param amount what it changed, negative where it was spent
 * @param balance after it
 * @param phase how the transfer came about, such as {@code MOVE}, {@code POST}, {@code SETTLE}
 * @param reverses the transfer that this one takes back
 */
public record Entry(long transfer, Instant at, long amount, long balance, Source source, String phase, @Nullable Long reverses) {
}
