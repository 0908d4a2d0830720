package org.aixin.redemption;

import java.security.SecureRandom;

import org.aixin.goods.Ean;
import org.aixin.kernel.CheckDigit;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/**
 * A code that was scanned or typed. All codes are digits, the last is a check digit, and the first tells the kind: 3 an order (16
 * digits), 9 a member's live code (20), 6 a card (12). A card that was printed elsewhere may be any 6 to 20 digits.
 */
record Code(Kind kind, String digits) {
    /** What a code stands for. */
    enum Kind {
        /** Goods that were reserved. */
        ORDER('3', 16, 2),
        /** A member, for half a minute. */
        LIVE('9', 20, 2),
        /** A member's printed card. */
        CARD('6', 12, 0);

        private final char first;
        private final int length;
        /** By how many digits a code with a slip may be too long or too short. The barcodes on goods (69, 13 digits) are none. */
        private final int slack;

        Kind(char first, int length, int slack) {
            this.first = first;
            this.length = length;
            this.slack = slack;
        }

        private boolean fits(String digits) {
            return digits.length() == length && CheckDigit.fits(digits);
        }

        private boolean almostFits(String digits) {
            return Math.abs(digits.length() - length) <= slack;
        }
    }

    private static final int GOODS = 13;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new order code: 14 digits that nobody can guess, between the kind and the check digit. */
    static Code newOrder() {
        return new Code(Kind.ORDER, CheckDigit.append("3" + "%014d".formatted(RANDOM.nextLong(100_000_000_000_000L))));
    }

    /** Whether this is the code of an order, as far as digits can tell. */
    static boolean isOrder(@Nullable String typed) {
        String digits = Digits.of(typed);
        return digits != null && digits.charAt(0) == Kind.ORDER.first && Kind.ORDER.fits(digits);
    }

    /**
     * The code in these digits. Refused 422 {@code mistyped_code} where it is almost a code, with a slip in it, 404 {@code unknown_code} for anything else.
     */
    static Code read(String digits) {
        for (Kind kind : Kind.values()) {
            if (digits.charAt(0) == kind.first) {
                if (kind.fits(digits)) {
                    return new Code(kind, digits);
                }
                throw kind.almostFits(digits) ? mistyped() : stranger(digits);
            }
        }
        throw stranger(digits);
    }

    /** Thirteen digits stand under the bars of goods, and tell a slip too. */
    private static Problem stranger(String digits) {
        return digits.length() == GOODS && !Ean.fits(digits) ? mistyped() : unknown(digits);
    }

    private static Problem mistyped() {
        return Problem.invalid("mistyped_code", "code");
    }

    /** 404 {@code unknown_code} with what was read. */
    static Problem unknown(String read) {
        return Problem.of(404, "unknown_code").with("read", read.length() > 200 ? read.substring(0, 200) : read);
    }
}
