package org.aixin.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The rounds as the database keeps them. */
@ApplicationScoped
class RoundRows {
    private final Sql sql;

    RoundRows(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a new round with its questions; false where its join code is another's at this moment. */
    boolean add(Round round, List<Long> questions) {
        int added = sql.update(
                "INSERT IGNORE INTO live_round (id, quiz, title, path, host, join_code, venue, state, position, questions,"
                        + " seconds, standings, version, created_at) VALUES (" + Sql.marks(14) + ")",
                round.id(), round.quiz(),
                round.title(), round.path(), round.host(), round.joinCode(), round.venue(), round.state().name(),
                round.position(), round.questions(), round.seconds(), round.standings(), round.version(), round.createdAt());
        if (added == 1) {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                rows.add(new @Nullable Object[]{round.id(), i + 1, questions.get(i)});
            }
            sql.insert("INSERT INTO live_question (round, position, question) VALUES", rows);
        }
        return added == 1;
    }

    /** Moves a round on, unless somebody else did meanwhile. */
    boolean change(Round from, Round to) {
        return sql.update(
                "UPDATE live_round SET state = ?, position = ?, deadline = ?, left_millis = ?, standings = ?, join_code = ?,"
                        + " ended_at = ?, version = ? WHERE id = ? AND version = ?",
                to.state().name(), to.position(), to.deadline(),
                to.leftMillis(), to.standings(), to.joinCode(), to.endedAt(), to.version(), from.id(), from.version()) == 1;
    }

    void revealed(Round round, Instant at) {
        sql.update("UPDATE live_question SET revealed_at = ? WHERE round = ? AND position = ? AND NOT skipped", at, round.id(),
                round.position());
    }

    void skipped(Round round) {
        sql.update("UPDATE live_question SET skipped = TRUE WHERE round = ? AND position = ? AND revealed_at IS NULL", round.id(),
                round.position());
    }

    /** Whether everybody was told what is right at this place. */
    boolean isRevealed(long round, int position) {
        return sql.first("SELECT 1 FROM live_question WHERE round = ? AND position = ? AND revealed_at IS NOT NULL",
                row -> row.getInt(1), round, position).isPresent();
    }

    Round round(long id) {
        return sql.first(Round.SELECT + "WHERE id = ?", Round::read, id).orElseThrow(Problem::notFound);
    }

    /** As it stands, and it stands so until the present transaction ends. */
    List<Round> held(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.rows(Round.SELECT + "WHERE id IN (" + Sql.marks(ids.size()) + ") ORDER BY id LOCK IN SHARE MODE",
                        Round::read,
                        ids);
    }

    Map<Long, Round> rounds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.rows(Round.SELECT + "WHERE id IN (" + Sql.marks(ids.size()) + ")", Round::read, ids).stream()
                        .collect(Collectors.toMap(Round::id, round -> round));
    }

    Optional<Round> byCode(String joinCode) {
        return sql.first(Round.SELECT + "WHERE join_code = ?", Round::read, joinCode);
    }

    /** Those that were opened before this and have not ended. */
    List<Round> runningSince(Instant opened) {
        return sql.rows(Round.SELECT + "WHERE join_code IS NOT NULL AND created_at < ?", Round::read, opened);
    }

    /** The rounds of units under these paths, newest first. */
    List<Round> newest(List<String> paths, long before, int limit) {
        List<Object> values = new ArrayList<>(List.of(before));
        paths.forEach(path -> values.add(path + "%"));
        values.add(limit);
        return sql.rows(Round.SELECT + "WHERE id < ? AND ("
                + String.join(" OR ", Collections.nCopies(paths.size(), "path LIKE ?")) + ") ORDER BY id DESC LIMIT ?",
                Round::read,
                values);
    }

    /** The ids of what a round asks, in its order. */
    List<Long> questions(long round) {
        return sql.rows("SELECT question FROM live_question WHERE round = ? ORDER BY position", row -> row.getLong(1), round);
    }

    /** The id of the question at a place of a round. */
    long question(long round, int position) {
        return sql.first("SELECT question FROM live_question WHERE round = ? AND position = ?", row -> row.getLong(1), round,
                position).orElseThrow();
    }
}
