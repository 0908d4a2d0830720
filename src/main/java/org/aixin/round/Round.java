package org.aixin.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * A round as it stands.
 *
 * @param path of the unit whose residents earn points
 * @param joinCode six digits, null once it has ended
 * @param venue in the QR code on the wall; who has it need not type the code
 * @param position of the present question, 0 in the lobby
 * @param questions how many there are
 * @param deadline of the present question, null while none runs or it is paused
 * @param leftMillis what is left of a paused question's time
 * @param version goes up with every change that people see
 */
record Round(long id, long quiz, String title, String path, long host, @Nullable String joinCode, String venue, State state,
        int position, int questions, int seconds, boolean standings, @Nullable Instant deadline, @Nullable Integer leftMillis,
        int version, Instant createdAt, @Nullable Instant endedAt) {
    static final String SELECT = "SELECT id, quiz, title, path, host, join_code, venue, state, position, questions, seconds, standings,"
            + " deadline, left_millis, version, created_at, ended_at FROM live_round ";

    /** What the wall shows. */
    enum State {
        LOBBY, QUESTION, REVEAL, STANDINGS, PODIUM, ENDED;

        /** As the interface says it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Round read(ResultSet row) throws SQLException {
        int left = row.getInt(14);
        Integer leftMillis = row.wasNull() ? null : left;
        return new Round(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getLong(5), row.getString(6),
                row.getString(7), State.valueOf(row.getString(8)), row.getInt(9), row.getInt(10), row.getInt(11),
                row.getBoolean(12), Sql.instant(row, 13), leftMillis, row.getInt(15),
                row.getTimestamp(16).toInstant(), Sql.instant(row, 17));
    }

    /** What comes next; refused 409 {@code round_ended}. */
    Round next(Instant now) {
        return switch (state) {
            case LOBBY -> asking(1, now);
            case QUESTION -> showing(State.REVEAL);
            case REVEAL -> standings ? showing(State.STANDINGS) : onward(now);
            case STANDINGS -> onward(now);
            case PODIUM -> ended(now);
            case ENDED -> throw Problem.conflict("round_ended");
        };
    }

    /** The next question, or the podium after the last. */
    Round onward(Instant now) {
        return position < questions ? asking(position + 1, now) : showing(State.PODIUM);
    }

    Round ended(Instant now) {
        return new Round(id, quiz, title, path, host, null, venue, State.ENDED, position, questions, seconds, standings, null,
                null,
                version + 1, createdAt, now);
    }

    private Round asking(int number, Instant now) {
        return at(State.QUESTION, number, now.plusSeconds(seconds), null);
    }

    private Round showing(State shown) {
        return at(shown, position, null, null);
    }

    /** The present question with its time standing still. */
    Round paused(Instant now) {
        long left = Math.max(0, Duration.between(now, running()).toMillis());
        return at(state, position, null, (int) left);
    }

    /** Its time goes on. */
    Round resumed(Instant now) {
        if (leftMillis == null) {
            throw Problem.conflict("round_not_paused");
        }
        return at(state, position, now.plusMillis(leftMillis), null);
    }

    /** So much more time for the present question, from now where it was over. */
    Round extended(Duration more, Instant now) {
        if (leftMillis != null) {
            return at(state, position, null, leftMillis + (int) more.toMillis());
        }
        Instant from = running().isBefore(now) ? now : running();
        return at(state, position, from.plus(more), null);
    }

    private Instant running() {
        if (deadline == null) {
            throw Problem.conflict("no_question_running");
        }
        return deadline;
    }

    Round showingStandings(boolean shown) {
        return new Round(id, quiz, title, path, host, joinCode, venue, state, position, questions, seconds, shown, deadline,
                leftMillis, version + 1, createdAt, endedAt);
    }

    private Round at(State shown, int number, @Nullable Instant until, @Nullable Integer left) {
        return new Round(id, quiz, title, path, host, joinCode, venue, shown, number, questions, seconds, standings, until, left,
                version + 1, createdAt, endedAt);
    }

    /** Whether the present question takes answers at this instant. */
    boolean takesAnswers(Instant at) {
        return deadline != null && !at.isAfter(deadline);
    }

    /** The days that are left, today's included, in which somebody may say which residents its guests are; 0 when they are over. */
    public long daysToClaim(Instant now) {
        Duration left = Duration.between(now, createdAt.plus(Credits.WAITING));
        return left.isNegative() ? 0 : left.toDays() + 1;
    }

    public boolean isPaused() {
        return leftMillis != null;
    }
}
