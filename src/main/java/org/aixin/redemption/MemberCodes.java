package org.aixin.redemption;

import java.security.SecureRandom;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Members;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The live codes of the members, under a key that all nodes share. */
@ApplicationScoped
class MemberCodes {
    private static final int KEY_BYTES = 32;
    private final Sql sql;
    private final BusinessTime time;
    private final Members members;
    private volatile @Nullable LiveCodes codes;

    MemberCodes(Sql sql, BusinessTime time, Members members) {
        this.sql = sql;
        this.time = time;
        this.members = members;
    }

    /**
     * A live code.
     *
     * @param renewsAt when the next one can be had
     * @param expiresAt from when on no desk takes it
     */
    record Live(String code, Instant renewsAt, Instant expiresAt) {
        /** As it stands under its picture. */
        public String getGrouped() {
            return Digits.grouped(code);
        }
    }

    /** The code of this member now. */
    Live of(long member) {
        long step = LiveCodes.step(time.now());
        return new Live(codes().code(members.codeId(member), step), LiveCodes.end(step - 1), LiveCodes.end(step));
    }

    /** The codes under the shared key, which the first node to need it makes. */
    LiveCodes codes() {
        LiveCodes known = codes;
        if (known == null) {
            known = new LiveCodes(key());
            codes = known;
        }
        return known;
    }

    private byte[] key() {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        sql.update("INSERT IGNORE INTO code_key (id, secret, at) VALUES (1, ?, ?)", fresh, time.now());
        return sql.first("SELECT secret FROM code_key WHERE id = 1", row -> row.getBytes(1)).orElseThrow();
    }
}
