package org.aixin.access;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sha256;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The browsers in which members were signed in before. There, and only there, six digits are enough to sign in. */
@ApplicationScoped
class Devices {
    /** The longest that browsers keep a cookie. */
    static final Duration LASTS = Duration.ofDays(400);
    private final Sql sql;
    private final BusinessTime time;

    Devices(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** Whether this member was signed in with the device before. */
    boolean isKnown(long member, @Nullable String token) {
        return token != null
                && sql.first("SELECT 1 FROM device WHERE token = ? AND member = ?", row -> 1, Sha256.of(token), member)
                        .isPresent();
    }

    /** Keeps that the member is signed in here; takes part in the caller's transaction. */
    void remember(long member, @Nullable String token) {
        if (token != null) {
            sql.update("INSERT INTO device (token, member, at, last_at) VALUES (?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE last_at = VALUES(last_at)", Sha256.of(token), member, time.now(), time.now());
        }
    }

    /** Forgets a device of a member, by the hash of its token; takes part in the caller's transaction. */
    void forget(long member, byte[] hash) {
        sql.update("DELETE FROM device WHERE member = ? AND token = ?", member, hash);
    }

    /** Forgets all devices of a member; takes part in the caller's transaction. */
    void forgetAll(long member) {
        sql.update("DELETE FROM device WHERE member = ?", member);
    }

    /** Forgets all devices of a member but this one; takes part in the caller's transaction. */
    void forgetOthers(long member, @Nullable String token) {
        sql.update("DELETE FROM device WHERE member = ? AND token <> ?", member, Sha256.of(token == null ? "" : token));
    }

    /** Forgets the devices that were used longer ago than browsers remember. */
    void sweep() {
        sql.update("DELETE FROM device WHERE last_at < ?", time.now().minus(LASTS));
    }
}
