package org.aixin.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The live codes of the members, under a key that all nodes share. */
@ApplicationScoped
public class MemberCodes {
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
    public record Live(String code, Instant renewsAt, Instant expiresAt) {
        /** As it stands under its picture. */
        public String getGrouped() {
            return Digits.grouped(code);
        }
    }

    /**
     * What a live code says.
     *
     * @param member whose phone showed it
     * @param step in which it was made; a code opens one visit a member and step
     * @param over whether its time is over
     */
    public record Seen(Member member, long step, boolean over) {
    }

    /** The code of this member now. */
    public Live of(long member) {
        long step = LiveCodes.step(time.now());
        return new Live(codes().code(members.codeId(member), step), LiveCodes.end(step - 1), LiveCodes.end(step));
    }

    /** What these digits say; nothing unless they are a live code that one of the members' phones showed within the last day. */
    public Optional<Seen> read(String digits) {
        if (!LiveCodes.isForm(digits)) {
            return Optional.empty();
        }
        Instant now = time.now();
        OptionalLong step = codes().madeIn(digits, now);
        return step.isEmpty()
                ? Optional.empty()
                : members.byCodeId(LiveCodes.codeId(digits)).map(
                        member -> new Seen(member, step.getAsLong(), !now.isBefore(LiveCodes.end(step.getAsLong()))));
    }

    /** Eight digits that belong to this text, the same on every node, and that nobody can guess who knows the text. */
    String eightDigits(String text) {
        return codes().eightDigits(text);
    }

    /** The codes under the shared key, which the first node to need it makes. */
    private LiveCodes codes() {
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
