package org.aixin.scan;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.MultiFormatOneDReader;

/** Bar codes: EAN-13 on goods and shelf labels, Code 128 on cards. */
final class Bars {
    private Bars() {
    }

    /** What is read the same twice, in different views or ways: bars have little to check themselves by, and print looks like bars. */
    static Optional<String> in(BooleanSupplier over, Gray... views) {
        Set<String> once = new TreeSet<>();
        return Stream.of(views).flatMap(view -> Stream.of(new HybridBinarizer(view.source()),
                new GlobalHistogramBinarizer(view.source()))).takeWhile(way -> !over.getAsBoolean())
                .flatMap(way -> read(way).stream()).filter(text -> !once.add(text))
                .findFirst();
    }

    private static Optional<String> read(Binarizer way) {
        try {
            return Optional.of(new MultiFormatOneDReader(Hints.BARS).decode(new BinaryBitmap(way), Hints.BARS).getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }
}
