package org.aixin.round;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.aixin.quiz.LiveQuestion;

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

    /** What a round asks, in its order: drawn when it was opened, and never changed since. */
    interface Papers {
        List<LiveQuestion> of(long round);
    }

    /** What an answer is to. */
    private record Asked(Round round, int position, LiveQuestion question) {
        boolean isPresent() {
            return round.state() == Round.State.QUESTION && round.position() == position;
        }
    }

    private final AnswerRows rows;
    private final List<Given> batch;
    private final Map<Long, Round> rounds;
    private final Map<String, Player> players;
    private final Papers papers;

    AnswerBatch(RoundRows rounds, AnswerRows rows, Papers papers, List<Given> batch) {
        this.rows = rows;
        this.batch = batch;
        this.rounds = rounds.held(batch.stream().map(Given::round).distinct().toList()).stream()
                .collect(Collectors.toMap(Round::id, Function.identity()));
        this.players = rows.players(batch.stream().map(Given::token).toList());
        this.papers = papers;
    }

    /** How each was judged, in their order. */
    List<Verdict> keep() {
        Map<Place, AnswerRows.Kept> good = new LinkedHashMap<>();
        for (Given given : batch) {
            Asked asked = asked(given);
            Place place = place(given, asked);
            if (asked != null && place != null && refusal(given, asked) == null) {
                good.putIfAbsent(place, new AnswerRows.Kept(given.id, place, given.chosen,
                        asked.question.isRight(given.chosen), given.at));
            }
        }
        Map<Place, Long> kept = kept(List.copyOf(good.values()));
        return batch.stream().map(given -> verdict(given, kept)).toList();
    }

    /** Which answer fills each place; where nobody was here before, those of this batch, and the database need not be asked. */
    private Map<Place, Long> kept(List<AnswerRows.Kept> good) {
        int filled = rows.insert(good);
        Set<Place> places = batch.stream().map(given -> place(given, asked(given))).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return filled == places.size()
                ? good.stream().collect(Collectors.toMap(AnswerRows.Kept::place, AnswerRows.Kept::id))
                : rows.kept(places);
    }

    private Verdict verdict(Given given, Map<Place, Long> kept) {
        Asked asked = asked(given);
        Place place = place(given, asked);
        Long first = place == null ? null : kept.get(place);
        if (first != null) {
            return first == given.id ? Verdict.KEPT : Verdict.refused(409, "already_answered");
        }
        return Objects.requireNonNullElseGet(refusal(given, asked), () -> Verdict.refused(409, "too_late"));
    }

    private @Nullable Place place(Given given, @Nullable Asked asked) {
        Player player = players.get(given.holder());
        return player == null || asked == null || player.round() != given.round
                ? null
                : new Place(given.round, asked.position, player.id());
    }

    /** The question, where its round has asked it by now. */
    private @Nullable Asked asked(Given given) {
        Round round = rounds.get(given.round);
        if (round == null) {
            return null;
        }
        List<LiveQuestion> paper = papers.of(round.id());
        return IntStream.range(0, round.position()).filter(i -> paper.get(i).id() == given.question)
                .mapToObj(i -> new Asked(round, i + 1, paper.get(i))).findFirst().orElse(null);
    }

    private @Nullable Verdict refusal(Given given, @Nullable Asked asked) {
        Player player = players.get(given.holder());
        if (!rounds.containsKey(given.round)) {
            return Verdict.refused(404, "not_found");
        }
        if (player == null || player.round() != given.round) {
            return Verdict.refused(401, "player_unknown");
        }
        if (player.isRemoved()) {
            return Verdict.refused(403, "player_removed");
        }
        if (asked == null) {
            return Verdict.refused(422, "question_unknown");
        }
        if (!asked.isPresent()) {
            return Verdict.refused(409, "too_late");
        }
        if (asked.round.isPaused()) {
            return Verdict.refused(409, "round_paused");
        }
        if (!asked.round.takesAnswers(given.at)) {
            return Verdict.refused(409, "too_late");
        }
        return asked.question.takes(given.chosen) ? null : Verdict.refused(422, "option_unknown");
    }
}
