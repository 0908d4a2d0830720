package org.aixin.access;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
    private static final Duration A_MOMENT = Duration.ofMinutes(15);
    private final Sql sql;
    private final BusinessTime time;
    private final Hashing hashing;
    private final Guessing guessing;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final Devices devices;

    Secrets(Sql sql, BusinessTime time, Hashing hashing, Guessing guessing, OneTimeCodes codes, Sessions sessions,
            Devices devices) {
        this.sql = sql;
        this.time = time;
        this.hashing = hashing;
        this.guessing = guessing;
        this.codes = codes;
        this.sessions = sessions;
        this.devices = devices;
    }

    /**
     * Whether this is the member's secret; false too where the member has none yet. Wrong ones count per member and address.
     * Refused 429 {@code too_many_tries} with {@code retryAfter}, 503 {@code busy}. The answer may come from another thread.
     */
    public Uni<Boolean> verify(Member member, @Nullable String secret, String address) {
        return hashing.queued(() -> isRight(subject("card", Long.toString(member.id())),
                Place.network(From.at(address)), secret, hash(member.id())));
    }

    /**
     * Whose secret this is; hashes, so to be called when the queue says so. Refused 401 {@code sign_in_failed}, 429; 403
     * {@code device_unknown} for a short one, though right, from a device that was never used before.
     */
    long memberWith(@Nullable String login, @Nullable String secret, From from) {
        String typed = Names.typed(login);
        if (typed.isEmpty()) {
            throw Problem.of(401, "sign_in_failed"); // nobody to guess at, so nothing to count
        }
        Optional<Long> member = member(typed, "phone = ? OR login = ?");
        byte[] subject = member.map(id -> subject("member", Long.toString(id))).orElseGet(() -> subject("nobody", typed));
        Place place = place(member.orElse(-1L), from);
        guessing.mustBeOpen(subject, place);
        if (!hashing.matches(secret, hash(member.orElse(-1L)))) {
            guessing.wrong(subject, place);
            SignInLog.say("Wrong secret", member.orElse(null), from);
            throw Problem.of(401, "sign_in_failed");
        }
        if (SecretRule.isShort(secret) && !place.apart()) {
            guessing.mustStillBeOpen(subject, place);
            SignInLog.say("Short secret from an unknown device", member.orElse(null), from);
            throw Problem.forbidden("device_unknown");
        }
        guessing.right(subject, place);
        return member.orElseThrow();
    }

    /**
     * Sets a first or a reissued secret; the code is used up, every earlier session ends, and the device is known from now on. Who has
     * neither phone nor login gives the card's number. Refused 422 {@code secret_too_weak}, 401
     * {@code one_time_code_failed} for a wrong, used or old code and for people nobody knows alike, 429 {@code too_many_tries}, 503
     * {@code busy}.
     */
    Uni<Long> set(@Nullable String login, @Nullable String oneTimeCode, @Nullable String secret, From from) {
        String good = SecretRule.checked(secret);
        String typed = Names.typed(login), digits = Names.typed(oneTimeCode);
        return hashing.queued(() -> {
            Optional<Long> member = member(typed, "phone = ? OR login = ? OR card = ?");
            byte[] subject = subject("code", member.map(id -> Long.toString(id)).orElse(typed));
            Place place = Place.networkApart(from); // strangers use up no one's code but with a thousand networks
            guessing.mustBeOpen(subject, place);
            if (!codes.tried(member.orElse(-1L), digits)) {
                guessing.wrong(subject, place);
                SignInLog.say("Wrong one-time code", member.orElse(null), from);
                throw Problem.of(401, "one_time_code_failed");
            }
            guessing.right(subject, place);
            SecretRule.mustNotBeOwn(good, ownNumbers(member.orElseThrow()));
            set(member.orElseThrow(), hashing.hash(good), from);
            SignInLog.say("Secret set by one-time code", member.get(), from);
            return member.get();
        });
    }

    private void set(long member, String hash, From from) {
        Transactions.run(() -> {
            if (!codes.used(member)) {
                throw Problem.of(401, "one_time_code_failed");
            }
            sessions.closeAll(member);
            devices.remember(member, from.device());
            keep(member, hash);
            return member;
        });
    }

    /**
     * Changes the secret of a person who knows the old one; their other sessions end. Refused 403 {@code secret_wrong}, 422
     * {@code secret_too_weak}, 429 {@code too_many_tries}, 503 {@code busy}.
     */
    Uni<Long> change(Person person, @Nullable String old, @Nullable String secret, String token, From from) {
        String good = SecretRule.checked(secret);
        return hashing.queued(() -> {
            mustKnow(person, old, from);
            SecretRule.mustNotBeOwn(good, ownNumbers(person.id()));
            String hash = hashing.hash(good);
            return Transactions.run(() -> {
                keep(person.id(), hash);
                sessions.closeOthers(person.id(), token);
                return person.id();
            });
        });
    }

    /** Asks a person who is signed in for the secret once more; hashes. Refused 403 {@code secret_wrong}, 429 {@code too_many_tries}. */
    void mustKnow(Person person, @Nullable String secret, From from) {
        byte[] subject = subject("member", Long.toString(person.id()));
        if (!isRight(subject, place(person.id(), from), secret, hash(person.id()))) {
            SignInLog.say("Wrong secret of somebody signed in", person.id(), from);
            throw Problem.forbidden("secret_wrong");
        }
    }

    @Override
    public boolean isSet(long member) {
        return hash(member) != null;
    }

    @Override
    public void revoke(long member) {
        sql.update("DELETE FROM secret WHERE member = ?", member);
        sessions.closeAll(member);
        devices.forgetAll(member);
    }

    /** Signs a person out everywhere; only the device at hand stays known. */
    void endAll(Person person, From from) {
        Transactions.run(() -> {
            sessions.closeAll(person.id());
            devices.forgetOthers(person.id(), from.device());
            return person;
        });
    }

    /** Signs a person out everywhere but here, and no other device stays known. */
    void endOthers(Person person, String token, From from) {
        Transactions.run(() -> {
            sessions.closeOthers(person.id(), token);
            devices.forgetOthers(person.id(), from.device());
            return person;
        });
    }

    /** Whether this is the member's secret, for whoever counts the tries; hashes. */
    boolean is(long member, @Nullable String secret) {
        return hashing.matches(secret, hash(member));
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

    private boolean isRight(byte[] subject, Place place, @Nullable String secret, @Nullable String hash) {
        guessing.mustBeOpen(subject, place);
        if (hashing.matches(secret, hash)) {
            guessing.right(subject, place);
            return true;
        }
        guessing.wrong(subject, place);
        return false;
    }

    /** Where the member's secret is tried: on a device that they used before, where they used a one-time code a moment ago, or elsewhere. */
    private Place place(long member, From from) {
        String device = from.device();
        if (device != null && devices.isKnown(member, device)) {
            return Place.device(device);
        }
        Place apart = Place.networkApart(from);
        return guessing.wasRight(subject("code", Long.toString(member)), apart, A_MOMENT) ? apart : Place.network(from);
    }

    /** The numbers that anybody who knows a member tries first. */
    private List<String> ownNumbers(long member) {
        return sql.rows("SELECT phone, card, login FROM member WHERE id = ?",
                row -> Stream.of(row.getString(1), row.getString(2), row.getString(3)).filter(Objects::nonNull).toList(), member)
                .stream().flatMap(List::stream).toList();
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
