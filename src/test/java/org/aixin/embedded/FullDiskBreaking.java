package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A disk of its own that others fill to the last byte while people write, {@code -Dfills=20} times: writes are shed, the service
 * comes back by itself when there is room, and nothing that was acknowledged is lost. Needs somebody who may mount.
 */
class FullDiskBreaking {
    private static final int FILLS = Integer.getInteger("fills", 20), SIZE = 420;
    private static final Map<String, String> SETTINGS = Map.of("AIXIN_DISK_LEAST", "60M", "AIXIN_DISK_RESERVE", "32M");
    private static final Random RANDOM = new Random(Long.getLong("seed", 1));
    private final Path disk = Path.of(System.getProperty("java.io.tmpdir"), "aixin-full-" + ProcessHandle.current().pid());
    private final Path data = disk.resolve("data"), filler = disk.resolve("filler");

    private static int ran(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @BeforeEach
    void mount() throws Exception {
        Files.createDirectories(disk);
        Assumptions
                .assumeThat(System.getProperty("os.name").equals("Linux")
                        && ran("mount", "-t", "tmpfs", "-o", "size=" + SIZE + "m", "tmpfs", disk.toString()) == 0)
                .as("SKIPPED: a disk can only be mounted by root on Linux").isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        ran("umount", disk.toString());
        Files.delete(disk);
    }

    /** Fills the disk to its last byte. */
    private void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = 1 << 20; size > 0; size /= 2) {
                try {
                    for (;;) {
                        out.write(new byte[size]);
                    }
                } catch (IOException full) {
                    // smaller pieces may still fit
                }
            }
        }
    }

    private void makeRoom() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Test
    void of_the_disk() throws Exception {
        RunningService service = RunningService.start(data, SETTINGS);
        Writers writers = new Writers();
        long longest = 0;
        try (writers) {
            writers.writeTo(service, service.signIn("admin", "aixin2026"));
            for (int fills = 1; fills <= FILLS; fills++) {
                int before = writers.acknowledged();
                TimeUnit.MILLISECONDS.sleep(500 + RANDOM.nextInt(1000));
                fill();
                long full = System.nanoTime();
                if (fills % 4 == 0) {
                    new PidRecord(data.resolve("mariadb.pid")).orphan().ifPresent(ProcessHandle::destroyForcibly);
                }
                while (System.nanoTime() - full < TimeUnit.MILLISECONDS.toNanos(2000 + RANDOM.nextInt(4000))) {
                    if (fills % 2 == 0) {
                        fill(); // whoever fills takes what was given up too
                    }
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                int during = writers.acknowledged();
                assertThat(during).as("writes before the disk was full").isGreaterThan(before);
                makeRoom();
                long room = System.nanoTime();
                while (writers.acknowledged() <= during) {
                    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - room)).as(service.output()).isLessThan(60);
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                longest = Math.max(longest, System.nanoTime() - room);
                assertThat(writers.lost(data)).isEmpty();
            }
            writers.rest();
            assertThat(writers.answers("503 disk_almost_full")).isPositive();
            fill();
            fill();
            service.terminate();
            assertThat(service.exitCode()).as(service.output()).isEqualTo(143);
        } finally {
            service.kill();
        }
        Files.deleteIfExists(data.resolve("reserve"));
        fill();
        try (RunningService refused = RunningService.start(data, SETTINGS)) {
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
            assertThat(refused.output()).contains("磁盘满了");
        }
        makeRoom();
        try (RunningService again = RunningService.start(data, SETTINGS)) {
            assertThat(again.isAlive()).as(again.output()).isTrue();
            assertThat(writers.lost(data)).isEmpty();
        }
        System.out.printf("%d times full; back %d ms after there was room at the latest; %d writes acknowledged, none lost; %s%n",
                FILLS,
                longest / 1_000_000, writers.acknowledged(), writers.answers());
    }
}
