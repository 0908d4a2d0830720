package org.aixin.goods;

import org.jspecify.annotations.Nullable;

/**
 * A line of a slip as somebody sent it, still to be checked.
 *
 * @param goods code of the goods
 * @param bestBefore the last good day of what comes in, such as 2027-03-31
 * @param batch the label of the batch that goes out; without one, what goes bad first
 */
public record Piece(@Nullable String goods, @Nullable Integer quantity, @Nullable String bestBefore, @Nullable String batch) {
    /** A line without a date or batch. */
    static Piece of(Wanted wanted) {
        return new Piece(wanted.goods(), wanted.quantity(), null, null);
    }
}
