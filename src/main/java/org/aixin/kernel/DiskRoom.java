package org.aixin.kernel;

import java.nio.file.Path;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much room is left on the disk of the embedded database. Below {@code aixin.disk.least} nothing is taken any more that makes the data
 * grow, so that the disk never becomes quite full; what is given up of the reserve does not count as room. Of a database that
 * others run nothing is known: there is always room. Templates know it as {@code inject:diskRoom}.
 */
@Named
@ApplicationScoped
public class DiskRoom {
    /** The name of the reserve in the data folder. */
    public static final String RESERVE = "reserve";
    private static final int MORE_TO_END = 10;
    private final boolean known;
    private final LongSupplier room;
    private final long least;
    private volatile boolean almostFull;

    @Inject
    DiskRoom(@ConfigProperty(name = "aixin.embedded") boolean known, @ConfigProperty(name = "aixin.data") Path data,
            @ConfigProperty(name = "aixin.disk.least") MemorySize least,
            @ConfigProperty(name = "aixin.disk.reserve") MemorySize reserve) {
        this(known, () -> left(data, reserve.asLongValue()), least.asLongValue());
    }

    DiskRoom(boolean known, LongSupplier room, long least) {
        this.known = known;
        this.room = room;
        this.least = least;
    }

    private static long left(Path data, long reserve) {
        long given = Math.max(0, reserve - data.resolve(RESERVE).toFile().length());
        return data.toFile().getUsableSpace() - given;
    }

    /** Whether nothing is taken any more that grows; ends a tenth above where it began. */
    public boolean isAlmostFull() {
        if (!known) {
            return false;
        }
        long now = room.getAsLong();
        almostFull = now < (almostFull ? least + least / MORE_TO_END : least);
        return almostFull;
    }

    /** What whoever wants to write is told meanwhile: 503 {@code disk_almost_full}. */
    public static Problem refusal() {
        return Problem.of(503, "disk_almost_full").with("retryAfter", 60);
    }

    /** What is free beside the reserve, in megabytes. */
    public long getMegabytes() {
        return Math.max(0, room.getAsLong()) >> 20;
    }

    /** How much is to be free again, in megabytes. */
    public long getWantedMegabytes() {
        return least + least / MORE_TO_END >> 20;
    }
}
