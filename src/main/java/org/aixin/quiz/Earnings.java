package org.aixin.quiz;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.standard.Awards;
import org.aixin.standard.Deed;
import org.aixin.standard.Rules;

/** What right answers earn by the points standard. */
@ApplicationScoped
public class Earnings {
    private static final String RULE = "quiz_correct";
    private final Awards awards;
    private final Rules rules;

    Earnings(Awards awards, Rules rules) {
        this.awards = awards;
        this.rules = rules;
    }

    /** Credits the right answers of an attempt in the present transaction, and answers the points that caps and the event's budget left of them. */
    int credit(Attempt attempt, int right) {
        return right == 0 ? 0 : awards.give(deed(attempt, right)).points();
    }

    /** Whether the budget of the event to which the quiz belongs had no more points for an attempt. */
    boolean isOverBudget(Attempt attempt) {
        return awards.isOverPurse(deed(attempt, 1));
    }

    private static Deed deed(Attempt attempt, int right) {
        return Deed.watched(attempt.member(), RULE, right, QuizTitles.KIND, Long.toString(attempt.id()))
                .in("quiz:" + attempt.quiz());
    }

    /**
     * Credits a right answer of a live round in the present transaction, and answers the points that the caps of its day and the event's
     * budget left.
     *
     * @param reference tells the answer from all others; the same again is refused 409 {@code already_awarded}
     */
    public int credit(long member, Instant at, long round, String reference) {
        return awards.give(Deed.watched(member, RULE, 1, QuizTitles.KIND, reference).on(at).in("round:" + round)).points();
    }

    /** Points for one right answer. */
    public int perAnswer() {
        return rules.rule(RULE).points();
    }
}
