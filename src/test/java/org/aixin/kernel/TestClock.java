package org.aixin.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Singleton;

import io.quarkus.test.Mock;

/** The clock that tests can put forward: system time plus what was advanced. Whoever advances it resets it afterwards. */
@Mock
@Singleton
public class TestClock extends Clock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    /** Puts the clock forward. */
    public static void advance(Duration by) {
        AHEAD.accumulateAndGet(by, Duration::plus);
    }

    /** Back to the system's time. */
    public static void reset() {
        AHEAD.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(AHEAD.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
