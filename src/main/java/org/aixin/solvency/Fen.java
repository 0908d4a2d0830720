package org.aixin.solvency;

import java.math.BigDecimal;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** Money in fen, the hundredth part of a yuan. */
public final class Fen {
    /** The most that one entry can be: a milliard yuan. */
    static final long MOST = 100_000_000_000L;

    private Fen() {
    }

    /** 1,234.50, with a minus before what is below zero. */
    public static String yuan(long fen) {
        return "%s%,d.%02d".formatted(fen < 0 ? "－" : "", Math.abs(fen / 100), Math.abs(fen % 100));
    }

    /** Yuan as somebody typed them, with up to two decimals; refused 422 {@code amount_refused}. */
    public static long typed(@Nullable String yuan) {
        String plain = yuan == null ? "" : yuan.strip().replace(",", "").replace("，", "");
        if (!plain.matches("[0-9]{1,10}(\\.[0-9]{1,2})?")) {
            throw Problem.invalid("amount_refused", "amount");
        }
        return checked(new BigDecimal(plain).movePointRight(2).longValueExact());
    }

    /** 1 to {@link #MOST}; refused 422 {@code amount_refused}. */
    static long checked(@Nullable Long fen) {
        if (fen == null || fen < 1 || fen > MOST) {
            throw Problem.invalid("amount_refused", "amount");
        }
        return fen;
    }
}
