package org.aixin.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

/**
 * Counts wrong secrets in the database, per subject and address and per subject and day, whatever node they come to. A guess counts
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

    /** Refused 429 {@code too_many_tries} where no secret for the subject from the address is looked at now. */
    void mustBeOpen(byte[] subject, String address) {
        mustBeOpen(guesses(subject, address), failuresToday(subject), subject, address);
    }

    /** Counts a wrong secret; refused 429 {@code too_many_tries} where others have used up the allowance meanwhile. */
    void wrong(byte[] subject, String address) {
        Transactions.run(() -> {
            WrongGuesses before = lock(subject, address);
            WrongGuesses now = before.andOneMore(time.now());
            sql.update("UPDATE wrong_secret SET failures = ?, last_at = ?, locked_until = ? WHERE subject = ? AND address = ?",
                    now.failures(), now.lastAt(), now.lockedUntil(), subject, address);
            sql.update("UPDATE wrong_secret_day SET failures = failures + 1 WHERE subject = ? AND day = ?", subject, today());
            return now;
        });
    }

    /** Forgives the address and remembers it; refused 429 {@code too_many_tries} where wrong ones have closed it meanwhile. */
    void right(byte[] subject, String address) {
        Transactions.run(() -> {
            lock(subject, address);
            sql.update("UPDATE wrong_secret SET failures = 0, locked_until = last_at WHERE subject = ? AND address = ?", subject,
                    address);
            return sql.update("INSERT INTO trusted_address (subject, address, at) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE at = VALUES(at)", subject, address, time.now());
        });
    }

    /** Forgets all that is known of a subject; takes part in the caller's transaction. */
    void forget(byte[] subject) {
        for (String table : List.of("wrong_secret", "wrong_secret_day", "trusted_address")) {
            sql.update("DELETE FROM " + table + " WHERE subject = ?", subject);
        }
    }

    /** The counters as they stand, held still until the transaction ends. */
    private WrongGuesses lock(byte[] subject, String address) {
        sql.update("INSERT INTO wrong_secret_day (subject, day, failures) VALUES (?, ?, 0)"
                + " ON DUPLICATE KEY UPDATE failures = failures", subject, today());
        sql.update("INSERT INTO wrong_secret (subject, address, failures, last_at, locked_until) VALUES (?, ?, 0, ?, ?)"
                + " ON DUPLICATE KEY UPDATE failures = failures", subject, address, time.now(), time.now());
        WrongGuesses guesses = guesses(subject, address);
        mustBeOpen(guesses, failuresToday(subject), subject, address);
        return guesses;
    }

    private WrongGuesses guesses(byte[] subject, String address) {
        Optional<WrongGuesses> counted = sql.first(
                "SELECT failures, last_at, locked_until FROM wrong_secret WHERE subject = ? AND address = ?",
                row -> new WrongGuesses(row.getInt(1), row.getTimestamp(2).toInstant(), row.getTimestamp(3).toInstant()),
                subject, address);
        return counted.orElseGet(() -> new WrongGuesses(0, time.now(), time.now()));
    }

    private int failuresToday(byte[] subject) {
        return sql.first("SELECT failures FROM wrong_secret_day WHERE subject = ? AND day = ?", row -> row.getInt(1), subject,
                today()).orElse(0);
    }

    private void mustBeOpen(WrongGuesses guesses, int today, byte[] subject, String address) {
        Instant now = time.now();
        if (guesses.locked(now)) {
            throw closed(now, guesses.lockedUntil());
        }
        if (today > WrongGuesses.A_DAY && !trusted(subject, address)) {
            throw closed(now, time.startOf(today().plusDays(1)));
        }
    }

    private boolean trusted(byte[] subject, String address) {
        return sql.first("SELECT 1 FROM trusted_address WHERE subject = ? AND address = ?", row -> 1, subject, address)
                .isPresent();
    }

    private static Problem closed(Instant now, Instant until) {
        long seconds = Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
        return Problem.of(429, "too_many_tries", (seconds + 59) / 60).with("retryAfter", seconds);
    }

    private LocalDate today() {
        return time.today();
    }
}
