package org.aixin.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Free text that a person typed: trimmed, of a length the column holds, without control characters. Emoji, HTML and SQL are
 * words like any other; pages escape and statements bind them.
 */
public final class Text {
    private static final int UNDECODABLE = 0xFFFD;
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

    private Text() {
    }

    /**
     * The text, trimmed. Refused 422 {@code text_required} where there is none, {@code text_too_long} beyond {@code most}
     * characters, {@code text_unreadable} with control characters, half an emoji or what is left of undecodable bytes in it.
     */
    public static String required(@Nullable String value, String field, int most) {
        String text = optional(value, field, most);
        if (text == null) {
            throw Problem.invalid("text_required", field);
        }
        return text;
    }

    /** As {@link #required}, but nothing or only spaces is null. */
    public static @Nullable String optional(@Nullable String value, String field, int most) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.codePointCount(0, text.length()) > most) {
            throw Problem.invalid("text_too_long", field, most).with("most", most);
        }
        if (text.codePoints().anyMatch(Text::unreadable)) {
            throw Problem.invalid("text_unreadable", field);
        }
        return text;
    }

    private static boolean unreadable(int letter) {
        return Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t'
                || Character.getType(letter) == Character.SURROGATE || letter == UNDECODABLE || turnsWritingAround(letter);
    }

    /** Marks that make text read backwards, with which one name can pass for another. */
    private static boolean turnsWritingAround(int letter) {
        return letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069;
    }

    /** A day of the years 1000 to 2999 as a form or a program writes it, such as 2026-11-21; refused 422 {@code value_refused}. */
    public static LocalDate day(String text, String field) {
        String day = text.strip();
        try {
            return LocalDate.parse(DAY.matcher(day).matches() ? day : "");
        } catch (DateTimeParseException noDay) {
            throw Problem.invalid("value_refused", field);
        }
    }
}
