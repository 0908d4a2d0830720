package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import io.quarkus.runtime.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DiskRoomTest {
    private final AtomicLong left = new AtomicLong(1000);

    private boolean almostFullAt(DiskRoom room, long now) {
        left.set(now);
        return room.isAlmostFull();
    }

    @Test
    void it_is_almost_full_below_the_least_and_until_a_tenth_more_is_free() {
        DiskRoom room = new DiskRoom(true, left::get, 300);
        assertThat(almostFullAt(room, 300)).isFalse();
        assertThat(almostFullAt(room, 299)).isTrue();
        assertThat(almostFullAt(room, 329)).isTrue();
        assertThat(almostFullAt(room, 330)).isFalse();
        assertThat(almostFullAt(room, 300)).isFalse();
    }

    @Test
    void of_a_database_that_others_run_nothing_is_known() {
        assertThat(almostFullAt(new DiskRoom(false, left::get, 300), 0)).isFalse();
    }

    @Test
    void what_was_given_up_of_the_reserve_is_no_room(@TempDir Path data) throws Exception {
        MemorySize least = new MemorySize(BigInteger.ZERO), reserve = new MemorySize(BigInteger.valueOf(50L << 20));
        long without = new DiskRoom(true, data, least, reserve).getMegabytes();
        Files.write(data.resolve(DiskRoom.RESERVE), new byte[50 << 20]);
        assertThat(new DiskRoom(true, data, least, reserve).getMegabytes() - without).isBetween(-30L, 30L);
        Files.delete(data.resolve(DiskRoom.RESERVE));
        long full = new DiskRoom(true, data, least, new MemorySize(BigInteger.ZERO)).getMegabytes();
        assertThat(full - new DiskRoom(true, data, least, reserve).getMegabytes()).isBetween(20L, 80L);
    }
}
