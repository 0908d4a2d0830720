package org.aixin.quiz;

import java.util.regex.Pattern;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** Texts of one line, white space made single, whose refusals say which of many texts is meant: a sheet has hundreds. */
final class Wording {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\ufeff]+");

    private Wording() {
    }

    /** The text; refused 422 {@code <what>_required}, {@code <what>_too_long} or {@code text_unreadable}. */
    static String required(@Nullable String text, String what, int most) {
        String tidy = optional(text, what, most);
        if (tidy == null) {
            throw Problem.invalid(what + "_required", what);
        }
        return tidy;
    }

    /** The text, null for none; refused as above where there is one. */
    static @Nullable String optional(@Nullable String text, String what, int most) {
        String tidy = text == null ? "" : SPACE.matcher(text).replaceAll(" ");
        if (tidy.codePointCount(0, tidy.length()) > most) {
            throw Problem.invalid(what + "_too_long", what, most);
        }
        return Text.optional(tidy, what, most);
    }
}
