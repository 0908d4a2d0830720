package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ReserveTest {
    private static final long SIZE = 4 << 20, LEAST = 20 << 20;
    @TempDir
    Path folder;

    private final AtomicLong free = new AtomicLong(1L << 30);
    private Reserve reserve;

    @BeforeEach
    void kept() {
        reserve = new Reserve(folder, LEAST, SIZE, free::get);
        reserve.keep();
        assertThat(folder.resolve("reserve")).hasSize(SIZE);
    }

    @Test
    void it_is_given_up_when_the_disk_is_full_and_made_again_when_there_is_room() {
        free.set(SIZE / 2 - 1);
        reserve.keep();
        assertThat(folder.resolve("reserve")).doesNotExist();
        free.set(LEAST + SIZE - 1);
        reserve.keep();
        assertThat(folder.resolve("reserve")).as("others need it more").doesNotExist();
        free.set(LEAST + SIZE);
        reserve.keep();
        assertThat(folder.resolve("reserve")).hasSize(SIZE);
    }

    @Test
    void with_it_given_up_the_service_comes_up_and_without_any_room_it_does_not() {
        free.set(0);
        assertThat(reserve.letsStart()).isFalse();
        free.set(SIZE);
        assertThat(reserve.letsStart()).isTrue();
    }

    @Test
    void a_log_that_grew_long_begins_anew_and_keeps_one_former_part() throws Exception {
        Path log = folder.resolve("mariadb.log"), other = folder.resolve("redis.log");
        Files.write(log, new byte[(int) Upkeep.LONGEST_LOG + 1]);
        Files.writeString(other, "short");
        Upkeep.shorten(folder);
        Upkeep.shorten(folder);
        assertThat(log).hasSize(0);
        assertThat(folder.resolve("mariadb.log.1")).hasSize(Upkeep.LONGEST_LOG + 1);
        assertThat(other).hasContent("short");
    }
}
