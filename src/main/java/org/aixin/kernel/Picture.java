package org.aixin.kernel;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Unpacks a photo, as many of its pixels as reading a code takes. What it says of its size is read first, so that a small file that
 * claims to be a huge picture costs nothing.
 */
public final class Picture {
    /** The most pixels of a photo, and its longest side: no phone takes more. */
    static final long MOST_PIXELS = 100_000_000, LONGEST_SIDE = 20_000;
    /** The most of a WebP, which is unpacked whole before any of its pixels can be left out. */
    static final long MOST_OF_WEBP = 12_500_000;
    /** The most pixels that all passes over a JPEG may go through together; a progressive one has about ten. */
    static final long MOST_WORK = 250_000_000;
    private static final long UNPACKED = 12_600_000;
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");

    private Picture() {
    }

    /**
     * The picture with about twelve million pixels at most: all that an ordinary phone takes. Refused 415 {@code media_type_unsupported} where it is neither JPEG, PNG
     * nor WebP, 422 {@code photo_too_large} beyond the limits above, 422 {@code photo_unreadable} where it is broken.
     *
     * @param end when to give up, as {@link System#nanoTime} counts
     */
    public static BufferedImage unpack(byte[] photo, long end) {
        try (ImageInputStream input = new PhotoBytes(photo, end)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw Problem.of(415, "media_type_unsupported");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return unpack(reader, photo);
            } finally {
                reader.dispose();
            }
        } catch (Problem refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw PhotoBytes.isOver(end) ? tooLarge() : Problem.invalid("photo_unreadable", "photo");
        }
    }

    private static BufferedImage unpack(ImageReader reader, byte[] photo) throws IOException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw Problem.of(415, "media_type_unsupported");
        }
        long width = reader.getWidth(0), height = reader.getHeight(0), pixels = width * height;
        if (pixels > (format.equals("webp") ? MOST_OF_WEBP : MOST_PIXELS) || Math.max(width, height) > LONGEST_SIDE
                || format.equals("jpeg") && pixels * JpegScans.in(photo) > MOST_WORK) {
            throw tooLarge();
        }
        int every = (int) Math.ceil(Math.sqrt((double) pixels / UNPACKED));
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, some);
    }

    private static Problem tooLarge() {
        return Problem.invalid("photo_too_large", "photo");
    }
}
