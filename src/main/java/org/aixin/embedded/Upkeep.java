package org.aixin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/** What is seen to all the while beside the embedded servers: the reserve on the disk, and that their logs stay short. */
final class Upkeep implements AutoCloseable {
    static final long LONGEST_LOG = 8 << 20;
    private static final Logger LOG = Logger.getLogger(Upkeep.class);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Upkeep::thread);
    private final Path logs;

    private Upkeep(Path folder) {
        this.logs = folder.resolve("logs");
    }

    static Upkeep begin(Path folder, Reserve reserve) {
        Upkeep upkeep = new Upkeep(folder);
        upkeep.clock.scheduleWithFixedDelay(() -> tried(reserve::keep), 0, 500, TimeUnit.MILLISECONDS);
        upkeep.clock.scheduleWithFixedDelay(() -> tried(() -> shorten(upkeep.logs)), 0, 30, TimeUnit.SECONDS);
        return upkeep;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "aixin-upkeep");
        thread.setDaemon(true);
        return thread;
    }

    private static void tried(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.debug("Left for the next time", failed);
        }
    }

    /** Of a log that grew long one former part is kept; where there is no room for it, none. The servers append, and go on. */
    static void shorten(Path logs) {
        for (Path log : tooLong(logs)) {
            try {
                Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException noRoom) {
                LOG.debug("No part of a log is kept", noRoom);
            }
            try {
                Files.newByteChannel(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
            } catch (IOException inUse) {
                LOG.debug("A log stays long", inUse);
            }
        }
    }

    private static List<Path> tooLong(Path logs) {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".log") && file.toFile().length() > LONGEST_LOG).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
