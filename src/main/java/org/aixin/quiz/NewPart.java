package org.aixin.quiz;

import java.util.List;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/**
 * What a quiz should draw, not checked yet.
 *
 * @param topic none: that of the quiz, or any
 * @param difficulty from and to, 1 (easy) to 5; none: any
 * @param count how many questions, 1 to 100
 */
public record NewPart(@Nullable String topic, @Nullable List<@Nullable Integer> difficulty, @Nullable Integer count) {
    /** The part; refused 422 with the first thing that is wrong. */
    Part part(@Nullable String topicOfQuiz) {
        String own = Wording.optional(topic, "topic", 20);
        List<@Nullable Integer> range = difficulty == null ? List.of(Part.EASIEST, Part.HARDEST) : difficulty;
        if (range.size() != 2) {
            throw range();
        }
        int from = within(range.get(0)), to = within(range.get(1));
        if (from > to) {
            throw range();
        }
        return new Part(own == null ? topicOfQuiz : own, from, to,
                Quizzes.within(Quizzes.required(count, "count"), "count", 1, Quizzes.MOST_DRAWN));
    }

    private static int within(@Nullable Integer difficulty) {
        if (difficulty == null || difficulty < Part.EASIEST || difficulty > Part.HARDEST) {
            throw range();
        }
        return difficulty;
    }

    private static Problem range() {
        return Problem.invalid("difficulty_range_refused", "difficulty");
    }
}
