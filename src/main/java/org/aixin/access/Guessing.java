package org.aixin.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

/**
 * Counts wrong secrets in the database, per subject and place and per subject and day, whatever node they come to. A guess counts
 * when it is known to be wrong, and a right one is taken only while the count still allows it: of any number of parallel guesses no
 * more than the allowed ones have an effect.
 */
@ApplicationScoped
class Guessing {
    private final Sql sql;
    private final BusinessTime time;

    Guessing(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** Refused 429 {@code too_many_tries} where no secret for the subject from the place is looked at now. */
    void mustBeOpen(byte[] subject, Place place) {
        mustBeOpen(guesses(subject, place), subject, place);
    }

    /** Counts a wrong secret; refused 429 {@code too_many_tries} where others have used up the allowance meanwhile. */
    void wrong(byte[] subject, Place place) {
        Transactions.run(() -> {
            WrongGuesses now = lock(subject, place).andOneMore(time.now());
            write(now, subject, place);
            sql.update("UPDATE wrong_secret_day SET failures = failures + 1 WHERE subject = ? AND day = ?",
                    place.ofTheDay(subject), time.today());
            return now;
        });
    }

    /** The same, but no guess that comes meanwhile is overlooked. */
    void mustStillBeOpen(byte[] subject, Place place) {
        Transactions.run(() -> lock(subject, place));
    }

    /** Forgives the place and remembers it; refused 429 {@code too_many_tries} where wrong ones have closed it meanwhile. */
    void right(byte[] subject, Place place) {
        Transactions.run(() -> {
            lock(subject, place);
            sql.update("UPDATE wrong_secret SET failures = 0, locked_until = last_at WHERE subject = ? AND address = ?", subject,
                    place.name());
            return sql.update("INSERT INTO trusted_address (subject, address, at) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE at = VALUES(at)", subject, place.name(), time.now());
        });
    }

    /** Forgets all that is known of a subject; takes part in the caller's transaction. */
    void forget(byte[] subject) {
        for (String table : List.of("wrong_secret", "wrong_secret_day", "trusted_address")) {
            sql.update("DELETE FROM " + table + " WHERE subject = ?", subject);
        }
    }

    /** The counters as they stand, held still until the transaction ends. */
    private WrongGuesses lock(byte[] subject, Place place) {
        sql.update("INSERT INTO wrong_secret_day (subject, day, failures) VALUES (?, ?, 0)"
                + " ON DUPLICATE KEY UPDATE failures = failures", place.ofTheDay(subject), time.today());
        sql.update("INSERT INTO wrong_secret (subject, address, failures, last_at, locked_until) VALUES (?, ?, 0, ?, ?)"
                + " ON DUPLICATE KEY UPDATE failures = failures", subject, place.name(), time.now(), time.now());
        WrongGuesses guesses = guesses(subject, place);
        mustBeOpen(guesses, subject, place);
        return guesses;
    }

    /** The counters as they stand; those of a clock that was ahead and is right again are set to now, and stay so. */
    private WrongGuesses guesses(byte[] subject, Place place) {
        Instant now = time.now();
        WrongGuesses kept = sql
                .first("SELECT failures, last_at, locked_until FROM wrong_secret WHERE subject = ? AND address = ?",
                        row -> new WrongGuesses(row.getInt(1), row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant()),
                        subject, place.name())
                .orElseGet(() -> new WrongGuesses(0, now, now));
        WrongGuesses known = kept.notAheadOf(now);
        if (!known.equals(kept)) {
            write(known, subject, place);
        }
        return known;
    }

    private void write(WrongGuesses guesses, byte[] subject, Place place) {
        sql.update("UPDATE wrong_secret SET failures = ?, last_at = ?, locked_until = ? WHERE subject = ? AND address = ?",
                guesses.failures(), guesses.lastAt(), guesses.lockedUntil(), subject, place.name());
    }

    private int failuresToday(byte[] subject, Place place) {
        return sql.first("SELECT failures FROM wrong_secret_day WHERE subject = ? AND day = ?", row -> row.getInt(1),
                place.ofTheDay(subject), time.today()).orElse(0);
    }

    private void mustBeOpen(WrongGuesses guesses, byte[] subject, Place place) {
        Instant now = time.now();
        if (guesses.locked(now)) {
            throw closed(now, guesses.lockedUntil());
        }
        if (failuresToday(subject, place) > WrongGuesses.A_DAY && (place.apart() || !trusted(subject, place))) {
            throw closed(now, time.startOf(time.today().plusDays(1)));
        }
    }

    private boolean trusted(byte[] subject, Place place) {
        return sql.first("SELECT 1 FROM trusted_address WHERE subject = ? AND address = ?", row -> 1, subject, place.name())
                .isPresent();
    }

    /** Whether a right secret for the subject came from the place within this time. */
    boolean wasRight(byte[] subject, Place place, Duration within) {
        Instant now = time.now();
        return sql.first("SELECT 1 FROM trusted_address WHERE subject = ? AND address = ? AND at BETWEEN ? AND ?", row -> 1,
                subject,
                place.name(), now.minus(within), now).isPresent();
    }

    private static Problem closed(Instant now, Instant until) {
        long seconds = Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
        return Problem.of(429, "too_many_tries", (seconds + 59) / 60).with("retryAfter", seconds);
    }
}
