package org.aixin.goods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.goods.Slip.Kind;
import org.aixin.goods.Stock.Booked;
import org.aixin.identity.Person;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** Stock-takes: what was counted against what is booked, line by line, the signed difference as one slip. */
@ApplicationScoped
class Counts {
    /** The most that can be counted of one kind of goods. */
    static final int MOST = 1_000_000;
    private static final int MOST_LINES = 500, LONGEST_NAME = 60;
    private final Shops shops;
    private final Offers offers;
    private final Booking booking;
    private final Slips slips;

    Counts(Shops shops, Offers offers, Booking booking, Slips slips) {
        this.shops = shops;
        this.offers = offers;
        this.booking = booking;
        this.slips = slips;
    }

    /**
     * Goods that were counted.
     *
     * @param booked how many were booked when somebody began to count them; where that has changed meanwhile the count is refused
     */
    record Counted(@Nullable String goods, @Nullable Integer counted, @Nullable Integer booked) {
    }

    /** A count; without a name it was counted by whoever writes it down, and without a reason it is a stock-take. */
    record Count(@Nullable List<@Nullable Counted> lines, @Nullable String countedBy, @Nullable String reason) {
    }

    /**
     * Books a count against what is booked at this moment: nothing leaves or comes between the comparison and the slip. Refused
     * 409 {@code count_overtaken} (names the goods and what is booked now) where something moved since it was counted,
     * {@code count_below_held} where less is there than is reserved; 422 {@code basket_empty}, {@code basket_too_long},
     * {@code goods_unknown}, {@code count_out_of_range}, {@code count_twice}.
     */
    @Transactional
    Slip post(Person by, String shopCode, Count count) {
        Shop shop = shops.named(shopCode);
        slips.mayWrite(by, shop);
        String who = Text.optional(count.countedBy, "countedBy", LONGEST_NAME);
        String reason = Words.reason(count.reason);
        Map<Goods, Counted> lines = lines(shop, count.lines);
        Map<Long, Booked> booked = booking.lock(shop, lines.keySet().stream().map(Goods::id).toList());
        mustStillBe(lines, booked);
        List<SlipLine> found = new ArrayList<>();
        lines.forEach((goods, line) -> found.add(against(goods, Objects.requireNonNull(booked.get(goods.id())),
                Objects.requireNonNull(line.counted))));
        return slips.write(by, shop, null, Kind.ADJUST, reason == null ? "盘点" : reason, found, who == null ? by.name() : who,
                null);
    }

    private Map<Goods, Counted> lines(Shop shop, @Nullable List<@Nullable Counted> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            throw Problem.invalid("count_empty", "lines");
        }
        if (wanted.size() > MOST_LINES) {
            throw Problem.invalid("basket_too_long", "lines", MOST_LINES);
        }
        Map<Goods, Counted> lines = new TreeMap<>(Comparator.comparingLong(Goods::id));
        for (Counted line : wanted) {
            if (line == null || line.counted == null || line.counted < 0 || line.counted > MOST) {
                throw Problem.invalid("count_out_of_range", "counted", MOST);
            }
            if (lines.put(offers.known(shop, line.goods), line) != null) {
                throw Problem.invalid("count_twice", "lines");
            }
        }
        return lines;
    }

    private static void mustStillBe(Map<Goods, Counted> lines, Map<Long, Booked> booked) {
        List<Map<String, Object>> moved = new ArrayList<>();
        List<String> names = new ArrayList<>();
        lines.forEach((goods, line) -> {
            int now = Objects.requireNonNull(booked.get(goods.id())).onHand();
            if (line.booked != null && line.booked != now) {
                moved.add(Map.of("goods", goods.code(), "booked", now));
                names.add(goods.name());
            }
        });
        if (!moved.isEmpty()) {
            throw Problem.conflict("count_overtaken", String.join("、", names)).with("lines", moved);
        }
    }

    private static SlipLine against(Goods goods, Booked booked, int counted) {
        if (counted < booked.held()) {
            throw Problem.conflict("count_below_held", goods.name(), booked.held()).with("goods", goods.code());
        }
        return SlipLine.counted(goods, booked.onHand(), counted);
    }
}
