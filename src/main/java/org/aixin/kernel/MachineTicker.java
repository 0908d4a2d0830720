package org.aixin.kernel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The ticks of the Java machine; Linux alone stops them while it sleeps, and tells how long it has been up. */
final class MachineTicker implements Ticker {
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final int NANOS = 9;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public OptionalLong nanosWithSleep() {
        try {
            String seconds = Files.readString(UPTIME).split(" ", 2)[0];
            return OptionalLong.of(new BigDecimal(seconds).movePointRight(NANOS).longValue());
        } catch (IOException | NumberFormatException elsewhere) {
            return OptionalLong.empty();
        }
    }
}
