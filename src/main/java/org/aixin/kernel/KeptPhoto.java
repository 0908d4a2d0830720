package org.aixin.kernel;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;

/**
 * A photo as it is kept: drawn anew as a JPEG, upright and of moderate size, so that nothing of what the camera wrote stays in it.
 *
 * @param hash SHA-256 of the file as it came
 * @param taken when, by the camera's clock
 */
public record KeptPhoto(String hash, @Nullable String taken, byte[] jpeg) {
    /** The largest photo, in bytes; the longest side of what is kept unless another is asked for. */
    static final int MOST_BYTES = 10 * 1024 * 1024, LONGEST_SIDE = 1600;
    private static final int LONGEST_SECONDS = 6, UNSUPPORTED = 415, LYING = 5;
    private static final Turns TURNS = new Turns(2);

    /**
     * Reads a JPEG, PNG or WebP. Refused 415 {@code photo_kind_refused} for anything else, 413 {@code too_large}, 422
     * {@code photo_too_large} beyond the limits of {@link Picture}, 422 {@code photo_unreadable} for a broken one, 503 {@code busy}.
     */
    public static KeptPhoto of(byte[] photo) {
        return of(photo, LONGEST_SIDE);
    }

    /** As {@link #of(byte[])}, at most so many pixels long. */
    public static KeptPhoto of(byte[] photo, int longestSide) {
        if (photo.length > MOST_BYTES) {
            throw Problem.of(413, "too_large");
        }
        Exif exif = Exif.of(photo);
        try {
            byte[] jpeg = TURNS.take(() -> {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
                return jpeg(upright(Picture.unpack(photo, end), exif.orientation(), longestSide));
            });
            return new KeptPhoto(Sha256.hex(photo), exif.taken(), jpeg);
        } catch (Problem refused) {
            throw refused.status() == UNSUPPORTED ? Problem.of(UNSUPPORTED, "photo_kind_refused") : refused;
        }
    }

    private static BufferedImage upright(BufferedImage photo, int orientation, int longestSide) {
        double by = Math.min(1, (double) longestSide / Math.max(photo.getWidth(), photo.getHeight()));
        int width = Math.max(1, (int) (photo.getWidth() * by)), height = Math.max(1, (int) (photo.getHeight() * by));
        boolean lying = orientation >= LYING;
        BufferedImage image = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.transform(turned(orientation, width, height));
        pen.drawImage(photo, 0, 0, width, height, null);
        pen.dispose();
        return image;
    }

    private static AffineTransform turned(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
