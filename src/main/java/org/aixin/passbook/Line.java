package org.aixin.passbook;

import java.time.Instant;
import java.time.LocalDate;

import org.aixin.ledger.Source;

import org.jspecify.annotations.Nullable;

/**
 * One line of a passbook.
 *
 * @param id of the transfer
 * @param at when it was written
 * @param day on which the deed was done, where that is an earlier one
 * @param points gained, negative where they were spent
 * @param balance after it
 * @param title what it was for, in the reader's language
 * @param corrects the line that this one corrects
 * @param correctedBy the line that corrects this one
 */
public record Line(long id, Instant at, @Nullable LocalDate day, long points, long balance, String title, Source source,
        @Nullable Correction corrects, @Nullable Correction correctedBy) {
    /** Whether it was written on a later day than the deed was done. */
    public boolean isLate() {
        return day != null;
    }

    /** Whether points were gained. */
    public boolean isGain() {
        return points > 0;
    }
}
