package org.aixin.round;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;
import org.aixin.round.AnswerBatch.Place;

import org.jspecify.annotations.Nullable;

/** The answers as the database keeps them. */
@ApplicationScoped
class AnswerRows {
    /** Who was taken out of the round counts no longer. */
    private static final String COUNTING = " FROM live_answer a JOIN live_player p ON p.id = a.player AND p.removed_at IS NULL"
            + " WHERE a.round = ? AND a.position = ?";
    private final Sql sql;

    AnswerRows(Sql sql) {
        this.sql = sql;
    }

    /** An answer to be kept, unless its place is filled. */
    record Kept(long id, Place place, Set<Long> chosen, boolean correct, Instant at) {
        @Nullable
        Object[] row() {
            return new @Nullable Object[]{place.round(), place.position(), place.player(), id, text(chosen), correct, at};
        }
    }

    private static String text(Set<Long> chosen) {
        return chosen.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The players with these tokens' hashes, by hash in hexadecimal digits. */
    Map<String, Player> players(List<byte[]> tokens) {
        Map<String, Player> players = new HashMap<>();
        sql.rows("SELECT " + Player.COLUMNS + ", token FROM live_player WHERE token IN ("
                + Sql.marks(tokens.size()) + ")",
                row -> players.put(HexFormat.of().formatHex(row.getBytes(Player.WIDTH + 1)), Player.read(row)), tokens);
        return players;
    }

    /** Keeps those whose places are empty; answers how many were. */
    int insert(List<Kept> answers) {
        return sql.insert("INSERT IGNORE INTO live_answer (round, position, player, id, chosen, correct, at) VALUES",
                answers.stream().map(Kept::row).toList());
    }

    /** The id of the answer that fills each of these places, where one does. */
    Map<Place, Long> kept(Collection<Place> places) {
        Map<Place, Long> kept = new HashMap<>();
        places.stream().collect(Collectors.groupingBy(place -> new Place(place.round(), place.position(), 0),
                Collectors.mapping(Place::player, Collectors.toSet())))
                .forEach((at,
                        players) -> sql.rows("SELECT player, id FROM live_answer WHERE round = ? AND position = ? AND player IN ("
                                + Sql.marks(players.size()) + ")",
                                row -> kept.put(new Place(at.round(), at.position(), row.getLong(1)), row.getLong(2)), at.round(),
                                at.position(), players));
        return kept;
    }

    /** What was chosen how often at a place of a round. */
    Map<Long, Integer> counts(long round, int position) {
        Map<Long, Integer> counts = new HashMap<>();
        sql.rows("SELECT a.chosen, COUNT(*)" + COUNTING + " GROUP BY a.chosen", row -> {
            for (String option : row.getString(1).split(",")) {
                counts.merge(Long.parseLong(option), row.getInt(2), Integer::sum);
            }
            return counts;
        }, round, position);
        return counts;
    }

    /** How many have answered at a place of a round. */
    int count(long round, int position) {
        return sql.first("SELECT COUNT(*)" + COUNTING, row -> row.getInt(1), round, position).orElse(0);
    }

    /** How many answered rightly at a place of a round. */
    int right(long round, int position) {
        return sql.first("SELECT COUNT(*)" + COUNTING + " AND a.correct", row -> row.getInt(1), round, position).orElse(0);
    }

    /**
     * What a player chose at a place, and whether that was right.
     *
     * @param points that were credited for it, null until then
     */
    record Mine(List<String> chosen, boolean correct, @Nullable Integer points) {
    }

    @Nullable
    Mine mine(Place place) {
        return sql
                .first("SELECT chosen, correct, points FROM live_answer WHERE round = ? AND position = ? AND player = ?", row -> {
                    int points = row.getInt(3);
                    Integer known = row.wasNull() ? null : points;
                    return new Mine(List.of(row.getString(1).split(",")), row.getBoolean(2), known);
                }, place.round(), place.position(), place.player()).orElse(null);
    }
}
