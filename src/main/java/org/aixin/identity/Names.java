package org.aixin.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** How people, units, phones and cards may be called. */
public final class Names {
    private static final int LONGEST = 40;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ·・•་.,'’()（）_-]*");
    private static final Pattern PHONE = Pattern.compile("1[0-9]{10}");
    private static final Pattern CARD = Pattern.compile("[0-9]{6,20}");
    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._]{2,31}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s-]");

    private Names() {
    }

    /** 1 to 40 letters of any script; refused 422 {@code name_refused}. */
    static String ofMember(@Nullable String given) {
        return name(given, "name_refused");
    }

    /** 1 to 40 letters of any script; refused 422 {@code unit_name_refused}. */
    static String ofUnit(@Nullable String given) {
        return name(given, "unit_name_refused");
    }

    /** A Chinese mobile number, null for none; refused 422 {@code phone_refused}. */
    static @Nullable String phone(@Nullable String given) {
        return form(given, PHONE, "phone_refused", "phone");
    }

    /** A card's number of 6 to 20 digits, null for none; refused 422 {@code card_refused}. */
    static @Nullable String card(@Nullable String given) {
        return form(given, CARD, "card_refused", "card");
    }

    /** What staff without a phone sign in with, null for none; refused 422 {@code login_refused}. */
    static @Nullable String login(@Nullable String given) {
        return form(given, LOGIN, "login_refused", "login");
    }

    /** What was typed to say who one is, as it is kept: half-width, no gaps, a phone without its country. */
    public static String typed(@Nullable String given) {
        String plain = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFKC);
        String close = BETWEEN_DIGITS.matcher(plain.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        return close.startsWith("+86") ? close.substring(3) : close;
    }

    private static String name(@Nullable String given, String refusal) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC).strip();
        if (name.codePointCount(0, name.length()) > LONGEST || !NAME.matcher(name).matches()) {
            throw Problem.invalid(refusal, "name", LONGEST);
        }
        return name;
    }

    private static @Nullable String form(@Nullable String given, Pattern form, String refusal, String field) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String plain = field.equals("login") ? given.strip() : typed(given);
        if (!form.matcher(plain).matches()) {
            throw Problem.invalid(refusal, field);
        }
        return plain;
    }
}
