package org.aixin.goods;

import java.time.Instant;

import org.aixin.kernel.Digits;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** What codes and numbers of goods and shops may look like. */
final class Words {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z"), LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** The longest reason, in characters. */
    static final int LONGEST_REASON = 200;

    private Words() {
    }

    /** 1 to 32 letters, digits, hyphens and underscores; else 422 {@code code_refused}. */
    static String code(@Nullable String code) {
        if (code == null || !isCode(code)) {
            throw Problem.invalid("code_refused", "code");
        }
        return code;
    }

    /** Whether this can be a code at all; anything else is not worth asking the database. */
    static boolean isCode(String text) {
        return text.matches("[A-Za-z0-9_-]{1,32}");
    }

    /** A number that must be there and within bounds; else 422 {@code number_out_of_range}. */
    static int inRange(@Nullable Integer number, String field, int least, int most) {
        if (number == null || number < least || number > most) {
            throw Problem.invalid("number_out_of_range", field, least, most);
        }
        return number;
    }

    /** The whole number in a form's field, null where it was left empty; else 422 {@code number_unreadable}. */
    static @Nullable Integer number(@Nullable String typed, String field) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("-?[0-9]{1,9}")) {
            throw Problem.invalid("number_unreadable", field);
        }
        return Integer.valueOf(typed.strip());
    }

    /**
     * A maker's EAN-13 as it was typed or scanned, null for none. Refused 422 {@code ean_refused} where it is not thirteen digits or
     * its check digit does not fit, {@code ean_of_shop} for one that shops make themselves.
     */
    static @Nullable String ean(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String digits = Digits.of(typed);
        if (digits == null || !Ean.fits(digits)) {
            throw Problem.invalid("ean_refused", "ean");
        }
        if (Ean.isOfShops(digits)) {
            throw Problem.invalid("ean_of_shop", "ean");
        }
        return digits;
    }

    /** Why something is done, null where nobody said. */
    static @Nullable String reason(@Nullable String reason) {
        return Text.optional(reason, "reason", LONGEST_REASON);
    }

    /** Why something is done; refused 422 {@code text_required} where nobody says. */
    static String mustReason(@Nullable String reason) {
        return Text.required(reason, "reason", LONGEST_REASON);
    }

    static @Nullable Integer limit(@Nullable Integer limit) {
        return limit == null ? null : inRange(limit, "monthlyLimit", 1, Goods.MOST_A_MONTH);
    }

    /** A moment of this century, null for none; else 422 {@code value_refused}. */
    static @Nullable Instant moment(@Nullable Instant moment, String field) {
        if (moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))) {
            throw Problem.invalid("value_refused", field);
        }
        return moment;
    }
}
