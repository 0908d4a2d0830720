package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ServerProcessTest {
    @TempDir
    Path temporary;

    private DataFolder folder;
    private Sleeper sleeper;
    private ServerProcess process;

    /** A server that does nothing; while a file says so it cannot be started, or ends at once. */
    private static final class Sleeper implements Server {
        private final Path home;
        private volatile boolean unstartable, dying;
        private volatile int starts;

        Sleeper(Path home) {
            this.home = home;
        }

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public Path home() {
            return home;
        }

        @Override
        public ProcessBuilder command(int port) throws IOException {
            starts++;
            if (unstartable) {
                throw new IOException("No space left on device");
            }
            return new ProcessBuilder("/bin/sh", "-c", dying ? "exit 1" : "while :; do sleep 1; done", home.toString());
        }

        @Override
        public boolean answers(int port) {
            return true;
        }
    }

    @BeforeEach
    void start() throws Exception {
        folder = DataFolder.take(temporary.resolve("data"));
        sleeper = new Sleeper(folder.path().resolve("home"));
        process = new ServerProcess(sleeper, folder);
        process.start();
    }

    @AfterEach
    void stop() {
        process.stop();
        folder.close();
    }

    private ProcessHandle running() {
        return new PidRecord(folder.path().resolve("sleeper.pid")).orphan().orElseThrow();
    }

    private static void eventually(Callable<Boolean> holds) throws Exception {
        for (int waited = 0; !holds.call(); waited++) {
            assertThat(waited).as("waited for long enough").isLessThan(600);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void what_cannot_be_started_again_is_tried_until_it_can() throws Exception {
        sleeper.unstartable = true;
        int before = sleeper.starts;
        running().destroyForcibly();
        eventually(() -> sleeper.starts >= before + 1);
        sleeper.unstartable = false;
        sleeper.dying = true;
        eventually(() -> sleeper.starts >= before + 2);
        sleeper.dying = false;
        eventually(() -> new PidRecord(folder.path().resolve("sleeper.pid")).orphan().isPresent());
    }

    @Test
    void what_was_stopped_is_not_started_again() throws Exception {
        ProcessHandle first = running();
        process.stop();
        int starts = sleeper.starts;
        TimeUnit.MILLISECONDS.sleep(1500);
        assertThat(sleeper.starts).isEqualTo(starts);
        assertThat(first.isAlive()).isFalse();
        assertThat(folder.path().resolve("sleeper.pid")).doesNotExist();
    }

    @Test
    void stopped_and_started_at_once_it_runs_once() throws Exception {
        process.stop();
        process.start();
        int starts = sleeper.starts;
        ProcessHandle second = running();
        TimeUnit.MILLISECONDS.sleep(1500);
        assertThat(sleeper.starts).isEqualTo(starts);
        assertThat(running()).isEqualTo(second);
    }

    @Test
    void one_that_a_kill_left_unrecorded_is_found_by_what_it_was_started_with() throws Exception {
        Files.delete(folder.path().resolve("sleeper.pid"));
        Process unrecorded = new ProcessBuilder("/bin/sh", "-c", "while :; do sleep 1; done", sleeper.home().toString()).start();
        Process another = new ProcessBuilder("/bin/sh", "-c", "while :; do sleep 1; done", "elsewhere").start();
        try {
            process.stopOrphans();
            assertThat(unrecorded.isAlive()).isFalse();
            assertThat(another.isAlive()).isTrue();
        } finally {
            another.destroyForcibly();
        }
    }
}
