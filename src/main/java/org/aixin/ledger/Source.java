package org.aixin.ledger;

/**
 * Why a transfer was made, in words that only the feature behind it understands. One source moves an asset once, whatever is
 * retried. The parts that the mates of a pool give carry a mark behind the reference, {@code ~1} and so on.
 *
 * @param kind {@code quiz}, {@code award}, {@code claim}, {@code shift}, {@code pledge}, {@code order}, {@code reversal} or
 *        {@code expiry}; at most 16 ASCII characters
 * @param reference opaque, includes the member where a deed has several; at most 120 ASCII characters, and what a command names
 *        at most {@value #LONGEST} without a {@code ~}
 */
public record Source(String kind, String reference) {
    /** The longest reference that a command may name. */
    public static final int LONGEST = 116;
    private static final char MARK = '~';

    /** A kind or reference that is longer, empty or not printable ASCII is a fault of the program. */
    public Source {
        Ascii.key(kind, 16);
        Ascii.key(reference, 120);
        if (kind.startsWith(":")) {
            throw new IllegalArgumentException("A kind of the ledger's own: " + kind);
        }
    }

    /** Whether this is a part that a mate gave. */
    public boolean hasMark() {
        return reference.indexOf(MARK) >= 0;
    }

    /** The source that the feature named. */
    public Source whole() {
        return hasMark() ? new Source(kind, reference.substring(0, reference.indexOf(MARK))) : this;
    }

    Source marked(String mark) {
        return mark.isEmpty() ? this : new Source(kind, reference + mark);
    }

    String mark() {
        return hasMark() ? reference.substring(reference.indexOf(MARK)) : "";
    }

    /** The first has none. */
    static String mark(int number) {
        return number == 0 ? "" : MARK + Integer.toString(number);
    }

    void mustBeWhole() {
        if (hasMark() || reference.length() > LONGEST) {
            throw new IllegalArgumentException("Not a reference that a command may name: " + reference);
        }
    }
}
