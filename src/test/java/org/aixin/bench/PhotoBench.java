package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.imageio.ImageIO;

import org.aixin.scan.HardPhoto;
import org.aixin.scan.HardPhoto.Flaw;
import org.aixin.scan.PhotoReader;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

/** How many hard photos are read: by plain ZXing, by ZXing in several ways, by ours. */
class PhotoBench {
    private static final int EACH = 14, TURNS = 4;
    private final PhotoReader ours = new PhotoReader();
    private final int[][] read = new int[3][TURNS];
    private final int[] readByFlaw = new int[Flaw.values().length];
    private double longest;
    private double together;
    private int wrong;

    @Test
    void reads_more_than_zxing_does() throws IOException {
        int all = Flaw.values().length * EACH;
        ours.read(new HardPhoto(Flaw.MOVED, EACH).jpeg(0)); // compiled before it counts
        for (Flaw flaw : Flaw.values()) {
            for (int i = 0; i < EACH; i++) {
                HardPhoto photo = new HardPhoto(flaw, i);
                for (int turn = 0; turn < TURNS; turn++) {
                    measure(photo, flaw, turn);
                }
            }
        }
        Figures figures = new Figures("photos", all + " photos made from seeds, " + EACH + " of each of " + Flaw.values().length
                + " flaws (" + List.of(Flaw.values())
                + "), JPEG, upright and turned by 90, 180 and 270 degrees; time is that of the"
                + " whole reading, unpacking included, one photo after the other. No photo is a real one.");
        for (int turn = 0; turn < TURNS; turn++) {
            figures.saw("plain ZXing, turned by " + 90 * turn, read[0][turn], "of " + all);
            figures.saw("ZXing in several ways, turned by " + 90 * turn, read[1][turn], "of " + all);
            figures.atLeast("ours, turned by " + 90 * turn, read[2][turn], "of " + all, read[1][turn] + 1);
        }
        for (Flaw flaw : Flaw.values()) {
            figures.saw("ours, " + flaw.name().toLowerCase(Locale.ROOT), readByFlaw[flaw.ordinal()],
                    "of " + EACH * TURNS);
        }
        figures.atMost("read as something else", wrong, "", 0);
        figures.saw("ours, mean", together / all / TURNS, "ms");
        figures.atMost("ours, longest", longest, "ms", 1500);
        figures.write();
        assertThat(wrong).isZero();
    }

    private void measure(HardPhoto photo, Flaw flaw, int turn) throws IOException {
        byte[] jpeg = photo.jpeg(turn);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        Optional<String> said = Optional.of(photo.text());
        read[0][turn] += zxing(new BufferedImageLuminanceSource(image), HybridBinarizer::new, Map.of()).equals(said) ? 1 : 0;
        read[1][turn] += inSeveralWays(image).equals(said) ? 1 : 0;
        long start = System.nanoTime();
        Optional<String> text = ours.read(jpeg);
        double took = (System.nanoTime() - start) / 1e6;
        longest = Math.max(longest, took);
        together += took;
        read[2][turn] += text.equals(said) ? 1 : 0;
        readByFlaw[flaw.ordinal()] += text.equals(said) ? 1 : 0;
        wrong += text.isPresent() && !text.equals(said) ? 1 : 0;
    }

    private static Optional<String> inSeveralWays(BufferedImage image) {
        for (double by : new double[]{1, 0.5, 2}) {
            LuminanceSource source = new BufferedImageLuminanceSource(scaled(image, by));
            for (LuminanceSource view : List.of(source, source.invert())) {
                for (Function<LuminanceSource, Binarizer> way : List.<Function<LuminanceSource, Binarizer>>of(
                        HybridBinarizer::new,
                        GlobalHistogramBinarizer::new)) {
                    Optional<String> text = zxing(view, way, Map.of(DecodeHintType.TRY_HARDER, true));
                    if (text.isPresent()) {
                        return text;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static BufferedImage scaled(BufferedImage image, double by) {
        int width = (int) (image.getWidth() * by), height = (int) (image.getHeight() * by);
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        scaled.createGraphics().drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        return scaled;
    }

    private static Optional<String> zxing(LuminanceSource view, Function<LuminanceSource, Binarizer> way,
            Map<DecodeHintType, ?> hints) {
        try {
            return Optional.of(new QRCodeReader().decode(new BinaryBitmap(way.apply(view)), hints).getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }
}
