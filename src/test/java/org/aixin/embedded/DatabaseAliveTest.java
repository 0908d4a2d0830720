package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DatabaseAliveTest {
    private static final Duration LONGEST = Duration.ofMillis(600);
    @TempDir
    Path data;

    private DatabaseAlive alive(boolean embedded) {
        return new DatabaseAlive(new Placement(embedded, false, data, "jdbc:mysql://elsewhere"), LONGEST);
    }

    @Test
    void a_database_that_is_away_for_long_is_said_to_be_and_one_that_is_back_too() throws Exception {
        DatabaseAlive alive = alive(true);
        PidRecord record = new PidRecord(data.resolve("mariadb.pid"));
        record.write(ProcessHandle.current());
        assertThat(alive.call().getStatus()).isEqualTo(Status.UP);
        record.forget();
        assertThat(alive.call().getStatus()).as("for a moment").isEqualTo(Status.UP);
        Thread.sleep(LONGEST.toMillis());
        assertThat(alive.call().getStatus()).isEqualTo(Status.DOWN);
        record.write(ProcessHandle.current());
        assertThat(alive.call().getStatus()).as("it may die again at once").isEqualTo(Status.DOWN);
        Thread.sleep(LONGEST.dividedBy(6).toMillis());
        assertThat(alive.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_database_that_others_run_is_their_business() {
        assertThat(alive(false).call().getStatus()).isEqualTo(Status.UP);
    }
}
