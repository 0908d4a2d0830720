package org.aixin.identity;

import java.security.SecureRandom;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

/** The codes of eight digits that staff hand over, with which a person sets a first or a new secret. */
@ApplicationScoped
public class OneTimeCodes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LASTS = Duration.ofDays(7);
    /** A hundred million codes are out of reach; who tries from where is bounded elsewhere. */
    private static final int MOST_TRIES = 1000;
    private final Sql sql;
    private final BusinessTime time;
    private final Hashing hashing;
    private final MemberCodes derived;

    OneTimeCodes(Sql sql, BusinessTime time, Hashing hashing, MemberCodes derived) {
        this.sql = sql;
        this.time = time;
        this.hashing = hashing;
        this.derived = derived;
    }

    /** A code and what is kept of it. */
    record Code(String digits, String hash) {
    }

    /** A code that nobody can guess. */
    Code make() {
        String digits = "%08d".formatted(RANDOM.nextInt(100_000_000));
        return new Code(digits, hashing.hash(digits));
    }

    /** The code that belongs to a form's key: whoever sends the form again gets the same. */
    Code madeFrom(String key) {
        String digits = derived.eightDigits(key);
        return new Code(digits, hashing.hash(digits));
    }

    /** Keeps a code for a member in place of an earlier one; takes part in the caller's transaction. */
    void keep(long member, Code code) {
        sql.update("INSERT INTO one_time_code (member, hash, expires_at, tries) VALUES (?, ?, ?, 0)"
                + " ON DUPLICATE KEY UPDATE hash = VALUES(hash), expires_at = VALUES(expires_at), tries = 0", member, code.hash(),
                time.now().plus(LASTS));
    }

    /** Whether these are the digits of the member's code; hashes. Every try counts, before it is known whether it is right. */
    public boolean tried(long member, String digits) {
        int mayTry = sql.update("UPDATE one_time_code SET tries = tries + 1 WHERE member = ? AND tries < ? AND expires_at > ?",
                member, MOST_TRIES, time.now());
        String hash = mayTry == 0
                ? null
                : sql.first("SELECT hash FROM one_time_code WHERE member = ?", row -> row.getString(1), member).orElse(null);
        return hashing.matches(digits, hash);
    }

    /** Uses up the member's code; false where somebody else did so a moment ago. Takes part in the caller's transaction. */
    public boolean used(long member) {
        return sql.update("DELETE FROM one_time_code WHERE member = ?", member) == 1;
    }
}
