package org.aixin.ledger;

/** Keys are printable ASCII of a limited length, so that they compare as bytes and never collide after a conversion. */
final class Ascii {
    private Ascii() {
    }

    /** The text itself; a text that is no key is a fault of the program. */
    static String key(String text, int longest) {
        if (text.isEmpty() || text.length() > longest || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("Not 1 to " + longest + " printable ASCII characters: " + text);
        }
        return text;
    }
}
