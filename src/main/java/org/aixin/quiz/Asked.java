package org.aixin.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.aixin.kernel.Problem;

/**
 * One question of an attempt.
 *
 * @param options the ids of what can be chosen
 * @param right the ids of what should be chosen
 */
record Asked(long question, Set<Long> options, Set<Long> right) {
    /**
     * What was answered to one question; nothing chosen is wrong.
     *
     * @param chosen in ascending order
     */
    record Marked(long question, Set<Long> chosen, boolean correct) {
    }

    /**
     * Marks the answers: right is who chose all right options and no other. Refused 422 {@code question_unknown} or
     * {@code option_unknown} for what was not asked.
     */
    static List<Marked> mark(List<Asked> asked, Map<Long, Set<Long>> answers) {
        Map<Long, Set<Long>> left = new HashMap<>(answers);
        List<Marked> marked = new ArrayList<>();
        for (Asked one : asked) {
            Set<Long> chosen = left.remove(one.question);
            marked.add(one.mark(chosen == null ? Set.of() : chosen));
        }
        if (!left.isEmpty()) {
            throw Problem.invalid("question_unknown", "answers");
        }
        return marked;
    }

    private Marked mark(Set<Long> chosen) {
        if (!options.containsAll(chosen)) {
            throw Problem.invalid("option_unknown", "answers");
        }
        return new Marked(question, new TreeSet<>(chosen), chosen.equals(right));
    }
}
