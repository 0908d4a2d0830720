package org.aixin.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;

/** The search for one QR code in one view of a photo, in black and white by several contrasts. */
final class Reading {
    private static final Comparator<Fit.Laid> BEST_FIRST = Comparator.comparingDouble(Fit.Laid::score).reversed();
    private static final double POOR = 0.4, LEAST = 0.35;
    private static final int MOST = 8;
    private final BooleanSupplier over;
    private final Gray view;
    private final List<Corners> tried = new ArrayList<>();

    Reading(Gray view, BooleanSupplier over) {
        this.view = view;
        this.over = over;
    }

    /** What ZXing reads at once. */
    Optional<String> quick(Contrast contrast) {
        return contrast.of(view).flatMap(Reading::plain);
    }

    private static Optional<String> plain(BitMatrix black) {
        try {
            DetectorResult code = new Detector(black).detect(Hints.TEXT);
            return Optional.of(new Decoder().decode(code.getBits(), Hints.TEXT).getText());
        } catch (NotFoundException | FormatException | ChecksumException none) {
            return Optional.empty();
        }
    }

    /** What is read by laying grids over all that may be corners of a code. */
    Optional<String> thorough(Contrast contrast, double slack) {
        return contrast.of(view).flatMap(black -> likeliest(Finders.in(black, slack)).stream()
                .takeWhile(corners -> !over.getAsBoolean()).flatMap(corners -> read(corners).stream()).findFirst());
    }

    private List<Corners> likeliest(List<Finder> finders) {
        Fit fit = new Fit(view, over);
        return Corners.among(finders).stream().filter(this::isNew).map(corners -> new Likely(corners, fit.likely(corners)))
                .filter(likely -> likely.score > LEAST).sorted(Comparator.comparingDouble(Likely::odds).reversed()).limit(MOST)
                .map(Likely::corners).peek(tried::add).toList();
    }

    private record Likely(Corners corners, double score) {
        double odds() {
            return score - 0.15 * corners.oddity();
        }
    }

    private boolean isNew(Corners corners) {
        return tried.stream().noneMatch(corners::isOf);
    }

    private Optional<String> read(Corners corners) {
        double module = corners.module();
        Gray soft = module < 4 ? view : view.blurred((int) (module / 4));
        Fit fit = new Fit(soft, over);
        List<Fit.Laid> laid = new ArrayList<>();
        corners.sizes(2).takeWhile(size -> !over.getAsBoolean()).forEach(size -> laid.addAll(fit.lay(corners, size)));
        List<Fit.Laid> refined = laid.stream().sorted(BEST_FIRST).limit(4)
                .map(one -> fit.refine(one.grid(), module, false)).filter(one -> one.score() > POOR).sorted(BEST_FIRST).toList();
        return refined.stream().takeWhile(one -> !over.getAsBoolean()).flatMap(one -> text(one.grid()).stream()).findFirst()
                .or(() -> refined.stream().limit(1).filter(one -> !over.getAsBoolean())
                        .flatMap(one -> bent(fit, one, soft, module).stream()).findFirst());
    }

    private Optional<String> bent(Fit fit, Fit.Laid flat, Gray soft, double module) {
        Grid bent = fit.refine(flat.grid(), module, true).grid();
        return text(bent).or(() -> over.getAsBoolean()
                ? Optional.empty()
                : text(Modules.of(view, bent.size, new Mesh(soft, bent, module).settled()::place)));
    }

    private Optional<String> text(Grid grid) {
        return text(Modules.of(view, grid.size, grid::place));
    }

    private Optional<String> text(Modules modules) {
        return modules.text(over);
    }
}
