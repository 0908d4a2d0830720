package org.aixin.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An attempt with all that belongs to it.
 *
 * @param questions in the order in which they are asked
 * @param marked what was answered, in the same order; empty until it was
 */
record Paper(Quiz quiz, Attempt attempt, List<Question> questions, List<Asked.Marked> marked) {
    /** A question's options in the order in which this attempt shows them; right and wrong always stand in this order. */
    List<QuestionOption> options(Question question) {
        if (question.kind == Kind.TRUE_FALSE) {
            return question.options.stream().sorted(QuestionOption.YES_FIRST).toList();
        }
        List<QuestionOption> shuffled = new ArrayList<>(question.options);
        Collections.shuffle(shuffled, new Random(attempt.seed() ^ question.id));
        return shuffled;
    }
}
