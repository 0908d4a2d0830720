package org.aixin.round;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** How one player stands. */
@ApplicationScoped
class Mine {
    private final RoundRows rounds;
    private final Players players;
    private final AnswerRows answers;
    private final Places places;

    Mine(RoundRows rounds, Players players, AnswerRows answers, Places places) {
        this.rounds = rounds;
        this.players = players;
        this.answers = answers;
        this.places = places;
    }

    /**
     * What a player may know.
     *
     * @param back four digits that make another phone this player
     * @param earns whether right answers are credited; a guest's wait until an organizer says which resident it is
     * @param right answers to the questions that were revealed
     * @param place among all, shared by all who have as many
     * @param chosen in answer to the present question, null where nothing was
     * @param correct of the present question, once it is revealed
     * @param points that were credited for the present question, null until then
     */
    record View(String playerId, String name, String back, boolean earns, int right, int place, @Nullable List<String> chosen,
            @Nullable Boolean correct, @Nullable Integer points) {
    }

    /** Refused 401 {@code player_unknown}, 403 {@code player_removed}. */
    View of(Round round, String token) {
        long id = round.id();
        Player player = players.holding(token, id);
        AnswerRows.Mine answer = answers.mine(new AnswerBatch.Place(id, round.position(), player.id()));
        Scene.Standing standing = places.of(round, player);
        AnswerRows.Mine told = isRevealed(round) ? answer : null;
        return new View(Long.toString(player.id()), player.name(), player.back(), player.member() != null, standing.right(),
                standing.place(), answer == null ? null : answer.chosen(), told == null ? null : told.correct(),
                told == null ? null : told.points());
    }

    /** Whether the present question was revealed; the last before the podium or the end may have been left out. */
    private boolean isRevealed(Round round) {
        return switch (round.state()) {
            case LOBBY, QUESTION -> false;
            case REVEAL, STANDINGS -> true;
            case PODIUM, ENDED -> rounds.isRevealed(round.id(), round.position());
        };
    }
}
