package org.aixin.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Singleton;

import io.quarkus.test.Mock;

/**
 * The clock that tests can put forward: system time plus what was advanced. Time that is advanced goes by, so the machine ticks as
 * much; a clock that jumps goes alone. Whoever moves it resets it afterwards.
 */
@Mock
@Singleton
public class TestClock extends Clock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    private static final AtomicReference<Duration> WRONG = new AtomicReference<>(Duration.ZERO);

    /** Lets time go by. */
    public static void advance(Duration by) {
        AHEAD.accumulateAndGet(by, Duration::plus);
    }

    /** Sets the clock wrong by so much, ahead or (less than zero) behind, while time goes on as it did; zero corrects it. */
    public static void setWrong(Duration by) {
        WRONG.set(by);
    }

    /** Back to the system's time. */
    public static void reset() {
        AHEAD.set(Duration.ZERO);
        WRONG.set(Duration.ZERO);
    }

    static Duration gone() {
        return Objects.requireNonNull(AHEAD.get());
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(AHEAD.get()).plus(WRONG.get());
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
