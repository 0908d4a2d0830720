package org.aixin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which process a server of this data folder runs as. A pid alone proves nothing after a crash or a reboot: the process is ours
 * only where its start and its program are the recorded ones.
 */
final class PidRecord {
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);
    private final Path file;

    PidRecord(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Files.write(file, List.of(Long.toString(process.pid()), started(process).toString(), program(process)));
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            // a stale record is recognised as one
        }
    }

    /** Stops the recorded process where it still runs and is ours. */
    void stopOrphan() {
        orphan().ifPresent(PidRecord::end);
        forget();
    }

    /** The recorded process, if it still runs and is ours. */
    Optional<ProcessHandle> orphan() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() < 3
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0))).filter(process -> isOurs(process, lines));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOurs(ProcessHandle process, List<String> lines) {
        Duration apart = Duration.between(Instant.parse(lines.get(1)), started(process)).abs();
        return process.isAlive() && apart.compareTo(CLOCK_STEP) <= 0 && program(process).equals(lines.get(2));
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static String program(ProcessHandle process) {
        return process.info().command().orElse("?");
    }

    /** Asks a process to end, and ends it where it does not. */
    static void end(ProcessHandle process) {
        process.destroy();
        if (!ends(process, 60)) {
            process.destroyForcibly();
            ends(process, 20);
        }
    }

    private static boolean ends(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException deaf) {
            return false;
        }
    }
}
