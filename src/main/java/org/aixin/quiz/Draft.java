package org.aixin.quiz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/**
 * A question that may enter a bank: every rule about a question alone was checked.
 *
 * @param options {@link #FEWEST} to {@link #MOST}, all different; of SINGLE and TRUE_FALSE exactly one is right
 * @param difficulty 1 (easy) to 5
 * @param picture of those that are kept, see {@link QuestionPictures}
 */
record Draft(String text, Kind kind, List<Option> options, @Nullable String explanation, @Nullable String source,
        @Nullable String topic, int difficulty, @Nullable String picture) {
    static final int FEWEST = 2;
    static final int MOST = 6;

    /** One of the things to choose from. */
    record Option(@Nullable String text, boolean correct) {
    }

    /** The question as it may be kept; refused 422 with the first thing that is wrong with it. */
    static Draft of(@Nullable String text, Kind kind, List<Option> options, @Nullable String explanation,
            @Nullable String source, @Nullable String topic, @Nullable Integer difficulty) {
        return new Draft(Wording.required(text, "question_text", 300), kind, checked(kind, options),
                Wording.optional(explanation, "explanation", 600), Wording.optional(source, "source", 200),
                Wording.optional(topic, "topic", 20), checked(difficulty), null);
    }

    /** The same question with the picture at this address, if any; refused 422 {@code picture_unknown} where none can be there. */
    Draft pictured(@Nullable String address) {
        return new Draft(text, kind, options, explanation, source, topic, difficulty, QuestionPictures.id(address));
    }

    private static List<Option> checked(Kind kind, List<Option> options) {
        if (options.size() < FEWEST || options.size() > MOST) {
            throw Problem.invalid("option_count", "options", FEWEST, MOST);
        }
        if (kind == Kind.TRUE_FALSE && options.size() != 2) {
            throw Problem.invalid("true_false_options", "options");
        }
        List<Option> tidy = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Option option : options) {
            String text = Wording.required(option.text(), "option_text", 150);
            if (!seen.add(text)) {
                throw Problem.invalid("option_twice", "options", text);
            }
            tidy.add(new Option(text, option.correct()));
        }
        mustHaveRightOnes(kind, options.stream().filter(Option::correct).count());
        return List.copyOf(tidy);
    }

    private static void mustHaveRightOnes(Kind kind, long right) {
        if (right == 0) {
            throw Problem.invalid("right_option_missing", "options");
        }
        if (right > 1 && kind != Kind.MULTIPLE) {
            throw Problem.invalid("one_right_option", "options");
        }
    }

    private static int checked(@Nullable Integer difficulty) {
        int given = difficulty == null ? 1 : difficulty;
        if (given < 1 || given > 5) {
            throw Problem.invalid("difficulty_out_of_range", "difficulty");
        }
        return given;
    }
}
