package org.aixin.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Timers;
import org.aixin.kernel.Transactions;
import org.aixin.quiz.Earnings;
import org.aixin.round.AnswerBatch.Place;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Points for right answers, each once: an answer is credited and marked in one transaction, many together. What a service that died
 * left undone, and what guests are owed who became known, is found again.
 */
@ApplicationScoped
class Credits {
    /** How long the points of a guest wait until somebody says which resident it was. */
    static final Duration WAITING = Duration.ofDays(30);
    private static final Logger LOG = Logger.getLogger(Credits.class);
    private static final int TOGETHER = 100, BUSY = 500, PATIENCE_SECONDS = 10;
    private static final String DUE = "SELECT a.round, a.position, a.player, p.member, a.at"
            + " FROM live_answer a FORCE INDEX (live_answer_due)"
            + " JOIN live_question q ON q.round = a.round AND q.position = a.position JOIN live_player p ON p.id = a.player"
            + " WHERE a.points IS NULL AND a.correct = TRUE AND q.revealed_at > ? AND p.member IS NOT NULL AND p.removed_at IS NULL"
            + " ORDER BY a.id LIMIT " + TOGETHER;
    private final Sql sql;
    private final Earnings earnings;
    private final BusinessTime time;
    private final ExecutorService payer = Executors.newSingleThreadExecutor(work -> new Thread(work, "live-points"));

    Credits(Sql sql, Earnings earnings, BusinessTime time) {
        this.sql = sql;
        this.earnings = earnings;
        this.time = time;
    }

    /** A right answer whose points are not there yet. */
    private record Due(long round, int position, long player, long member, Instant at) {
        static Due read(ResultSet row) throws SQLException {
            return new Due(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getTimestamp(5).toInstant());
        }

        String reference() {
            return round + ":" + position + ":" + player;
        }

        Earnings.Right right() {
            return new Earnings.Right(member, at, round, reference());
        }
    }

    /** What is under way is finished, what is left is found by the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        payer.shutdown();
        payer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Begins to credit what is owed; nobody waits for it. */
    void begin() {
        payer.execute(this::settle);
    }

    void start(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofSeconds(15), timers.setting("aixin.round.sweep"), this::begin);
    }

    private void settle() {
        Instant since = time.now().minus(WAITING);
        List<Due> due = sql.rows(DUE, Due::read, since);
        while (!due.isEmpty() && pay(due)) {
            due = sql.rows(DUE, Due::read, since);
        }
    }

    /** Whether all of them are settled now. */
    private boolean pay(List<Due> due) {
        try {
            Transactions.run(() -> together(due));
            return true;
        } catch (RuntimeException together) {
            return due.stream().filter(one -> !payAlone(one)).findAny().isEmpty();
        }
    }

    private boolean payAlone(Due one) {
        try {
            Transactions.run(() -> together(List.of(one)));
            return true;
        } catch (Problem gone) {
            if (gone.status() >= BUSY) {
                return false;
            }
            LOG.warnf("Nothing is credited for %s: %s", one.reference(), gone.code());
            return Transactions.run(() -> mark(List.of(one), 0, "points IS NULL")) == 1;
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The points for %s are not credited yet", one.reference());
            return false;
        }
    }

    /** Marks first, so that of two who settle the second waits, and finds that there is less to do, or nothing. */
    private int together(List<Due> due) {
        int marked = mark(due, 0, "points IS NULL");
        if (marked == 0) {
            return 0;
        }
        if (marked < due.size()) {
            throw new IllegalStateException("Some of these are settled already");
        }
        List<Integer> points = earnings.credit(due.stream().map(Due::right).toList());
        IntStream.range(0, due.size()).boxed()
                .collect(Collectors.groupingBy(points::get, Collectors.mapping(due::get, Collectors.toList())))
                .forEach((each, some) -> mark(some, each, "TRUE"));
        return marked;
    }

    private int mark(List<Due> due, int points, String where) {
        return due.stream().collect(Collectors.groupingBy(one -> new Place(one.round, one.position, 0),
                Collectors.mapping(Due::player, Collectors.toList()))).entrySet().stream()
                .mapToInt(at -> sql.update("UPDATE live_answer SET points = ? WHERE round = ? AND position = ? AND player IN ("
                        + Sql.marks(at.getValue().size()) + ") AND " + where, points, at.getKey().round(), at.getKey().position(),
                        at.getValue()))
                .sum();
    }
}
