package org.aixin.round;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;

/**
 * Wrong join codes by address. A whole square may share one address, so the right code is not what is limited: after thirty wrong
 * ones in a minute the address must use the QR code on the wall, whose venue nobody guesses. Each node counts for itself.
 */
@Singleton
class JoinGuesses {
    private static final int FREE = 30, MOST_ADDRESSES = 10_000;
    private static final Duration SPAN = Duration.ofMinutes(1);
    private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();
    private final BusinessTime time;

    JoinGuesses(BusinessTime time) {
        this.time = time;
    }

    private record Wrong(int count, Instant until) {
        boolean isOver(Instant now) {
            return !now.isBefore(until) || until.isAfter(now.plus(SPAN));
        }
    }

    /** Refused 429 {@code too_many_codes} where this address was wrong too often within a minute. */
    void mustBeFew(String address) {
        Wrong known = wrong.get(address);
        Instant now = time.now();
        if (known != null && !known.isOver(now) && known.count >= FREE) {
            throw Problem.of(429, "too_many_codes").with("retryAfter",
                    Math.max(1, Duration.between(now, known.until).toSeconds()));
        }
    }

    /** One more wrong code from this address. */
    void wrong(String address) {
        Instant now = time.now();
        if (wrong.size() >= MOST_ADDRESSES) {
            wrong.values().removeIf(each -> each.isOver(now));
        }
        wrong.merge(address, new Wrong(1, now.plus(SPAN)),
                (known, one) -> known.isOver(now) ? one : new Wrong(known.count + 1, known.until));
    }
}
