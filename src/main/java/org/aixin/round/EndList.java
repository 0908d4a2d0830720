package org.aixin.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Everybody's place and right answers, and what became of the points of each: the list from which points can be paid. */
@ApplicationScoped
class EndList {
    private static final String LINES = "SELECT r.place, r.id, r.name, m.name, h.name, p.claimed_at IS NOT NULL"
            + Standings.PEOPLE + " ORDER BY r.place, r.id LIMIT ? OFFSET ?";
    private static final String RIGHT = "SELECT a.player, a.position, a.points FROM live_answer a JOIN live_question q"
            + " ON q.round = a.round AND q.position = a.position WHERE a.round = ? AND a.correct AND q.revealed_at IS NOT NULL"
            + " AND a.player IN (";
    private final Sql sql;
    private final BusinessTime time;

    EndList(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** What became of the points of a right answer: there, cut by a cap, on their way, waiting for a guest's claim, or claimed too late. */
    enum Became {
        CREDITED, CAPPED, COMING, WAITING, LAPSED
    }

    /**
     * A right answer.
     *
     * @param points that were credited for it
     */
    record Right(int position, Became became, int points) {
    }

    /** The right answers of which the same became, such as three of two points each. */
    record Same(Became became, int points, List<Integer> positions) {
        public String numbers(String comma) {
            return positions.stream().map(String::valueOf).collect(Collectors.joining(comma));
        }
    }

    /** What a list comes to. */
    record Sum(int people, int right, int points) {
        static Sum of(List<Line> lines) {
            return new Sum(lines.size(), lines.stream().mapToInt(line -> line.right.size()).sum(),
                    lines.stream().mapToInt(Line::points).sum());
        }
    }

    /**
     * A player.
     *
     * @param name as the wall shows it
     * @param person the resident's name, null for a guest
     * @param household its name
     * @param claimed whether it was a guest of whom an organizer said later which resident it is
     */
    record Line(int place, long player, String name, @Nullable String person, @Nullable String household, boolean claimed,
            List<Right> right) {
        public int points() {
            return right.stream().mapToInt(Right::points).sum();
        }

        public long count(Became became) {
            return right.stream().filter(one -> one.became == became).count();
        }

        public List<Same> alike() {
            Map<Right, List<Integer>> same = new LinkedHashMap<>();
            right.forEach(one -> same.computeIfAbsent(new Right(0, one.became, one.points), any -> new ArrayList<>())
                    .add(one.position));
            return same.entrySet().stream().map(one -> new Same(one.getKey().became, one.getKey().points, one.getValue()))
                    .toList();
        }

        @Nullable
        Right at(int position) {
            return right.stream().filter(one -> one.position == position).findFirst().orElse(null);
        }
    }

    /** So many players from this one on, best first; those of one place in the order in which they joined. */
    List<Line> of(Round round, long from, int most) {
        List<Line> lines = sql.rows(LINES, EndList::line, round.id(), most, from);
        Map<Long, List<Right>> right = right(round, lines);
        return lines.stream().map(one -> new Line(one.place, one.player, one.name, one.person, one.household, one.claimed,
                right.getOrDefault(one.player, List.of()))).toList();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getInt(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5), row.getBoolean(6),
                List.of());
    }

    private Map<Long, List<Right>> right(Round round, List<Line> lines) {
        Map<Long, List<Right>> right = new HashMap<>();
        if (lines.isEmpty()) {
            return right;
        }
        List<Long> players = lines.stream().map(Line::player).toList();
        Set<Long> guests = lines.stream().filter(one -> one.person == null).map(Line::player).collect(Collectors.toSet());
        boolean over = round.daysToClaim(time.now()) == 0;
        sql.rows(RIGHT + Sql.marks(lines.size()) + ") ORDER BY a.position", row -> {
            int points = row.getInt(3);
            boolean none = row.wasNull(), guest = guests.contains(row.getLong(1));
            Became became = guest
                    ? over ? Became.LAPSED : Became.WAITING
                    : none ? Became.COMING : points == 0 ? Became.CAPPED : Became.CREDITED;
            return right.computeIfAbsent(row.getLong(1), any -> new ArrayList<>()).add(new Right(row.getInt(2), became, points));
        }, round.id(), players);
        return right;
    }
}
