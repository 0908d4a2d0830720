package org.aixin.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** The codes of eight digits that staff hand over, with which a person sets a first or a new secret. */
@ApplicationScoped
public class OneTimeCodes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LASTS = Duration.ofDays(7);
    /** A hundred million codes are out of reach; who tries from where is bounded elsewhere. */
    private static final int MOST_TRIES = 1000;
    private static final String TWICE = "code_reissued_already";
    private final Sql sql;
    private final BusinessTime time;
    private final Hashing hashing;
    private final Members members;
    private final Grants grants;
    private final Credentials credentials;
    private final MemberCodes derived;

    OneTimeCodes(Sql sql, BusinessTime time, Hashing hashing, Members members, Grants grants, Credentials credentials,
            MemberCodes derived) {
        this.sql = sql;
        this.time = time;
        this.hashing = hashing;
        this.members = members;
        this.grants = grants;
        this.credentials = credentials;
        this.derived = derived;
    }

    /** A code and what is kept of it. */
    record Code(String digits, String hash) {
    }

    /** That a member was given a new code. */
    record Reissue(Instant at, String by) {
    }

    /**
     * A new code for a member; the old one, the secret and every session of theirs are dead, and it stays on record who did this.
     * Organizers reissue for residents; for whoever works here it takes an administrator who reaches all their roles. Refused 404
     * {@code not_found}, 403 {@code not_allowed}.
     */
    public String reissue(Person person, long memberId) {
        return reissue(person, memberId, make(), null);
    }

    /** The same for a page's form: sent again, it answers the same code and changes nothing. Refused 400 without a key too. */
    String reissueOnce(Person person, long memberId, @Nullable String form) {
        String key = FormKeys.of(person, form) + "/" + memberId;
        Code code = madeFrom(key);
        try {
            return reissue(person, memberId, code, key);
        } catch (Problem twice) {
            if (!twice.code().equals(TWICE)) {
                throw twice;
            }
            return code.digits();
        }
    }

    /** The last time that staff gave the member a new code, if they ever did. */
    Optional<Reissue> lastReissue(long member) {
        return sql.first("SELECT r.at, m.name FROM code_reissue r JOIN member m ON m.id = r.actor WHERE r.member = ?"
                + " ORDER BY r.id DESC LIMIT 1", row -> new Reissue(row.getTimestamp(1).toInstant(), row.getString(2)), member);
    }

    private String reissue(Person person, long memberId, Code code, @Nullable String form) {
        Member member = members.member(memberId);
        person.mustReach(member.path(), Role.ORGANIZER, Role.ADMIN);
        grants.of(memberId).stream().filter(held -> held.role() != Role.RESIDENT)
                .forEach(held -> person.mustReach(held.unit().path(), Role.ADMIN));
        return Transactions.run(() -> {
            sql.updateOr(Problem.conflict(TWICE), "INSERT INTO code_reissue (id, member, actor, form, at) VALUES (?, ?, ?, ?, ?)",
                    Ids.next(), memberId, person.id(), form, time.now());
            credentials.revoke(memberId);
            keep(memberId, code);
            return code.digits();
        });
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
