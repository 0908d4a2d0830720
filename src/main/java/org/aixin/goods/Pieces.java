package org.aixin.goods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Slip.Kind;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** What was sent as the lines of a slip, checked: the same goods of the same date and batch are one line. */
@ApplicationScoped
class Pieces {
    private static final int YEARS = 20;
    private final Offers offers;
    private final Batches batches;
    private final BusinessTime time;

    Pieces(Offers offers, Batches batches, BusinessTime time) {
        this.offers = offers;
        this.batches = batches;
        this.time = time;
    }

    private record Same(Goods goods, @Nullable LocalDate bestBefore, @Nullable Batch batch) {
    }

    static List<@Nullable Piece> plain(List<@Nullable Wanted> wanted) {
        List<@Nullable Piece> pieces = new ArrayList<>();
        wanted.forEach(line -> pieces.add(line == null ? null : Piece.of(line)));
        return pieces;
    }

    /**
     * The lines of a slip of this kind. Refused 422 as {@link Offers#basket} says, {@code best_before_refused} for a date that
     * nothing comes in with, {@code batch_unknown} for a batch that is none, or of other goods, or not to be named here.
     */
    List<SlipLine> lines(Shop shop, @Nullable List<@Nullable Piece> wanted, Kind kind) {
        if (wanted == null || wanted.isEmpty()) {
            throw Problem.invalid("basket_empty", "lines");
        }
        if (wanted.size() > Basket.MOST_LINES) {
            throw Problem.invalid("basket_too_long", "lines", Basket.MOST_LINES);
        }
        int least = kind == Kind.ADJUST ? -Basket.MOST : 1;
        Map<Same, Integer> lines = new LinkedHashMap<>();
        Map<Long, Integer> sums = new HashMap<>();
        for (Piece piece : wanted) {
            Goods goods = offers.known(shop, piece == null ? null : piece.goods());
            Integer quantity = Basket.inRange(piece == null ? null : piece.quantity(), least);
            lines.merge(same(goods, piece, kind), quantity, Integer::sum);
            sums.merge(goods.id(), quantity, Integer::sum);
        }
        sums.values().forEach(sum -> Basket.inRange(sum, least));
        return lines.entrySet().stream()
                .map(line -> SlipLine.of(line.getKey().goods, line.getValue(), line.getKey().bestBefore, line.getKey().batch))
                .sorted(Comparator.comparingLong(line -> line.goods().id())).toList();
    }

    private Same same(Goods goods, @Nullable Piece piece, Kind kind) {
        return piece == null ? new Same(goods, null, null) : new Same(goods, bestBefore(piece, kind), batch(goods, piece, kind));
    }

    private @Nullable LocalDate bestBefore(Piece piece, Kind kind) {
        String said = piece.bestBefore();
        if (said == null || said.isBlank()) {
            return null;
        }
        LocalDate day = Text.day(said, "bestBefore"), today = time.today();
        if (kind != Kind.IN || day.isBefore(today) || day.isAfter(today.plusYears(YEARS))) {
            throw Problem.invalid("best_before_refused", "bestBefore", YEARS);
        }
        return day;
    }

    private @Nullable Batch batch(Goods goods, Piece piece, Kind kind) {
        String said = piece.batch();
        if (said == null || said.isBlank()) {
            return null;
        }
        String digits = Digits.of(said);
        Batch batch = digits == null ? null : batches.byScan(digits).orElse(null);
        if (batch == null || batch.goods().id() != goods.id() || kind != Kind.OUT && kind != Kind.DAMAGE) {
            throw Problem.invalid("batch_unknown", "batch");
        }
        return batch;
    }
}
