package org.aixin.quiz;

import java.util.Arrays;
import java.util.List;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** How a question is answered. */
enum Kind {
    /** One option is right. */
    SINGLE,
    /** One or several are right; all of them and no other must be chosen. */
    MULTIPLE,
    /** Right or wrong. */
    TRUE_FALSE;

    /** The kind with this name; refused 422 {@code question_kind_unknown} where there is none. */
    static Kind named(@Nullable String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.invalid("question_kind_unknown", "kind"));
    }

    /** The kind of a question that does not say it, seen from its options. */
    static Kind of(List<Draft.Option> options) {
        if (options.size() == 2 && options.stream().map(Draft.Option::text).allMatch(YesNo::isWord)) {
            return TRUE_FALSE;
        }
        return options.stream().filter(Draft.Option::correct).count() > 1 ? MULTIPLE : SINGLE;
    }
}
