package org.aixin.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Credentials;
import org.aixin.identity.Hashing;
import org.aixin.identity.Member;
import org.aixin.identity.Names;
import org.aixin.identity.OneTimeCodes;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sha256;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What only the person knows: set with a one-time code, asked for at sign-in and when a card is to pay. */
@ApplicationScoped
public class Secrets implements Credentials {
    private final Sql sql;
    private final BusinessTime time;
    private final Hashing hashing;
    private final Guessing guessing;
    private final OneTimeCodes codes;
    private final Sessions sessions;

    Secrets(Sql sql, BusinessTime time, Hashing hashing, Guessing guessing, OneTimeCodes codes, Sessions sessions) {
        this.sql = sql;
        this.time = time;
        this.hashing = hashing;
        this.guessing = guessing;
        this.codes = codes;
        this.sessions = sessions;
    }

    /**
     * Whether this is the member's secret; false too where the member has none yet. Wrong ones count per member and address.
     * Refused 429 {@code too_many_tries} with {@code retryAfter}, 503 {@code busy}. The answer may come from another thread.
     */
    public Uni<Boolean> verify(Member member, @Nullable String secret, String address) {
        return hashing.queued(() -> isRight(subject("card", Long.toString(member.id())), address, secret, hash(member.id())));
    }

    /** Whose secret this is; hashes, so to be called when the queue says so. Refused 401 {@code sign_in_failed}, 429. */
    long memberWith(@Nullable String login, @Nullable String secret, String address) {
        String typed = Names.typed(login);
        if (typed.isEmpty()) {
            throw Problem.of(401, "sign_in_failed"); // nobody to guess at, so nothing to count
        }
        Optional<Long> member = member(typed, "phone = ? OR login = ?");
        byte[] subject = member.map(id -> subject("member", Long.toString(id))).orElseGet(() -> subject("nobody", typed));
        if (!isRight(subject, address, secret, hash(member.orElse(-1L)))) {
            throw Problem.of(401, "sign_in_failed");
        }
        return member.orElseThrow();
    }

    /**
     * Sets a first or a reissued secret; the code is used up and every earlier session ends. Who has neither phone nor login
     * gives the card's number. Refused 422 {@code secret_too_weak}, 401 {@code one_time_code_failed} for a wrong, used or old
     * code and for people nobody knows alike, 429 {@code too_many_tries}, 503 {@code busy}.
     */
    Uni<Long> set(@Nullable String login, @Nullable String oneTimeCode, @Nullable String secret, String address) {
        String good = SecretRule.checked(secret);
        String typed = Names.typed(login), digits = Names.typed(oneTimeCode);
        return hashing.queued(() -> {
            Optional<Long> member = member(typed, "phone = ? OR login = ? OR card = ?");
            byte[] subject = subject("code", member.map(id -> Long.toString(id)).orElse(typed));
            guessing.mustBeOpen(subject, address);
            if (!codes.tried(member.orElse(-1L), digits)) {
                guessing.wrong(subject, address);
                throw Problem.of(401, "one_time_code_failed");
            }
            guessing.right(subject, address);
            return set(member.orElseThrow(), hashing.hash(good));
        });
    }

    private long set(long member, String hash) {
        return Transactions.run(() -> {
            if (!codes.used(member)) {
                throw Problem.of(401, "one_time_code_failed");
            }
            sessions.closeAll(member);
            keep(member, hash);
            return member;
        });
    }

    /**
     * Changes the secret of a person who knows the old one; their other sessions end. Refused 403 {@code secret_wrong}, 422
     * {@code secret_too_weak}, 429 {@code too_many_tries}, 503 {@code busy}.
     */
    Uni<Long> change(Person person, @Nullable String old, @Nullable String secret, String token, String address) {
        String good = SecretRule.checked(secret);
        return hashing.queued(() -> {
            if (!isRight(subject("member", Long.toString(person.id())), address, old, hash(person.id()))) {
                throw Problem.forbidden("secret_wrong");
            }
            String hash = hashing.hash(good);
            return Transactions.run(() -> {
                keep(person.id(), hash);
                sessions.closeOthers(person.id(), token);
                return person.id();
            });
        });
    }

    @Override
    public boolean isSet(long member) {
        return hash(member) != null;
    }

    @Override
    public void revoke(long member) {
        sql.update("DELETE FROM secret WHERE member = ?", member);
        sessions.closeAll(member);
    }

    /** Forgets from where a member's secret came, and how often a wrong one did; takes part in the caller's transaction. */
    void forget(long member) {
        for (String purpose : List.of("member", "card", "code")) {
            guessing.forget(subject(purpose, Long.toString(member)));
        }
    }

    /** For whoever sets up a demo village: one hash for everybody. Takes part in the caller's transaction. */
    public String hashForDemo(String secret) {
        return hashing.hash(secret);
    }

    /** Keeps a hash as a member's secret; takes part in the caller's transaction. */
    public void keep(long member, String hash) {
        sql.update("INSERT INTO secret (member, hash, at) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE hash = VALUES(hash), at = VALUES(at)", member, hash, time.now());
    }

    private boolean isRight(byte[] subject, String address, @Nullable String secret, @Nullable String hash) {
        guessing.mustBeOpen(subject, address);
        if (hashing.matches(secret, hash)) {
            guessing.right(subject, address);
            return true;
        }
        guessing.wrong(subject, address);
        return false;
    }

    private Optional<Long> member(String typed, String where) {
        Object[] values = new Object[(int) where.chars().filter(c -> c == '?').count()];
        Arrays.fill(values, typed.matches("[a-z0-9._]{3,32}") ? typed : "");
        return sql.first("SELECT id FROM member WHERE " + where, row -> row.getLong(1), values);
    }

    private @Nullable String hash(long member) {
        return sql.first("SELECT hash FROM secret WHERE member = ?", row -> row.getString(1), member).orElse(null);
    }

    private static byte[] subject(String kind, String who) {
        return Sha256.of(kind + "/" + who);
    }
}
