package org.aixin.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.aixin.quiz.LiveQuestion;
import org.aixin.quiz.LiveQuizzes;

import org.jspecify.annotations.Nullable;

/**
 * Answers that are kept in one transaction: one a player and question, the first that came, whatever is sent again. Meanwhile their
 * rounds stand still, so that none is kept once the host has revealed.
 */
final class AnswerBatch {
    /**
     * An answer as it came.
     *
     * @param token hash of what the phone holds
     */
    record Given(long id, byte[] token, long round, long question, Set<Long> chosen, Instant at) {
        String holder() {
            return HexFormat.of().formatHex(token);
        }
    }

    /** The place that an answer fills. */
    record Place(long round, int position, long player) {
    }

    /** What is known of an answer's question in its round. */
    record Asked(long round, int position, long question) {
    }

    private final AnswerRows rows;
    private final List<Given> batch;
    private final Map<Long, Round> rounds;
    private final Map<String, Player> players;
    private final List<Asked> asked;
    private final Map<Long, LiveQuestion> questions;

    AnswerBatch(RoundRows rounds, AnswerRows rows, LiveQuizzes quizzes, List<Given> batch) {
        this.rows = rows;
        this.batch = batch;
        this.rounds = rounds.held(batch.stream().map(Given::round).distinct().toList()).stream()
                .collect(Collectors.toMap(Round::id, Function.identity()));
        this.players = rows.players(batch.stream().map(Given::token).toList());
        this.asked = rows.asked(this.rounds.keySet());
        this.questions = quizzes.questions(asked.stream().filter(this::isPresent).map(Asked::question).toList());
    }

    /** How each was judged, in their order. */
    List<Verdict> keep() {
        List<AnswerRows.Kept> good = new ArrayList<>();
        for (Given given : batch) {
            LiveQuestion question = questions.get(given.question);
            Place place = place(given);
            if (refusal(given) == null && place != null && question != null) {
                good.add(new AnswerRows.Kept(given.id, place, given.chosen, question.isRight(given.chosen), given.at));
            }
        }
        rows.insert(good);
        Map<Place, Long> kept = rows.kept(batch.stream().map(this::place).filter(Objects::nonNull).toList());
        return batch.stream().map(given -> verdict(given, kept)).toList();
    }

    private Verdict verdict(Given given, Map<Place, Long> kept) {
        Place place = place(given);
        Long first = place == null ? null : kept.get(place);
        if (first != null) {
            return first == given.id ? Verdict.KEPT : Verdict.refused(409, "already_answered");
        }
        return Objects.requireNonNullElseGet(refusal(given), () -> Verdict.refused(409, "too_late"));
    }

    private @Nullable Place place(Given given) {
        Player player = players.get(given.holder());
        Asked one = asked(given);
        return player == null || one == null || player.round() != given.round
                ? null
                : new Place(given.round, one.position, player.id());
    }

    private @Nullable Asked asked(Given given) {
        return asked.stream().filter(one -> one.round == given.round && one.question == given.question).findFirst().orElse(null);
    }

    /** Whether this is what its round asks now. */
    private boolean isPresent(Asked one) {
        Round round = rounds.get(one.round);
        return round != null && round.state() == Round.State.QUESTION && round.position() == one.position;
    }

    private @Nullable Verdict refusal(Given given) {
        Player player = players.get(given.holder());
        Round round = rounds.get(given.round);
        Asked one = asked(given);
        if (round == null) {
            return Verdict.refused(404, "not_found");
        }
        if (player == null || player.round() != given.round) {
            return Verdict.refused(401, "player_unknown");
        }
        if (player.isRemoved()) {
            return Verdict.refused(403, "player_removed");
        }
        if (one == null) {
            return Verdict.refused(422, "question_unknown");
        }
        LiveQuestion question = questions.get(given.question);
        if (question == null || !isPresent(one)) {
            return Verdict.refused(409, "too_late");
        }
        if (round.isPaused()) {
            return Verdict.refused(409, "round_paused");
        }
        if (!round.takesAnswers(given.at)) {
            return Verdict.refused(409, "too_late");
        }
        return question.takes(given.chosen) ? null : Verdict.refused(422, "option_unknown");
    }
}
