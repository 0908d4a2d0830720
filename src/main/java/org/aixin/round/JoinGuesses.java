package org.aixin.round;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Network;
import org.aixin.kernel.Problem;

/**
 * Wrong guesses by address. A whole square may share one address, so what is right is not limited: after thirty wrong join codes in a
 * minute the address must use the QR code on the wall, whose venue nobody guesses; after thirty wrong cards or ways back its people
 * wait or join by name. Each node counts for itself.
 */
@Singleton
class JoinGuesses {
    /** What is guessed. */
    enum What {
        JOIN_CODE("too_many_codes"), PLAYER("too_many_wrong");

        private final String refusal;

        What(String refusal) {
            this.refusal = refusal;
        }
    }

    static final int FREE = 30, MOST_NETWORKS = 10_000;
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

    /** Refused 429 {@code too_many_codes} or {@code too_many_wrong} where this address was wrong too often within a minute. */
    void mustBeFew(What what, String address) {
        Wrong known = wrong.get(place(what, address));
        Instant now = time.now();
        if (known != null && !known.isOver(now) && known.count >= FREE) {
            throw Problem.of(429, what.refusal).with("retryAfter", Math.max(1, Duration.between(now, known.until).toSeconds()));
        }
    }

    /** One more wrong guess from this address. */
    void wrong(What what, String address) {
        Instant now = time.now();
        if (wrong.size() >= MOST_NETWORKS) {
            wrong.values().removeIf(each -> each.isOver(now));
        }
        wrong.merge(place(what, address), new Wrong(1, now.plus(SPAN)),
                (known, one) -> known.isOver(now) ? one : new Wrong(known.count + 1, known.until));
    }

    /** Where it is counted; all who come when too many are counted share one place. */
    private String place(What what, String address) {
        String own = what + " " + Network.of(address);
        return wrong.size() < MOST_NETWORKS || wrong.containsKey(own) ? own : what.name();
    }
}
