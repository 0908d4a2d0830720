package org.aixin.quiz;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.standard.Awarded;
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
     * A right answer of a live round.
     *
     * @param reference tells the answer from all others
     */
    public record Right(long member, Instant at, long round, String reference) {
        private Deed deed() {
            return Deed.watched(member, RULE, 1, QuizTitles.KIND, reference).on(at).in("round:" + round);
        }
    }

    /**
     * Credits right answers of live rounds in the present transaction, all or none, and answers the points of each that the caps of its
     * day and the event's budget left. One that was credited before is refused 409 {@code already_awarded}.
     */
    public List<Integer> credit(List<Right> answers) {
        return awards.give(answers.stream().map(Right::deed).toList()).stream().map(Awarded::points).toList();
    }

    /** Points for one right answer. */
    public int perAnswer() {
        return rules.rule(RULE).points();
    }
}
