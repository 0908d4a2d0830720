package org.aixin.round;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.quiz.LiveQuestion;
import org.aixin.quiz.LiveQuizzes;
import org.aixin.round.Round.State;
import org.aixin.round.Scene.Standing;

import org.jspecify.annotations.Nullable;

/** Draws what everybody sees of a round. */
@ApplicationScoped
class Scenes {
    private static final int ON_THE_WALL = 10;
    private final RoundRows rounds;
    private final AnswerRows answers;
    private final PlayerRows players;
    private final Standings standings;
    private final LiveQuizzes quizzes;
    private final BusinessTime time;

    Scenes(RoundRows rounds, AnswerRows answers, PlayerRows players, Standings standings, LiveQuizzes quizzes,
            BusinessTime time) {
        this.rounds = rounds;
        this.answers = answers;
        this.players = players;
        this.standings = standings;
        this.quizzes = quizzes;
        this.time = time;
    }

    /** A round as it stands. */
    Scene of(Round round) {
        boolean asks = round.state() == State.QUESTION || round.state() == State.REVEAL;
        LiveQuestion question = asks ? question(round) : null;
        boolean places = round.state() == State.STANDINGS || round.state() == State.PODIUM || round.state() == State.ENDED;
        return new Scene(Long.toString(round.id()), round.title(), round.state().code(), round.version(), round.position(),
                round.questions(), time.now(), players.count(round.id()), answers.count(round.id(), round.position()),
                question == null ? null : asked(question, round), round.leftMillis(),
                question == null || round.state() != State.REVEAL ? null : reveal(question, round),
                places ? first(round) : null);
    }

    private LiveQuestion question(Round round) {
        long id = rounds.question(round.id(), round.position());
        return Objects.requireNonNull(quizzes.questions(List.of(id)).get(id));
    }

    private static Scene.Question asked(LiveQuestion question, Round round) {
        return new Scene.Question(Long.toString(question.id()), question.text(), question.kind(), question.picture(),
                question.options().stream().map(option -> new Scene.Option(Long.toString(option.id()), option.text())).toList(),
                round.deadline());
    }

    private Scene.Reveal reveal(LiveQuestion question, Round round) {
        Map<Long, Integer> chosen = answers.counts(round.id(), round.position());
        Map<String, Integer> counts = new HashMap<>();
        question.options().forEach(option -> counts.put(Long.toString(option.id()), chosen.getOrDefault(option.id(), 0)));
        List<String> right = question.options().stream().filter(LiveQuestion.Option::correct)
                .map(option -> Long.toString(option.id())).toList();
        return new Scene.Reveal(right, counts, answers.right(round.id(), round.position()), question.explanation(),
                question.source());
    }

    private @Nullable List<Standing> first(Round round) {
        return standings.first(round.id(), ON_THE_WALL);
    }
}
