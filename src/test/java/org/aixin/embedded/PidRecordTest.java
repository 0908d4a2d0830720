package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidRecordTest {
    @TempDir
    Path folder;

    private Process process;
    private Path file;
    private PidRecord record;

    @BeforeEach
    void start_a_process() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
        file = folder.resolve("mariadb.pid");
        record = new PidRecord(file);
        record.write(process.toHandle());
    }

    @AfterEach
    void stop_it() {
        process.destroyForcibly();
    }

    @Test
    void a_recorded_process_is_found_and_stopped() throws Exception {
        assertThat(record.orphan()).hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(process.pid()));
        record.stopOrphan();
        assertThat(process.waitFor()).isNotZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_process_that_started_at_another_time_is_somebody_elses() throws Exception {
        change(1, "2020-01-01T00:00:00Z");
        record.stopOrphan();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void a_process_of_another_program_is_somebody_elses() throws Exception {
        change(2, "/usr/sbin/mariadbd");
        record.stopOrphan();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void a_torn_record_names_nobody() throws Exception {
        Files.writeString(file, "12");
        assertThat(record.orphan()).isEmpty();
        Files.write(file, List.of("no", "such", "thing"));
        assertThat(record.orphan()).isEmpty();
    }

    private void change(int line, String text) throws Exception {
        List<String> lines = Files.readAllLines(file);
        lines.set(line, text);
        Files.write(file, lines);
    }
}
