package org.aixin.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The process of a server: started on a free port of this machine, watched, started again when it dies, and stopped. */
final class ServerProcess {
    private static final Logger LOG = Logger.getLogger(ServerProcess.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final int TRIES = 3;
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

    /** Stops what a killed service left behind, then starts; answers the port. */
    int start() throws IOException, InterruptedException {
        record.stopOrphan();
        for (int tried = 1;; tried++) {
            port = freePort();
            Process started = launch();
            if (becomesReady(started)) {
                watch(started);
                return port;
            }
            end(started);
            if (tried == TRIES) {
                throw new Refusal("%s 没有启动成功，原因见 %s。".formatted(server.name(), log),
                        "%s did not start; %s says why.".formatted(server.name(), log));
            }
        }
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
        record.write(started.toHandle());
        started.getOutputStream().close();
        process = started;
        return started;
    }

    private boolean becomesReady(Process started) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (started.isAlive() && System.nanoTime() < end && !stopping) {
            if (server.answers(port)) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    private void watch(Process started) {
        Thread watcher = new Thread(() -> keepAlive(started), "aixin-" + server.name());
        watcher.setDaemon(true);
        watcher.start();
    }

    private void keepAlive(Process first) {
        Process watched = first;
        try {
            for (;;) {
                int code = watched.waitFor();
                TimeUnit.SECONDS.sleep(1);
                synchronized (this) {
                    if (stopping) {
                        return;
                    }
                    LOG.warnf("%s ended unexpectedly (%d) and is started again; its log is %s", server.name(), code, log);
                    watched = launch();
                }
            }
        } catch (IOException failed) {
            LOG.errorf(failed, "%s cannot be started again", server.name());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
