package org.aixin.ledger;

/**
 * Why a transfer was made, in words that only the feature behind it understands. One source moves an asset once, whatever is
 * retried.
 *
 * @param kind {@code quiz}, {@code award}, {@code claim}, {@code shift}, {@code pledge}, {@code order}, {@code reversal} or
 *        {@code expiry}; at most 16 ASCII characters
 * @param reference opaque, includes the member where a deed has several; at most 120 ASCII characters
 */
public record Source(String kind, String reference) {
    /** A kind or reference that is longer, empty or not printable ASCII is a fault of the program. */
    public Source {
        Ascii.key(kind, 16);
        Ascii.key(reference, 120);
        if (kind.startsWith(":")) {
            throw new IllegalArgumentException("A kind of the ledger's own: " + kind);
        }
    }
}
