package org.aixin.scan;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tries on a photo, the likeliest and cheapest first, until a code is read or the time is over. */
final class Search {
    /** Longest sides: a hand-held photo reads best when it is neither huge nor tiny. */
    private static final int SMALL = 600, MIDDLE = 1000, LARGE = 1800, HUGE = 3200;
    private final Gray photo;
    private final BooleanSupplier over;

    Search(Gray photo, BooleanSupplier over) {
        this.photo = photo;
        this.over = over;
    }

    /** The text of a QR code, or of the bars on goods or a card. */
    Optional<String> text() {
        Gray largest = photo.within(LARGE), between = photo.within(MIDDLE), least = photo.within(SMALL);
        Reading large = reading(largest), middle = reading(between), small = reading(least);
        Reading inverted = reading(between.inverted());
        return first(() -> middle.quick(Contrast.BLOCKS), () -> middle.quick(Contrast.WHOLE),
                () -> small.quick(Contrast.BLOCKS), () -> large.quick(Contrast.BLOCKS), () -> inverted.quick(Contrast.BLOCKS),
                () -> middle.thorough(Contrast.BLOCKS, 0.5), () -> Bars.in(over, between, least, largest),
                () -> middle.thorough(Contrast.WIDE, 0.5), () -> small.thorough(Contrast.BLOCKS, 0.5),
                () -> inverted.thorough(Contrast.BLOCKS, 0.5), () -> middle.thorough(Contrast.NARROW, 0.6),
                () -> small.thorough(Contrast.WIDE, 0.8), () -> large.thorough(Contrast.BLOCKS, 0.6),
                () -> photo.longest() > LARGE ? reading(photo.within(HUGE)).thorough(Contrast.BLOCKS, 0.5) : Optional.empty(),
                () -> reading(photo.within(900).times(1.8)).thorough(Contrast.WIDE, 0.6),
                () -> reading(largest.blurred(2)).thorough(Contrast.WIDE, 0.7));
    }

    private Reading reading(Gray view) {
        return new Reading(view, over);
    }

    @SafeVarargs
    private Optional<String> first(Supplier<Optional<String>>... tries) {
        return Stream.of(tries).takeWhile(one -> !over.getAsBoolean()).flatMap(one -> one.get().stream()).findFirst();
    }
}
