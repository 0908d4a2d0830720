package org.aixin.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The guests of a round: those whose points wait until somebody says which resident they are, and those of whom that was said. */
@ApplicationScoped
class Guests {
    private static final String SELECT = "SELECT r.id, r.name, p.phone, r.answers, m.name, h.name, p.claimed_at IS NOT NULL"
            + Standings.PEOPLE + " WHERE ";
    private final Sql sql;
    private final Members members;

    Guests(Sql sql, Members members) {
        this.sql = sql;
        this.members = members;
    }

    /**
     * A guest.
     *
     * @param name as the wall shows it
     * @param right answers to the questions that were revealed
     * @param person the resident that it is, null while nobody has said so
     * @param household its name
     * @param known the resident with this phone, where there is one in the village
     */
    record Guest(long id, String name, @Nullable String phone, int right, @Nullable String person, @Nullable String household,
            @Nullable Member known) {
        static Guest read(ResultSet row) throws SQLException {
            return new Guest(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5),
                    row.getString(6),
                    null);
        }
    }

    /** So many guests of whom nobody has said who they are, from this one on; those with most right answers first. */
    List<Guest> waiting(Round round, long from, int most) {
        return sql.rows(SELECT + "p.member IS NULL ORDER BY r.answers DESC, r.id LIMIT ? OFFSET ?", Guest::read, round.id(), most,
                from).stream().map(one -> recognized(one, round)).toList();
    }

    /** The guests of whom somebody said who they are, the last first. */
    List<Guest> claimed(Round round, int most) {
        return sql.rows(SELECT + "p.claimed_at IS NOT NULL ORDER BY p.claimed_at DESC LIMIT ?", Guest::read, round.id(), most);
    }

    private Guest recognized(Guest one, Round round) {
        Optional<Member> known = Optional.ofNullable(one.phone).flatMap(members::byPhone)
                .filter(member -> member.path().startsWith(round.path()));
        return new Guest(one.id, one.name, one.phone, one.right, one.person, one.household, known.orElse(null));
    }

    /** How many guests with right answers wait in each of these rounds; none is left out. */
    Map<Long, Integer> waiting(Collection<Long> rounds) {
        Map<Long, Integer> waiting = new HashMap<>();
        rounds.forEach(round -> waiting.put(round, 0));
        if (!rounds.isEmpty()) {
            sql.rows("SELECT p.round, COUNT(DISTINCT p.id) FROM live_player p JOIN live_answer a ON a.round = p.round"
                    + " AND a.player = p.id AND a.correct JOIN live_question q ON q.round = a.round AND q.position = a.position"
                    + " AND q.revealed_at IS NOT NULL WHERE p.member IS NULL AND p.removed_at IS NULL AND p.round IN ("
                    + Sql.marks(rounds.size()) + ") GROUP BY p.round", row -> waiting.put(row.getLong(1), row.getInt(2)), rounds);
        }
        return waiting;
    }
}
