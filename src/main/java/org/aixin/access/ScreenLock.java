package org.aixin.access;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Hashing;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The lock of a staff screen that nobody uses: a PIN of four to six digits opens it, or the secret. */
@ApplicationScoped
class ScreenLock {
    private final Sql sql;
    private final BusinessTime time;
    private final Hashing hashing;
    private final Sessions sessions;
    private final Secrets secrets;

    ScreenLock(Sql sql, BusinessTime time, Hashing hashing, Sessions sessions, Secrets secrets) {
        this.sql = sql;
        this.time = time;
        this.hashing = hashing;
        this.sessions = sessions;
        this.secrets = secrets;
    }

    /**
     * Unlocks the screen whose session this is. Refused 409 {@code not_locked}; 403 {@code pin_wrong} with how many tries are left; 401
     * {@code session_ended} after the fifth wrong one, with which the session ends; 503 {@code busy}.
     */
    Uni<Person> unlock(@Nullable String token, @Nullable String typed, From from) {
        return hashing.queued(() -> {
            Session session = sessions.now(token).filter(one -> sessions.stage(one) == Stage.LOCKED)
                    .orElseThrow(() -> Problem.conflict("not_locked"));
            String held = String.valueOf(token);
            long member = session.person().id();
            if (!sessions.mayTry(held)) {
                throw Problem.of(401, "session_ended");
            }
            if (!isRight(member, typed)) {
                SignInLog.say("Wrong PIN of a locked screen", member, from);
                throw left(held);
            }
            sessions.unlock(held);
            return session.person();
        });
    }

    private Problem left(String token) {
        int left = sessions.triesLeft(token);
        if (left > 0) {
            return Problem.forbidden("pin_wrong", left);
        }
        sessions.close(token);
        return Problem.of(401, "session_ended");
    }

    private boolean isRight(long member, @Nullable String typed) {
        String pin = sql.first("SELECT hash FROM screen_pin WHERE member = ?", row -> row.getString(1), member).orElse(null);
        return pin != null && hashing.matches(typed, pin) || secrets.is(member, typed);
    }

    /** Whether the member has a PIN. */
    boolean hasPin(long member) {
        return sql.first("SELECT 1 FROM screen_pin WHERE member = ?", row -> 1, member).isPresent();
    }

    /** Sets a person's PIN. Refused 422 {@code pin_too_weak}, 403 {@code secret_wrong}, 429 {@code too_many_tries}, 503 {@code busy}. */
    Uni<Person> setPin(Person person, @Nullable String pin, @Nullable String secret, From from) {
        String good = SecretRule.checkedPin(pin);
        return hashing.queued(() -> {
            secrets.mustKnow(person, secret, from);
            sql.update("INSERT INTO screen_pin (member, hash, at) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE hash = VALUES(hash), at = VALUES(at)", person.id(), hashing.hash(good),
                    time.now());
            return person;
        });
    }
}
