package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A start that cannot go well says why in one sentence and ends. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("starts that are refused") // one test of it after another
@ResourceLock(value = RunningService.NOISE, mode = ResourceAccessMode.READ)
class RefusedStartIT {
    private static void isRefused(Path data, Map<String, String> settings, String chinese, String english) throws Exception {
        try (RunningService refused = RunningService.start(data, settings)) {
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
            assertThat(refused.output()).contains(chinese, english).doesNotContain("┌", "Exception", "\tat ");
        }
    }

    @Test
    void a_file_where_a_folder_should_be_is_named() throws Exception {
        Path data = RunningService.newData("a file");
        Files.createDirectories(data.getParent());
        Files.writeString(data, "");
        isRefused(data, Map.of(), "应该是一个文件夹", "a file is there");
        Files.delete(data);
        Files.createDirectories(data);
        Files.writeString(data.resolve("logs"), "");
        isRefused(data, Map.of(), "应该是一个文件夹", data.resolve("logs").toString());
    }

    @Test
    void a_folder_in_which_nothing_can_be_made_is_named() throws Exception {
        isRefused(Path.of("/proc/aixin"), Map.of(), "/proc/aixin", "cannot be used");
    }

    @Test
    void a_full_disk_is_named() throws Exception {
        Path data = RunningService.newData("full");
        isRefused(data, Map.of("AIXIN_DISK_RESERVE", "9000000G"), "磁盘满了", "Make at least 500 MB free");
    }

    @Test
    void a_database_that_is_not_there_is_named() throws Exception {
        isRefused(RunningService.newData("unreachable"), Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:mysql://127.0.0.1:1/aixin",
                "QUARKUS_DATASOURCE_USERNAME", "aixin", "QUARKUS_DATASOURCE_PASSWORD", "x"), "连不上数据库", "127.0.0.1:1/aixin");
    }
}
