package org.aixin.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.aixin.kernel.CheckDigit;

/**
 * Codes that live for half a minute: 9, the member's opaque id of eight digits, ten digits cut from HMAC-SHA256 over that id and
 * the time step (as in RFC 4226 and RFC 6238), a check digit. A code is taken in its own step and in the next.
 */
final class LiveCodes {
    /** How long a step is. */
    static final Duration STEP = Duration.ofSeconds(30);
    /** Up to so many steps later a code is still recognized, as one whose time is over: a day. */
    private static final int REMEMBERED = 2880;
    private static final int LENGTH = 20;
    private static final long TEN_DIGITS = 10_000_000_000L, EIGHT_DIGITS = 100_000_000L;
    private final SecretKeySpec key;

    LiveCodes(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Whether these digits have the form of a live code. */
    static boolean isForm(String digits) {
        return digits.length() == LENGTH && digits.charAt(0) == '9' && CheckDigit.fits(digits);
    }

    /** The step in which an instant falls. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** When codes of this step are no longer taken. */
    static Instant end(long step) {
        return Instant.ofEpochSecond((step + 2) * STEP.toSeconds());
    }

    /** The code of a member in a step. */
    String code(String codeId, long step) {
        return CheckDigit.append("9" + codeId + "%010d".formatted(mark(mac(), codeId, step)));
    }

    /** The opaque id in a live code. */
    static String codeId(String code) {
        return code.substring(1, 9);
    }

    /** The step in which this code was made, within the last day; none for a forged one, which costs as many marks as a day has steps. */
    OptionalLong madeIn(String code, Instant now) {
        long mark = Long.parseLong(code.substring(9, 19));
        Mac mac = mac();
        long present = step(now);
        for (long step = present; step > present - REMEMBERED; step--) {
            if (mark(mac, codeId(code), step) == mark) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static long mark(Mac mac, String codeId, long step) {
        byte[] said = codeId.getBytes(StandardCharsets.US_ASCII);
        return number(mac, ByteBuffer.allocate(said.length + Long.BYTES).put(said).putLong(step).array(), TEN_DIGITS);
    }

    /** Eight digits that nobody without the key can tell from this text, which is longer than what codes are made of. */
    String eightDigits(String text) {
        return "%08d".formatted(number(mac(), ("eight digits for " + text).getBytes(StandardCharsets.UTF_8), EIGHT_DIGITS));
    }

    private static long number(Mac mac, byte[] said, long below) {
        return (ByteBuffer.wrap(mac.doFinal(said)).getLong() & Long.MAX_VALUE) % below;
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
