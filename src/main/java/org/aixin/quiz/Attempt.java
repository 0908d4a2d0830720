package org.aixin.quiz;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * One try of one member at a quiz.
 *
 * @param seed decides the order of the options; the phone never sees it
 * @param answeredAt null until it was answered
 * @param correct how many were right, zero until it was answered
 * @param points what the standard gave for them
 * @param pass right answers from which it counts as passed, as it was when it was begun; null for none
 */
record Attempt(long id, long quiz, long member, long seed, Instant startedAt, Instant deadline, @Nullable Instant answeredAt,
        int correct, int points, @Nullable Integer pass) {
    /** What a slow network may take on top of the deadline. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    static final String COLUMNS = "id, quiz, member, seed, started_at, deadline, answered_at, correct, points, COALESCE(pass, 0)";

    static Attempt read(ResultSet row) throws SQLException {
        return new Attempt(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(), Sql.instant(row, 7), row.getInt(8), row.getInt(9),
                row.getInt(10) == 0 ? null : row.getInt(10));
    }

    /** Whether it passed; never where nothing is asked for. */
    boolean isPassed() {
        return pass != null && correct >= pass;
    }

    boolean isAnswered() {
        return answeredAt != null;
    }

    /** Whether its time was over at this instant, the allowance for a slow network included. */
    boolean isOverAt(Instant now) {
        return now.isAfter(deadline.plus(GRACE)) || BusinessTime.isYetToCome(startedAt, now);
    }
}
