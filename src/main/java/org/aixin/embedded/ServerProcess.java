package org.aixin.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The process of a server: started on a free port of this machine, watched, started again for as long as it dies, and stopped. Where it
 * cannot be started again the pauses grow to a quarter of a minute, and every doubling of the failures is said once.
 */
final class ServerProcess {
    private static final Logger LOG = Logger.getLogger(ServerProcess.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(120), SOUND = Duration.ofMinutes(1);
    private static final int TRIES = 3, LONGEST_PAUSE = 15;
    private static volatile boolean ending;
    private final Server server;
    private final PidRecord record;
    private final File log;
    private volatile boolean stopping;
    private @Nullable Process process;
    private int port;

    ServerProcess(Server server, DataFolder folder) throws IOException {
        this.server = server;
        Path logs = folder.folder("logs");
        this.log = logs.resolve(server.name() + ".log").toFile();
        this.record = new PidRecord(folder.path().resolve(server.name() + ".pid"));
    }

    /** The whole service is to end: nobody waits any longer for a server that has not come up. */
    static void waitNoMore() {
        ending = true;
    }

    /** Stops what a killed service left behind: the recorded process, and one that it had not come to record. */
    void stopOrphans() throws IOException {
        record.stopOrphan();
        String program = Path.of(server.command(0).command().get(0)).toRealPath().toString();
        ProcessHandle.allProcesses().filter(each -> each.info().command().filter(program::equals).isPresent())
                .filter(each -> Arrays.stream(each.info().arguments().orElse(new String[0]))
                        .anyMatch(one -> one.contains(server.home().toString())))
                .forEach(PidRecord::end);
    }

    /** Starts it where it does not run; answers the port. */
    int start() throws IOException, InterruptedException {
        stopOrphans();
        stopping = false;
        for (int tried = 1;; tried++) {
            port = freePort();
            Process started = launch();
            if (becomesReady(started)) {
                watch(started);
                return port;
            }
            end(started);
            if (tried == TRIES || ending) {
                throw new Refusal("%s 没有启动成功，原因见 %s。".formatted(server.name(), log),
                        "%s did not start; %s says why.".formatted(server.name(), log));
            }
        }
    }

    /** Goes on trying to start what did not start; answers the port where it will then be. */
    int keepTrying() {
        watch(process);
        return port;
    }

    /** Ends the server in good order. */
    synchronized void stop() {
        stopping = true;
        Process running = process;
        if (running != null) {
            end(running);
        }
        record.forget();
    }

    private synchronized Process launch() throws IOException {
        Process started = server.command(port).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
        process = started;
        try {
            record.write(started.toHandle());
            started.getOutputStream().close();
        } catch (IOException unrecorded) {
            end(started);
            throw unrecorded;
        }
        return started;
    }

    private boolean becomesReady(Process started) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (started.isAlive() && System.nanoTime() < end && !ending) {
            if (server.answers(port)) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    private void watch(@Nullable Process started) {
        Thread watcher = new Thread(() -> keepAlive(started), "aixin-" + server.name());
        watcher.setDaemon(true);
        watcher.start();
    }

    private void keepAlive(@Nullable Process first) {
        Process watched = first;
        int failures = 0;
        try {
            for (;;) {
                long since = System.nanoTime();
                String how = watched == null ? "was not started" : "ended with code " + watched.waitFor();
                failures = System.nanoTime() - since > SOUND.toNanos() ? 1 : failures + 1;
                TimeUnit.SECONDS.sleep(Math.min(LONGEST_PAUSE, 1L << Math.min(failures - 1, LONGEST_PAUSE)));
                synchronized (this) {
                    if (stopping || process != watched) {
                        return;
                    }
                    watched = again(failures, how);
                    process = watched;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Process again(int failures, String how) {
        boolean said = Integer.bitCount(failures) == 1;
        if (said) {
            LOG.warnf("%s %s and is started again (time %d); its log is %s", server.name(), how, failures, log);
        }
        try {
            return launch();
        } catch (IOException failed) {
            if (said) {
                LOG.errorf("%s cannot be started: %s", server.name(), failed);
            }
            return null;
        }
    }

    private static void end(Process running) {
        PidRecord.end(running.toHandle());
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }
}
