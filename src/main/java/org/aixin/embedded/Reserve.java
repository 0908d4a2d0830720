package org.aixin.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

import org.aixin.kernel.DiskRoom;

import org.jboss.logging.Logger;

/**
 * A file that takes room away while there is plenty, so that the database can come up and end in order when others have filled the
 * disk: then it is given up, and made again when there is room. Of random bytes, since some disks keep no zeros.
 */
final class Reserve {
    private static final Logger LOG = Logger.getLogger(Reserve.class);
    private static final int BLOCK = 1 << 20;
    private final Path file;
    private final long least;
    private final long size;
    private final LongSupplier free;

    /**
     * @param least how many bytes are to be free besides when it is made
     * @param size its own, in bytes
     * @param free the bytes that are free
     */
    Reserve(Path folder, long least, long size, LongSupplier free) {
        this.file = folder.resolve(DiskRoom.RESERVE);
        this.least = least;
        this.size = size;
        this.free = free;
    }

    /** That of a data folder, on the disk on which it lies. */
    static Reserve in(Path folder, StartSettings settings) {
        return new Reserve(folder, settings.leastRoom(), settings.reserve(), folder.toFile()::getUsableSpace);
    }

    /** Gives it up where the disk is full, makes it where there is room for it. */
    void keep() {
        long now = free.getAsLong();
        boolean whole = file.toFile().length() >= size;
        if (now < size / 2) {
            giveUp();
        } else if (!whole && now >= least + size) {
            make();
        }
    }

    /** Whether there is room enough to come up, when it has been given up where needed. */
    boolean letsStart() {
        keep();
        return free.getAsLong() >= size / 2;
    }

    private void giveUp() {
        try {
            if (Files.deleteIfExists(file)) {
                LOG.warnf("The disk is full: the reserve %s was given up. Make room", file);
            }
        } catch (IOException kept) {
            LOG.errorf("The disk is full, and the reserve %s cannot be given up: %s", file, kept);
        }
    }

    private void make() {
        SplittableRandom random = new SplittableRandom();
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= BLOCK) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(left, BLOCK));
            }
        } catch (IOException filledMeanwhile) {
            giveUp();
        }
    }
}
