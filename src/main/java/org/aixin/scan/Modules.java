package org.aixin.scan;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;

/** The shades of a code's modules, and what they say. */
final class Modules {
    private static final double[][] SPOTS = {{0, 0}, {-0.18, -0.18}, {0.18, -0.18}, {-0.18, 0.18}, {0.18, 0.18}};
    private final int size;
    private final double[] shades;

    private Modules(int size, double[] shades) {
        this.size = size;
        this.shades = shades;
    }

    static Modules of(Gray picture, int size, Place grid) {
        double[] shades = new double[size * size], pixel = new double[2];
        for (int i = 0; i < shades.length; i++) {
            double sum = 0;
            for (double[] spot : SPOTS) {
                grid.place(i % size + 0.5 + spot[0], i / size + 0.5 + spot[1], pixel);
                sum += picture.at(pixel[0], pixel[1]);
            }
            shades[i] = sum / SPOTS.length;
        }
        return new Modules(size, shades);
    }

    /** The text, read in several ways, until the time is over. */
    Optional<String> text(BooleanSupplier over) {
        return Stream.of(0.0, 0.5, 1.0).map(this::sharpened)
                .flatMap(sharp -> Stream.of(sharp.darkness(4), sharp.darkness(size), sharp.darkness(2)))
                .takeWhile(darkness -> !over.getAsBoolean()).flatMap(darkness -> new Codewords(size, darkness).mended().stream())
                .flatMap(bits -> decoded(bits).stream())
                .findFirst();
    }

    /** Each module less what has spilled over from its four neighbours. */
    private Modules sharpened(double strength) {
        if (strength == 0) {
            return this;
        }
        double[] to = new double[shades.length];
        for (int i = 0; i < to.length; i++) {
            int x = i % size, y = i / size;
            double around = (at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1)) / 4;
            to[i] = shades[i] + strength * (shades[i] - around);
        }
        return new Modules(size, to);
    }

    private double at(int x, int y) {
        return shades[Math.min(size - 1, Math.max(0, y)) * size + Math.min(size - 1, Math.max(0, x))];
    }

    /** How much darker than half way between the darkest and the lightest, smoothed, so many modules around. */
    private double[] darkness(int radius) {
        double[] low = smoothed(extreme(radius, Math::min), radius), high = smoothed(extreme(radius, Math::max), radius);
        double[] darkness = new double[shades.length];
        for (int i = 0; i < shades.length; i++) {
            darkness[i] = ((low[i] + high[i]) / 2 - shades[i]) / (high[i] - low[i] + 8);
        }
        return darkness;
    }

    private double[] extreme(int radius, DoubleBinaryOperator which) {
        return along(along(shades, radius, which, true), radius, which, false);
    }

    private double[] along(double[] from, int radius, DoubleBinaryOperator which, boolean across) {
        double[] to = new double[from.length];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int middle = across ? x : y;
                double value = from[y * size + x];
                for (int k = Math.max(0, middle - radius); k <= Math.min(size - 1, middle + radius); k++) {
                    value = which.applyAsDouble(value, across ? from[y * size + k] : from[k * size + x]);
                }
                to[y * size + x] = value;
            }
        }
        return to;
    }

    private double[] smoothed(double[] from, int radius) {
        if (radius >= size) {
            return from;
        }
        double[] across = mean(from, radius, true);
        return mean(across, radius, false);
    }

    private double[] mean(double[] from, int radius, boolean across) {
        double[] to = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            int x = i % size, y = i / size, middle = across ? x : y, first = Math.max(0, middle - radius),
                    last = Math.min(size - 1, middle + radius);
            double sum = 0;
            for (int k = first; k <= last; k++) {
                sum += across ? from[y * size + k] : from[k * size + x];
            }
            to[i] = sum / (last - first + 1);
        }
        return to;
    }

    private static Optional<String> decoded(BitMatrix dark) {
        try {
            return Optional.of(new Decoder().decode(dark, Hints.TEXT).getText());
        } catch (ChecksumException | FormatException damaged) {
            return Optional.empty();
        }
    }

}
