package org.aixin.goods;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** What is sent as a list of lines, checked: not empty, every goods named once, in the order of goods ids. */
final class Basket {
    /** The most lines that a basket or slip can have. */
    static final int MOST_LINES = 50;
    /** The largest quantity of a line. */
    static final int MOST = 10_000;

    private Basket() {
    }

    /** Quantities by goods code, those of a goods named twice added up; {@code least} is 1, or below zero for differences. */
    static Map<String, Integer> quantities(@Nullable List<@Nullable Wanted> lines, int least) {
        if (lines == null || lines.isEmpty()) {
            throw Problem.invalid("basket_empty", "lines");
        }
        if (lines.size() > MOST_LINES) {
            throw Problem.invalid("basket_too_long", "lines", MOST_LINES);
        }
        Map<String, Integer> quantities = new LinkedHashMap<>();
        for (Wanted line : lines) {
            String code = line == null || line.goods() == null ? "" : line.goods();
            if (line == null || !Words.isCode(code)) {
                throw unknown(code);
            }
            quantities.merge(code, inRange(line.quantity(), least), Integer::sum);
        }
        quantities.values().forEach(sum -> inRange(sum, least));
        return quantities;
    }

    /** The lines of goods that exist; 422 {@code goods_unknown} names the first that does not. */
    static List<Line> lines(Map<String, Integer> quantities, Map<String, Goods> known) {
        return quantities.entrySet().stream().map(wanted -> new Line(named(wanted.getKey(), known), wanted.getValue()))
                .sorted(Comparator.comparingLong(line -> line.goods().id())).toList();
    }

    private static Goods named(String code, Map<String, Goods> known) {
        Goods goods = known.get(code);
        if (goods == null) {
            throw unknown(code);
        }
        return goods;
    }

    static Problem unknown(String code) {
        String shown = code.length() > 32 ? code.substring(0, 32) : code;
        return Problem.invalid("goods_unknown", "lines", shown).with("goods", shown);
    }

    static int inRange(@Nullable Integer quantity, int least) {
        if (quantity == null || quantity == 0 || quantity < least || quantity > MOST) {
            throw Problem.invalid("quantity_out_of_range", "quantity", MOST);
        }
        return quantity;
    }
}
