package org.aixin.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Grants;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sha256;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** The second factor of whoever works here: a key in an authenticator program on their phone, and ten codes on paper for when it is lost. */
@ApplicationScoped
class SecondFactors {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 20, CODES = 10, DIGITS = 6;
    private static final long RECOVERY = 1_000_000_000_000L;
    private static final Totp TOTP = new Totp(DIGITS);
    private final Sql sql;
    private final BusinessTime time;
    private final Guessing guessing;
    private final Members members;
    private final Grants grants;
    private final Sessions sessions;
    private final Devices devices;

    SecondFactors(Sql sql, BusinessTime time, Guessing guessing, Members members, Grants grants, Sessions sessions,
            Devices devices) {
        this.sql = sql;
        this.time = time;
        this.guessing = guessing;
        this.members = members;
        this.grants = grants;
        this.sessions = sessions;
        this.devices = devices;
    }

    /** Whether the member has a second factor that was confirmed. */
    boolean isOn(long member) {
        return sql.first("SELECT 1 FROM second_factor WHERE member = ? AND confirmed", row -> 1, member).isPresent();
    }

    /** How many codes on paper are left. */
    int codesLeft(long member) {
        return sql.first("SELECT COUNT(*) FROM recovery_code WHERE member = ?", row -> row.getInt(1), member).orElse(0);
    }

    /** The key to be confirmed: a new one, or the one that waits already. Refused 403 {@code not_allowed} for residents, 409 {@code second_factor_is_on}. */
    byte[] begin(Person person) {
        if (!person.isStaff()) {
            throw Problem.forbidden("not_allowed");
        }
        byte[] fresh = new byte[KEY_BYTES];
        RANDOM.nextBytes(fresh);
        sql.update("INSERT INTO second_factor (member, secret, confirmed, last_step, at) VALUES (?, ?, FALSE, 0, ?)"
                + " ON DUPLICATE KEY UPDATE member = VALUES(member)", person.id(), fresh, time.now());
        return sql
                .first("SELECT secret FROM second_factor WHERE member = ? AND NOT confirmed", row -> row.getBytes(1), person.id())
                .orElseThrow(() -> Problem.conflict("second_factor_is_on"));
    }

    /** Turns it on by a first code, and answers the codes for paper. Refused 403 {@code second_factor_failed}, 409, 429. */
    List<String> confirm(Person person, @Nullable String code, From from) {
        String typed = typed(code);
        byte[] key = begin(person);
        guarded(person.id(), from, () -> isStepUsed(person.id(), key, typed));
        SignInLog.say("Second factor set up", person.id(), from);
        return Transactions.run(() -> {
            sql.update("UPDATE second_factor SET confirmed = TRUE, at = ? WHERE member = ?", time.now(), person.id());
            return freshCodes(person.id());
        });
    }

    /**
     * Asks for a code from the phone or the paper; each is taken once. Refused 403 {@code second_factor_failed}, 429
     * {@code too_many_tries}.
     */
    void mustBeRight(long member, @Nullable String code, From from) {
        String typed = typed(code);
        byte[] key = sql.first("SELECT secret FROM second_factor WHERE member = ? AND confirmed", row -> row.getBytes(1), member)
                .orElseThrow(() -> Problem.forbidden("second_factor_failed"));
        guarded(member, from, () -> typed.length() == DIGITS ? isStepUsed(member, key, typed) : isPaperUsed(member, typed));
    }

    /** New codes for paper in place of the old. Refusals as in {@link #mustBeRight}. */
    List<String> renewCodes(Person person, @Nullable String code, From from) {
        mustBeRight(person.id(), code, from);
        return Transactions.run(() -> freshCodes(person.id()));
    }

    /**
     * Takes away the second factor of somebody who lost phone and paper, and ends their sessions; it stays on record. Refused 403
     * {@code own_second_factor} for oneself, {@code not_allowed} unless an administrator reaches the member and all their roles; 404.
     */
    void reset(Person person, long memberId) {
        Member member = members.member(memberId);
        person.mustReach(member.path(), Role.ADMIN);
        grants.of(memberId).stream().filter(held -> held.role() != Role.RESIDENT)
                .forEach(held -> person.mustReach(held.unit().path(), Role.ADMIN));
        if (memberId == person.id()) {
            throw Problem.forbidden("own_second_factor");
        }
        Transactions.run(() -> {
            sql.update("INSERT INTO second_factor_reset (id, member, actor, at) VALUES (?, ?, ?, ?)", Ids.next(), memberId,
                    person.id(), time.now());
            forget(memberId);
            sessions.closeAll(memberId);
            return member;
        });
    }

    /** Forgets a member's key and codes; takes part in the caller's transaction. */
    void forget(long member) {
        sql.update("DELETE FROM recovery_code WHERE member = ?", member);
        sql.update("DELETE FROM second_factor WHERE member = ?", member);
        guessing.forget(subject(member));
    }

    private void guarded(long member, From from, BooleanSupplier right) {
        byte[] subject = subject(member);
        String device = from.device();
        Place place = device != null && devices.isKnown(member, device) ? Place.device(device) : Place.network(from);
        guessing.mustBeOpen(subject, place);
        if (!right.getAsBoolean()) {
            guessing.wrong(subject, place);
            SignInLog.say("Wrong code of a second factor", member, from);
            throw Problem.forbidden("second_factor_failed");
        }
        guessing.right(subject, place);
    }

    /** Whether this is the code of a step nobody used yet, which is used from now on. A clock that was ahead leaves no step used for long. */
    private boolean isStepUsed(long member, byte[] key, String code) {
        OptionalLong step = TOTP.stepOf(key, code, time.now());
        return step.isPresent()
                && sql.update("UPDATE second_factor SET last_step = ? WHERE member = ? AND (last_step < ? OR last_step > ?)",
                        step.getAsLong(), member, step.getAsLong(), Totp.step(time.now()) + 1) == 1;
    }

    private boolean isPaperUsed(long member, String code) {
        return sql.update("DELETE FROM recovery_code WHERE member = ? AND hash = ?", member, hash(member, code)) == 1;
    }

    private List<String> freshCodes(long member) {
        sql.update("DELETE FROM recovery_code WHERE member = ?", member);
        List<String> codes = IntStream.range(0, CODES).mapToObj(i -> "%012d".formatted(RANDOM.nextLong(RECOVERY))).toList();
        sql.insert("INSERT INTO recovery_code (member, hash) VALUES",
                codes.stream().map(code -> new Object[]{member, hash(member, code)}).toList());
        return codes;
    }

    private static String typed(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Problem.invalid("value_refused", "code");
        }
        String digits = Digits.of(code);
        return digits == null ? "" : digits;
    }

    private static byte[] hash(long member, String code) {
        return Sha256.of(member + "/" + code);
    }

    private static byte[] subject(long member) {
        return Sha256.of("second/" + member);
    }
}
