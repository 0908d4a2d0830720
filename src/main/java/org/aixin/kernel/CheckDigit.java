package org.aixin.kernel;

/**
 * The last digit of every code that people type: it catches every single wrong digit and every swap of two neighbours (H. M. Damm,
 * Total anti-symmetrische Quasigruppen, Marburg 2004).
 */
public final class CheckDigit {
    private static final String[] QUASIGROUP = {"0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
            "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"};

    private CheckDigit() {
    }

    /** These digits with their check digit behind. */
    public static String append(String digits) {
        return digits + remainder(digits);
    }

    /** Whether digits that end with a check digit were copied without a slip. */
    public static boolean fits(String digits) {
        return remainder(digits) == 0;
    }

    private static int remainder(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = QUASIGROUP[interim].charAt(digits.charAt(i) - '0') - '0';
        }
        return interim;
    }
}
