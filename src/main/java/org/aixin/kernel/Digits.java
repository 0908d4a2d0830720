package org.aixin.kernel;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/** Codes as people and scanners type them: full-width digits, spaces and hyphens are as good as plain digits. */
public final class Digits {
    private static final int LONGEST = 64, MOST_OF_NUMBER = 6;

    private Digits() {
    }

    /** The plain digits, or null where something else than digits was typed, or nothing. */
    public static @Nullable String of(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return null;
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}]", "");
        return plain.matches("[0-9]{1,32}") ? plain : null;
    }

    /** The whole number up to 999,999 that was typed; refused 422 {@code number_unreadable} where none was. */
    public static int number(@Nullable String typed, String field) {
        String digits = of(typed);
        if (digits == null || digits.length() > MOST_OF_NUMBER) {
            throw Problem.invalid("number_unreadable", field);
        }
        return Integer.parseInt(digits);
    }

    /** The digits in groups of four, as they stand under a code. */
    public static String grouped(String digits) {
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
