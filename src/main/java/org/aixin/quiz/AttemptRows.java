package org.aixin.quiz;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

/** The attempts in the database. What must happen once is a guarded statement; none reads first and then trusts what it read. */
@ApplicationScoped
class AttemptRows {
    private final Sql sql;

    AttemptRows(Sql sql) {
        this.sql = sql;
    }

    Optional<Attempt> running(long quiz, long member) {
        return sql.first("SELECT " + Attempt.COLUMNS + " FROM attempt WHERE quiz = ? AND member = ? AND running", Attempt::read,
                quiz, member);
    }

    Optional<Attempt> ofMember(long id, long member) {
        return sql.first("SELECT " + Attempt.COLUMNS + " FROM attempt WHERE id = ? AND member = ?", Attempt::read, id, member);
    }

    Optional<Attempt> attempt(long id) {
        return sql.first("SELECT " + Attempt.COLUMNS + " FROM attempt WHERE id = ?", Attempt::read, id);
    }

    /** How often the member has begun this quiz on this day. */
    int tries(long quiz, long member, LocalDate day) {
        return sql.first("SELECT COUNT(*) FROM attempt WHERE quiz = ? AND member = ? AND day = ?", row -> row.getInt(1), quiz,
                member, day).orElse(0);
    }

    /** Begins an attempt; refused with {@code taken} where a twin has begun one at the same moment. */
    void begin(Attempt attempt, LocalDate day, int tryNumber, List<Long> questions, Problem taken) {
        sql.updateOr(taken, "INSERT INTO attempt (id, quiz, member, day, try_number, running, seed, started_at, deadline, pass)"
                + " VALUES (?, ?, ?, ?, ?, TRUE, ?, ?, ?, ?)", attempt.id(), attempt.quiz(), attempt.member(), day, tryNumber,
                attempt.seed(), attempt.startedAt(), attempt.deadline(), attempt.pass());
        for (int i = 0; i < questions.size(); i++) {
            sql.update("INSERT INTO attempt_question (attempt, position, question) VALUES (?, ?, ?)", attempt.id(), i + 1,
                    questions.get(i));
        }
    }

    /** Ends an attempt whose time is over. */
    void lapse(long attempt) {
        sql.update("UPDATE attempt SET running = NULL WHERE id = ? AND answered_at IS NULL", attempt);
    }

    /** Keeps the answers; false where the attempt was answered before. A twin waits here until the first has committed. */
    boolean answer(long attempt, Instant now, List<Asked.Marked> marked) {
        long correct = marked.stream().filter(Asked.Marked::correct).count();
        if (sql.update("UPDATE attempt SET running = NULL, answered_at = ?, correct = ?, points = 0"
                + " WHERE id = ? AND answered_at IS NULL", now, correct, attempt) == 0) {
            return false;
        }
        marked.forEach(one -> sql.update("UPDATE attempt_question SET chosen = ?, correct = ? WHERE attempt = ? AND question = ?",
                joined(one.chosen()), one.correct(), attempt, one.question()));
        return true;
    }

    void credited(long attempt, long points) {
        sql.update("UPDATE attempt SET points = ? WHERE id = ?", points, attempt);
    }

    /** The questions of an attempt in the order in which they were asked. */
    List<Long> questions(long attempt) {
        return sql.rows("SELECT question FROM attempt_question WHERE attempt = ? ORDER BY position", row -> row.getLong(1),
                attempt);
    }

    /** What was answered, in the order in which it was asked. */
    List<Asked.Marked> marked(long attempt) {
        return sql.rows("SELECT question, chosen, correct FROM attempt_question WHERE attempt = ? AND chosen IS NOT NULL"
                + " ORDER BY position", row -> new Asked.Marked(row.getLong(1), split(row.getString(2)), row.getBoolean(3)),
                attempt);
    }

    /** The attempts at a quiz, newest first. */
    List<Attempt> of(long quiz, long before, int limit) {
        return sql.rows("SELECT " + Attempt.COLUMNS + " FROM attempt WHERE quiz = ? AND id < ? ORDER BY id DESC LIMIT ?",
                Attempt::read, quiz, before, limit);
    }

    /** How many members have begun each of these quizzes. */
    Map<Long, Long> takers(Collection<Long> quizzes) {
        if (quizzes.isEmpty()) {
            return Map.of();
        }
        return sql
                .rows("SELECT quiz, COUNT(DISTINCT member) FROM attempt WHERE quiz IN (" + Sql.marks(quizzes.size())
                        + ") GROUP BY quiz",
                        row -> Map.entry(row.getLong(1), row.getLong(2)), quizzes.toArray())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The titles of the quizzes behind these attempts, and how many were right. */
    Map<Long, Title> titles(Collection<Long> attempts) {
        if (attempts.isEmpty()) {
            return Map.of();
        }
        return sql
                .rows("SELECT a.id, q.title, a.correct FROM attempt a JOIN quiz q ON q.id = a.quiz WHERE a.id IN ("
                        + Sql.marks(attempts.size()) + ")",
                        row -> Map.entry(row.getLong(1), new Title(row.getString(2), row.getInt(3))), attempts.toArray())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a passbook says of an attempt. */
    record Title(String quiz, int correct) {
    }

    private static String joined(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Set<Long> split(String ids) {
        return ids.isEmpty()
                ? Set.of()
                : Arrays.stream(ids.split(",")).map(Long::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
