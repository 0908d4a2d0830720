package org.aixin.kernel;

import java.util.OptionalLong;

import jakarta.inject.Singleton;

import io.quarkus.test.Mock;

/** The machine's ticks and the time that tests let go by. */
@Mock
@Singleton
class TestTicker implements Ticker {
    @Override
    public long nanos() {
        return System.nanoTime() + TestClock.gone().toNanos();
    }

    @Override
    public OptionalLong nanosWithSleep() {
        return OptionalLong.empty();
    }
}
