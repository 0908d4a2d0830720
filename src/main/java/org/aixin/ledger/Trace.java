package org.aixin.ledger;

import java.time.Instant;

/**
 * A transfer as another one speaks of it.
 *
 * @param isLine whether it stands in the statement of what is there, rather than of what is owed
 */
public record Trace(long transfer, Instant at, Source source, boolean isLine) {
}
