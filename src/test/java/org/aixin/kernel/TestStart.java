package org.aixin.kernel;

import java.time.Clock;

import jakarta.inject.Singleton;

/** What a start and each minute do with the clock, in the running service. */
@Singleton
public class TestStart {
    private final ClockWatch watch;
    private final ClockSeen seen;
    private final Clock clock;

    TestStart(ClockWatch watch, ClockSeen seen, Clock clock) {
        this.watch = watch;
        this.seen = seen;
        this.clock = clock;
    }

    /** The service is killed and starts again, with the clock as it is. */
    public void again() {
        watch.begin();
    }

    /** A minute has gone by. */
    public void minute() {
        watch.tick();
    }

    /** The clock is right and nothing newer was ever seen. */
    public void afresh() {
        TestClock.reset();
        seen.seen(clock.instant());
        watch.begin();
    }
}
