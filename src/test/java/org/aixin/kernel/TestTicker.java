package org.aixin.kernel;

import java.util.OptionalLong;

import jakarta.inject.Singleton;

import io.quarkus.test.Mock;

/** The machine's ticks and the time that tests let go by. */
@Mock
@Singleton
class TestTicker implements Ticker {
    private static final long A_SECOND = 1_000_000_000L;

    @Override
    public long nanos() {
        return System.nanoTime() + TestClock.gone().getSeconds() * A_SECOND + TestClock.gone().getNano(); // may run over, as ticks do
    }

    @Override
    public OptionalLong nanosWithSleep() {
        return OptionalLong.empty();
    }
}
