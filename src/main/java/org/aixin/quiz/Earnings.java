package org.aixin.quiz;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.standard.Awards;
import org.aixin.standard.Deed;
import org.aixin.standard.Rules;

/** What right answers earn by the points standard. */
@ApplicationScoped
class Earnings {
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

    /** Points for one right answer. */
    int perAnswer() {
        return rules.rule(RULE).points();
    }
}
