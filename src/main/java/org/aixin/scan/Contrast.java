package org.aixin.scan;

import java.util.Optional;
import java.util.function.Function;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;

/** Ways to tell black from white. */
enum Contrast {
    /** Blocks of 8 pixels, smoothed over 5 of them: most photos. */
    BLOCKS {
        @Override
        Optional<BitMatrix> of(Gray picture) {
            return zxing(picture, HybridBinarizer::new);
        }
    },
    /** One threshold for all: even light, little contrast. */
    WHOLE {
        @Override
        Optional<BitMatrix> of(Gray picture) {
            return zxing(picture, GlobalHistogramBinarizer::new);
        }
    },
    /** Darker than the mean of a wide window. */
    WIDE {
        @Override
        Optional<BitMatrix> of(Gray picture) {
            return Optional.of(local(picture, Math.max(8, picture.longest() / 16), 0));
        }
    },
    /** Darker than the mean of a narrow window: shadows and glare. */
    NARROW {
        @Override
        Optional<BitMatrix> of(Gray picture) {
            return Optional.of(local(picture, Math.max(5, picture.longest() / 50), 4));
        }
    };

    /** The black pixels; none where there is no contrast at all. */
    abstract Optional<BitMatrix> of(Gray picture);

    private static Optional<BitMatrix> zxing(Gray picture, Function<LuminanceSource, Binarizer> way) {
        try {
            return Optional.of(way.apply(picture.source()).getBlackMatrix());
        } catch (NotFoundException flat) {
            return Optional.empty();
        }
    }

    private static BitMatrix local(Gray picture, int radius, int darker) {
        Sums sums = new Sums(picture);
        BitMatrix black = new BitMatrix(picture.width, picture.height);
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                if (picture.at(x, y) < sums.around(x, y, radius) - darker) {
                    black.set(x, y);
                }
            }
        }
        return black;
    }
}
