package org.aixin.redemption;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.PhotoBytes;
import org.aixin.kernel.Picture;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Turns;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;

/** Reads the code in a photo, where a browser refuses the live camera: two photos at once, each for some seconds at most. */
@ApplicationScoped
class PhotoReader {
    /** The largest photo, in bytes. */
    static final int MOST_BYTES = 10 * 1024 * 1024;
    /** Longest sides to try, the likeliest first: a hand-held photo reads best when it is neither huge nor tiny. */
    private static final List<Integer> SIZES = List.of(1400, 2400, 800, 450);
    private static final List<Function<LuminanceSource, Binarizer>> CONTRASTS = List.of(HybridBinarizer::new,
            GlobalHistogramBinarizer::new);
    /** How long one photo may take. */
    private static final int LONGEST_SECONDS = 6;
    private final Turns turns = new Turns(2);

    /**
     * The text of the code in a JPEG, PNG or WebP, if one is found. Refused 415 {@code media_type_unsupported} for anything else,
     * 413 {@code too_large}, 422 {@code photo_too_large} beyond the limits of {@link Picture} or where it takes too long, 422
     * {@code photo_unreadable} for a broken one, 503 {@code busy} where too many wait.
     */
    Optional<String> read(byte[] photo) {
        if (photo.length > MOST_BYTES) {
            throw Problem.of(413, "too_large");
        }
        return turns.take(() -> {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
            return decode(Picture.unpack(photo, end), end);
        });
    }

    private static Optional<String> decode(BufferedImage photo, long end) {
        return SIZES.stream().takeWhile(side -> !PhotoBytes.isOver(end)).flatMap(side -> views(scaled(photo, side)))
                .takeWhile(view -> !PhotoBytes.isOver(end)).flatMap(PhotoReader::text).findFirst();
    }

    private static Stream<LuminanceSource> views(BufferedImage image) {
        LuminanceSource upright = new BufferedImageLuminanceSource(image);
        return Stream.of(upright, upright.rotateCounterClockwise45());
    }

    private static Stream<String> text(LuminanceSource view) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.ALSO_INVERTED, true);
        hints.put(DecodeHintType.CHARACTER_SET, "UTF-8");
        hints.put(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE, BarcodeFormat.CODE_128));
        return CONTRASTS.stream().flatMap(contrast -> {
            try {
                return Stream.of(new MultiFormatReader().decode(new BinaryBitmap(contrast.apply(view)), hints).getText());
            } catch (NotFoundException | IllegalArgumentException none) {
                return Stream.empty();
            }
        });
    }

    /** The photo on white, at most so many pixels long; never made larger. */
    private static BufferedImage scaled(BufferedImage photo, int longest) {
        double by = Math.min(1, (double) longest / Math.max(photo.getWidth(), photo.getHeight()));
        int width = Math.max(1, (int) (photo.getWidth() * by)), height = Math.max(1, (int) (photo.getHeight() * by));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(photo, 0, 0, width, height, null);
        pen.dispose();
        return image;
    }
}
