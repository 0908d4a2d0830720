package org.aixin.quiz;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A question as a live round asks it, with its answers.
 *
 * @param kind {@code SINGLE}, {@code MULTIPLE} or {@code TRUE_FALSE}
 * @param picture path of one, {@code ?size=small} for phones; it tells nothing of the answer
 * @param options in the order in which everybody sees them; it tells nothing of which is right
 */
public record LiveQuestion(long id, String text, String kind, @Nullable String explanation, @Nullable String source,
        @Nullable String picture, List<Option> options) {
    /** One of the things to choose from. */
    public record Option(long id, String text, boolean correct) {
    }

    static LiveQuestion of(Question question) {
        Comparator<QuestionOption> order = question.kind == Kind.TRUE_FALSE
                ? QuestionOption.YES_FIRST
                : Comparator.comparing(option -> option.id);
        return new LiveQuestion(question.id, question.text, question.kind.name(), question.explanation, question.source,
                QuestionPictures.address(question.picture),
                question.options.stream().sorted(order).map(one -> new Option(one.id, one.text, one.correct)).toList());
    }

    /** Whether this can be an answer: something to choose from was chosen, and one thing where only one can be right. */
    public boolean takes(Set<Long> chosen) {
        return !chosen.isEmpty() && (chosen.size() == 1 || kind.equals(Kind.MULTIPLE.name()))
                && options.stream().map(Option::id).collect(Collectors.toSet()).containsAll(chosen);
    }

    /** Whether all right options were chosen and no other. */
    public boolean isRight(Set<Long> chosen) {
        return options.stream().filter(Option::correct).map(Option::id).collect(Collectors.toSet()).equals(chosen);
    }
}
