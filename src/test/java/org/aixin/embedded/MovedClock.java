package org.aixin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clock that a service of its own sees, moved by libfaketime (Debian: {@code apt-get install faketime}) while it runs. Its servers and
 * the ticks of the machine are left alone.
 */
final class MovedClock {
    private static final List<Path> LIBRARIES = List.of(Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));
    private final Path library;
    private final Path file;

    private MovedClock(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /** A right clock; nothing where libfaketime is not installed. */
    static Optional<MovedClock> there() throws IOException {
        Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
        if (library.isEmpty()) {
            return Optional.empty();
        }
        MovedClock clock = new MovedClock(library.get(),
                Files.createTempFile(Files.createDirectories(Path.of("target/test-data")), "clock", ".now").toAbsolutePath());
        clock.by(Duration.ZERO);
        return Optional.of(clock);
    }

    /** What the service needs in its environment. */
    Map<String, String> settings() {
        return Map.of("LD_PRELOAD", library.toString(), "FAKETIME_TIMESTAMP_FILE", file.toString(), "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1", "FAKETIME_SKIP_CMDS", "mariadbd,redis-server,mysqld");
    }

    /** From now on it is wrong by so much; zero corrects it. It is read at any moment, so that it changes as a whole. */
    void by(Duration wrong) throws IOException {
        Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"),
                (wrong.isNegative() ? "-" : "+") + wrong.abs().toSeconds() + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
