package org.aixin.goods;

import org.jspecify.annotations.Nullable;

/** EAN-13: what makers print on goods, and what a shop prints on its own labels, in the ranges that are left to shops. */
public final class Ean {
    /** The range of labels on the shelf. */
    static final int SHELF = 29;
    /** The range of labels on a batch. */
    static final int BATCH = 28;
    private static final int LENGTH = 13, RANGE = 2;

    private Ean() {
    }

    /** Whether these are thirteen digits of which the last fits the others. */
    public static boolean fits(String digits) {
        return digits.matches("[0-9]{13}") && check(digits) == digits.charAt(LENGTH - 1) - '0';
    }

    /** Whether these thirteen digits are of a range that is left to shops: no maker's. */
    static boolean isOfShops(String digits) {
        return digits.startsWith("2");
    }

    /** The label with this number of a range: two digits, ten of the number, and the check digit. */
    static String label(int range, long number) {
        String digits = "%02d%010d".formatted(range, number);
        return digits + check(digits);
    }

    /** The number on a label of this range, null where these digits are none. */
    static @Nullable Long number(int range, String digits) {
        return fits(digits) && digits.startsWith(Integer.toString(range))
                ? Long.valueOf(digits.substring(RANGE, LENGTH - 1))
                : null;
    }

    private static int check(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
