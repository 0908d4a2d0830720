package org.aixin.round;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.GroupCommit;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sha256;
import org.aixin.kernel.Transactions;
import org.aixin.quiz.LiveQuestion;
import org.aixin.quiz.LiveQuizzes;
import org.aixin.round.AnswerBatch.Given;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;

/** Answers of a square full of phones; those that come together are judged and kept together. */
@ApplicationScoped
class Answers {
    private static final int PAPERS = 100;
    private final RoundRows rounds;
    private final AnswerRows answers;
    private final LiveQuizzes quizzes;
    private final BusinessTime time;
    private final LoadingCache<Long, List<LiveQuestion>> papers = Caffeine.newBuilder().maximumSize(PAPERS).build(this::paper);
    private final GroupCommit<Given, Verdict> keeping = new GroupCommit<>("answers", 500, Duration.ofMillis(2), 20_000,
            this::keep);

    Answers(RoundRows rounds, AnswerRows answers, LiveQuizzes quizzes, BusinessTime time) {
        this.rounds = rounds;
        this.answers = answers;
        this.quizzes = quizzes;
        this.time = time;
    }

    void stop(@Observes ShutdownEvent stopping) {
        keeping.close();
    }

    /**
     * Keeps an answer; done when it is committed. Refused 401 {@code player_unknown}, 403 {@code player_removed}, 422
     * {@code question_unknown} and {@code option_unknown}, 409 {@code already_answered}, {@code too_late}, {@code round_paused}.
     */
    Uni<Void> answer(String token, long round, long question, Set<Long> chosen) {
        return keeping.submit(new Given(Ids.next(), Sha256.of(token), round, question, chosen, time.now()))
                .map(Verdict::orRefuse);
    }

    private List<Verdict> keep(List<Given> batch) {
        return Transactions.run(() -> new AnswerBatch(rounds, answers, papers::get, batch).keep());
    }

    private List<LiveQuestion> paper(long round) {
        List<Long> asked = rounds.questions(round);
        Map<Long, LiveQuestion> questions = quizzes.questions(asked);
        return asked.stream().map(questions::get).map(Objects::requireNonNull).toList();
    }
}
