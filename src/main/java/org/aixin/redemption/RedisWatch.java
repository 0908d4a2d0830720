package org.aixin.redemption;

import java.time.Duration;

import org.jboss.logging.Logger;

/**
 * Remembers how Redis answered last. After a failure it is left alone for some seconds. The log has a line when it goes and a line
 * when it comes back; before its first answer, while everything is still starting, it has none.
 */
final class RedisWatch {
    private static final Logger LOG = Logger.getLogger(RedisWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private enum State {
        NEVER_SEEN, THERE, GONE
    }

    private volatile State state = State.NEVER_SEEN;
    private volatile long pauseEnds = System.nanoTime();

    /** Whether it failed a moment ago. */
    boolean isPausing() {
        return System.nanoTime() - pauseEnds < 0;
    }

    /** Whether it answered last: then there is a connection, and asking holds no thread. */
    boolean isThere() {
        return state == State.THERE;
    }

    /** It answered. */
    synchronized void answered(Object answer) {
        if (state == State.GONE) {
            LOG.info("Redis answers again: the stock gate works");
        }
        state = State.THERE;
    }

    /** It failed, or did not answer in time. */
    synchronized void failed(Throwable how) {
        if (state == State.THERE) {
            LOG.warnf("Redis does not answer (%s): the stock gate stays open, the database decides alone",
                    how.getClass().getSimpleName());
            state = State.GONE;
        }
        pauseEnds = System.nanoTime() + PAUSE.toNanos();
    }
}
