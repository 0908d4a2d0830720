package org.aixin.passbook;

import java.time.Instant;

/**
 * A line that another one corrects, or is corrected by.
 *
 * @param id of the transfer
 * @param at when it was written
 * @param isLine whether it is a line of the passbook; what took nothing, because nothing was left, is only owed
 */
public record Correction(long id, Instant at, boolean isLine) {
    /** The cursor of the page that begins with it. */
    public long getCursor() {
        return id + 1;
    }
}
