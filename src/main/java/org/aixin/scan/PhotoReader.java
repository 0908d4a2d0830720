package org.aixin.scan;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Picture;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Turns;

/** Reads the code in a photo, where a browser refuses the live camera: two photos at once, each for about a second. */
@ApplicationScoped
public class PhotoReader {
    /** The largest photo, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    /** How long unpacking may take, until when a code is looked for, and how long it is looked for in any case. */
    private static final Duration UNPACKING = Duration.ofSeconds(6), ALL = Duration.ofMillis(1100),
            LEAST = Duration.ofMillis(400);
    private final Turns turns = new Turns(2);
    private final LongSupplier nanoTime;

    /** Reads by the clock of the machine. */
    public PhotoReader() {
        this(System::nanoTime);
    }

    PhotoReader(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * The text of the code in a JPEG, PNG or WebP, if one is found: a QR code, an EAN-13 or a Code 128. Refused 415
     * {@code media_type_unsupported} for anything else, 413 {@code too_large}, 422 {@code photo_too_large} beyond the limits of
     * {@link Picture} or where it takes too long, 422 {@code photo_unreadable} for a broken one, 503 {@code busy} where too many wait.
     */
    public Optional<String> read(byte[] photo) {
        if (photo.length > MOST_BYTES) {
            throw Problem.of(413, "too_large");
        }
        return turns.take(() -> {
            long start = nanoTime.getAsLong();
            Gray gray = Gray.of(Picture.unpack(photo, System.nanoTime() + UNPACKING.toNanos()));
            long unpacked = nanoTime.getAsLong() - start, most = Math.max(ALL.toNanos(), unpacked + LEAST.toNanos());
            return new Search(gray, () -> nanoTime.getAsLong() - start >= most).text();
        });
    }
}
