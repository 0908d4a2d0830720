package org.aixin.passbook;

import java.time.Instant;

import org.aixin.ledger.Source;

import org.jspecify.annotations.Nullable;

/**
 * One line of a passbook.
 *
 * @param id of the transfer
 * @param points gained, negative where they were spent
 * @param balance after it
 * @param title what it was for, in the reader's language
 * @param reverses the line that this one corrects
 */
public record Line(long id, Instant at, long points, long balance, String title, Source source, @Nullable Long reverses) {
    /** Whether points were gained. */
    public boolean isGain() {
        return points > 0;
    }
}
