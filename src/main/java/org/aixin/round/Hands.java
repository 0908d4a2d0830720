package org.aixin.round;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Transactions;
import org.aixin.quiz.LiveQuestion;
import org.aixin.quiz.LiveQuizzes;
import org.aixin.round.AnswerBatch.Place;
import org.aixin.round.Round.State;

/** Answers of people without a phone: the host counts hands and names who raised one. */
@ApplicationScoped
class Hands {
    private final Rounds rounds;
    private final RoundRows rows;
    private final Players players;
    private final AnswerRows answers;
    private final LiveQuizzes quizzes;
    private final BusinessTime time;

    Hands(Rounds rounds, RoundRows rows, Players players, AnswerRows answers, LiveQuizzes quizzes, BusinessTime time) {
        this.rounds = rounds;
        this.rows = rows;
        this.players = players;
        this.answers = answers;
        this.quizzes = quizzes;
        this.time = time;
    }

    /**
     * Keeps the answer of a resident who raised a hand, until the reveal; with the resident, where they are new, as a player. Refused
     * 409 {@code no_question_running}, 409 {@code already_answered}, 422 {@code option_unknown}, 403 {@code own_household}.
     */
    void raise(Person host, long id, Member member, Set<Long> chosen) {
        host.mustNotBeHouseholdOf(member);
        Transactions.run(() -> {
            rounds.hosted(host, id);
            Round round = rows.held(List.of(id)).get(0);
            if (round.state() != State.QUESTION) {
                throw Problem.conflict("no_question_running");
            }
            long asked = rows.question(id, round.position());
            LiveQuestion question = quizzes.questions(List.of(asked)).get(asked);
            if (question == null || !question.takes(chosen)) {
                throw Problem.invalid("option_unknown", "option");
            }
            keep(new Place(id, round.position(), players.present(round, member).id()), chosen, question.isRight(chosen));
            return round;
        });
    }

    private void keep(Place place, Set<Long> chosen, boolean right) {
        long id = Ids.next();
        answers.insert(List.of(new AnswerRows.Kept(id, place, chosen, right, time.now())));
        if (answers.kept(List.of(place)).getOrDefault(place, 0L) != id) {
            throw Problem.conflict("already_answered");
        }
    }
}
