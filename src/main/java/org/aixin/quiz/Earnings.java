package org.aixin.quiz;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
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

    /** Credits the right answers of an attempt in the present transaction, and answers the points that the day's cap left of them. */
    int credit(Person person, long attempt, int right) {
        if (right == 0) {
            return 0;
        }
        return awards.give(Deed.watched(person.id(), RULE, right, QuizTitles.KIND, Long.toString(attempt))).points();
    }

    /**
     * Credits a right answer of a live round in the present transaction, and answers the points that the caps of its day left.
     *
     * @param reference tells the answer from all others; the same again is refused 409 {@code already_awarded}
     */
    public int credit(long member, Instant at, String reference) {
        return awards.give(Deed.watched(member, RULE, 1, QuizTitles.KIND, reference).on(at)).points();
    }

    /** Points for one right answer. */
    public int perAnswer() {
        return rules.rule(RULE).points();
    }
}
