package org.aixin.access;

import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

/** Codes of six digits that change every thirty seconds, as authenticator programs on phones show them (RFC 6238, HMAC-SHA1). */
final class Totp {
    private static final Duration STEP = Duration.ofSeconds(30);
    private final TimeBasedOneTimePasswordGenerator generator;

    Totp(int digits) {
        generator = new TimeBasedOneTimePasswordGenerator(STEP, digits);
    }

    /** The step in which an instant falls. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** The code of a step. */
    String code(byte[] key, long step) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"),
                    Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException everyKeyWillDo) {
            throw new IllegalStateException(everyKeyWillDo);
        }
    }

    /** The step of which this is the code: the present one, or for phones whose clocks are a little off one beside it. */
    OptionalLong stepOf(byte[] key, String code, Instant now) {
        long present = step(now);
        return LongStream.of(present, present - 1, present + 1).filter(step -> code(key, step).equals(code)).findFirst();
    }
}
