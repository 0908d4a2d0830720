package org.aixin.redemption;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;

/**
 * Remembers how Redis answered last: a circuit breaker. After a failure Redis is left alone for some seconds; then one question
 * tries whether it is back, while all others still do without. The log has a line when it goes and a line when it comes back;
 * before its first answer, while everything is still starting, it has none.
 */
final class RedisWatch {
    private static final Logger LOG = Logger.getLogger(RedisWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private enum State {
        NEVER_SEEN, THERE, GONE
    }

    private final LongSupplier nanos;
    private volatile State state = State.NEVER_SEEN;
    private volatile long pauseEnds;
    private boolean trying;

    RedisWatch() {
        this(System::nanoTime);
    }

    RedisWatch(LongSupplier nanos) {
        this.nanos = nanos;
        this.pauseEnds = nanos.getAsLong();
    }

    /** Whether it failed a moment ago, or is just being tried. */
    boolean isPausing() {
        return nanos.getAsLong() - pauseEnds < 0;
    }

    /** Whether it may be asked now. After a pause only the first may, until that question is answered. */
    boolean mayAsk() {
        return isThere() || isFirstToTry();
    }

    private synchronized boolean isFirstToTry() {
        if (isPausing()) {
            return false;
        }
        trying = true;
        pause();
        return true;
    }

    private void pause() {
        pauseEnds = nanos.getAsLong() + PAUSE.toNanos();
    }

    /** Whether it answered last: then there is a connection, and asking holds no thread. */
    boolean isThere() {
        return state == State.THERE;
    }

    /** It answered. Late answers to what was asked before it failed do not count. */
    synchronized void answered(Object answer) {
        if (isThere() || isPausing() && !trying) {
            return;
        }
        if (state == State.GONE) {
            LOG.info("Redis answers again: the stock gate works");
        }
        state = State.THERE;
        trying = false;
        pauseEnds = nanos.getAsLong();
    }

    /** It failed, or did not answer in time. */
    synchronized void failed(Throwable how) {
        if (state == State.THERE) {
            LOG.warnf("Redis does not answer (%s): the stock gate stays open, the database decides alone",
                    how.getClass().getSimpleName());
            state = State.GONE;
        }
        trying = false;
        pause();
    }
}
