package org.aixin.goods;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.aixin.goods.Movement.Why;
import org.aixin.goods.Slip.Kind;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** Moves the stock as a slip says, in the present transaction. */
@ApplicationScoped
class Booking {
    private final Stock stock;
    private final SlipRows rows;
    private final Batches batches;
    private final Event<StockChanged> changed;

    Booking(Stock stock, SlipRows rows, Batches batches, Event<StockChanged> changed) {
        this.stock = stock;
        this.rows = rows;
        this.batches = batches;
        this.changed = changed;
    }

    /** Moves it. Refused 409 {@code out_of_stock} (names the goods). */
    void book(Slip slip, Shop shop, @Nullable Shop target) {
        Map<Long, Integer> byGoods = new TreeMap<>();
        slip.lines().forEach(line -> byGoods.merge(line.goods().id(), line.quantity(), Integer::sum));
        List<Movement> movements = new ArrayList<>();
        byGoods.forEach((goods, quantity) -> {
            movements.add(movement(slip, shop, goods, slip.kind().shelf(quantity)));
            if (target != null) {
                movements.add(movement(slip, target, goods, quantity));
            }
        });
        Set<Place> places = movements.stream().map(Movement::place).collect(Collectors.toSet());
        stock.open(places);
        try {
            stock.change(movements);
        } catch (OutOfStock few) {
            throw outOfStock(few, slip.lines());
        }
        if (slip.kind() == Kind.IN) {
            batches.keep(slip);
        }
        changed.fire(new StockChanged(places));
    }

    /** Refused 409 {@code count_stale} where one of the goods of this count was counted again since then. */
    void mustBeLastCount(Slip count, Shop shop) {
        List<Long> goods = count.lines().stream().map(line -> line.goods().id()).toList();
        lock(shop, goods);
        if (rows.countedSince(shop, goods, count.at(), count.id())) {
            throw Problem.conflict("count_stale");
        }
    }

    /** What is booked now, by goods; nothing leaves or comes until this transaction ends. */
    Map<Long, Stock.Booked> lock(Shop shop, Collection<Long> goods) {
        stock.open(goods.stream().map(one -> new Place(shop.id(), one)).toList());
        return stock.locked(shop, goods);
    }

    private static Movement movement(Slip slip, Shop shop, long goods, int quantity) {
        return new Movement(shop.id(), goods, Why.valueOf(slip.kind().name()), slip.id(), quantity, 0, slip.author());
    }

    private static Problem outOfStock(OutOfStock few, List<SlipLine> lines) {
        return lines.stream().map(SlipLine::goods).filter(goods -> goods.id() == few.place().goods()).findFirst()
                .map(Goods::outOfStock).orElseThrow();
    }
}
