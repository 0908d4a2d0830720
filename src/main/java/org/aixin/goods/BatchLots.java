package org.aixin.goods;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.aixin.goods.Movement.Why;

import org.jspecify.annotations.Nullable;

/**
 * Which batch of one kind of goods lies where and went to whom: all entries of the stock, played again. Whatever leaves a shelf
 * takes the batch that is named, and else what goes bad first; what has no date goes last. What is carried keeps its batch, and so
 * does what comes back from an order.
 */
final class BatchLots {
    /**
     * Pieces that came together.
     *
     * @param order which of those with the same date came first
     * @param batch null for what is of no batch
     */
    record Lot(@Nullable LocalDate bestBefore, long order, @Nullable Long batch) implements Comparable<Lot> {
        private static final Comparator<Lot> ORDER = Comparator
                .comparing((Lot lot) -> lot.bestBefore == null ? LocalDate.MAX : lot.bestBefore).thenComparingLong(Lot::order)
                .thenComparingLong(lot -> lot.batch == null ? 0 : lot.batch);

        @Override
        public int compareTo(Lot other) {
            return ORDER.compare(this, other);
        }

        boolean isExpired(LocalDate today) {
            return bestBefore != null && bestBefore.isBefore(today);
        }
    }

    /**
     * A line of the slip behind an entry.
     *
     * @param quantity of pieces, always positive but for a difference
     * @param lot what came in, or the batch that is named; null where none is
     */
    record Part(int quantity, @Nullable Lot lot) {
    }

    /**
     * One entry of the stock.
     *
     * @param quantity by how much the shelf grew, negative where it shrank
     * @param parts lines of the slip, none for an order
     */
    record Event(long id, long shop, int quantity, Why why, long reference, List<Part> parts) {
    }

    private final Map<Long, TreeMap<Lot, Integer>> left = new HashMap<>();
    private final Map<Long, Integer> missing = new HashMap<>();
    private final Map<Long, TreeMap<Lot, Integer>> carried = new HashMap<>();
    private final Map<Long, TreeMap<Lot, Integer>> handed = new HashMap<>();

    /** @param history all entries of one kind of goods in all shops, in their order */
    BatchLots(Collection<Event> history) {
        history.forEach(this::replay);
    }

    /** What is on a shop's shelf, what goes bad first before all else. */
    SortedMap<Lot, Integer> left(long shop) {
        return new TreeMap<>(left.getOrDefault(shop, new TreeMap<>()));
    }

    /** How many of a batch are left, in all shops. */
    int leftOf(long batch) {
        return left.values().stream().mapToInt(shelf -> of(shelf, batch)).sum();
    }

    /** How many of a batch each order has, by the order's id; what was brought back left out. */
    Map<Long, Integer> reached(long batch) {
        Map<Long, Integer> orders = new TreeMap<>();
        handed.forEach((order, lots) -> {
            int has = of(lots, batch);
            if (has > 0) {
                orders.put(order, has);
            }
        });
        return orders;
    }

    private static int of(Map<Lot, Integer> lots, long batch) {
        return lots.entrySet().stream().filter(lot -> lot.getKey().batch != null && lot.getKey().batch == batch)
                .mapToInt(Map.Entry::getValue).sum();
    }

    private void replay(Event event) {
        switch (event.why()) {
            case IN -> event.parts().forEach(part -> put(event.shop(), lot(event, part.lot()), part.quantity()));
            case OUT, DAMAGE, EXPIRED -> event.parts().forEach(part -> take(event.shop(), part.quantity(), part.lot()));
            case TRANSFER -> carry(event);
            case COLLECT -> take(event.shop(), -event.quantity(), null)
                    .forEach((lot, pieces) -> handed.computeIfAbsent(event.reference(), order -> new TreeMap<>()).merge(lot,
                            pieces,
                            Integer::sum));
            case RETURN -> giveBack(event);
            case ADJUST -> adjust(event);
            default -> throw new IllegalStateException(event.why().name());
        }
    }

    private static Lot lot(Event event, @Nullable Lot known) {
        return known == null ? new Lot(null, event.id(), null) : known;
    }

    private void adjust(Event event) {
        if (event.quantity() > 0) {
            put(event.shop(), lot(event, null), event.quantity());
        } else {
            take(event.shop(), -event.quantity(), null);
        }
    }

    private void carry(Event event) {
        if (event.quantity() < 0) {
            carried.put(event.reference(), take(event.shop(), -event.quantity(), null));
        } else {
            move(carried.getOrDefault(event.reference(), new TreeMap<>()), event);
        }
    }

    private void giveBack(Event event) {
        move(handed.getOrDefault(event.reference(), new TreeMap<>()), event);
    }

    /** Puts on the shelf what came from there; what is not known to have come from there is of no batch. */
    private void move(TreeMap<Lot, Integer> from, Event event) {
        int rest = event.quantity();
        while (rest > 0 && !from.isEmpty()) {
            Lot lot = from.lastKey();
            int pieces = some(from, lot, rest);
            put(event.shop(), lot, pieces);
            rest -= pieces;
        }
        put(event.shop(), lot(event, null), rest);
    }

    private void put(long shop, Lot lot, int pieces) {
        int owed = Math.min(pieces, missing.getOrDefault(shop, 0));
        missing.merge(shop, -owed, Integer::sum);
        if (pieces > owed) {
            left.computeIfAbsent(shop, other -> new TreeMap<>()).merge(lot, pieces - owed, Integer::sum);
        }
    }

    /** Takes what is named first. Where an entry was written before the one that it takes from, that one is short by it later. */
    private TreeMap<Lot, Integer> take(long shop, int pieces, @Nullable Lot named) {
        TreeMap<Lot, Integer> shelf = left.computeIfAbsent(shop, other -> new TreeMap<>());
        TreeMap<Lot, Integer> taken = new TreeMap<>();
        int rest = pieces;
        if (named != null && shelf.containsKey(named)) {
            rest -= into(taken, named, some(shelf, named, rest));
        }
        while (rest > 0 && !shelf.isEmpty()) {
            Lot first = shelf.firstKey();
            rest -= into(taken, first, some(shelf, first, rest));
        }
        missing.merge(shop, rest, Integer::sum);
        return taken;
    }

    private static int into(TreeMap<Lot, Integer> lots, Lot lot, int pieces) {
        lots.merge(lot, pieces, Integer::sum);
        return pieces;
    }

    /** Takes up to so many of a lot that is there. */
    private static int some(TreeMap<Lot, Integer> lots, Lot lot, int most) {
        int there = lots.getOrDefault(lot, 0), pieces = Math.min(there, most);
        if (pieces == there) {
            lots.remove(lot);
        } else {
            lots.put(lot, there - pieces);
        }
        return pieces;
    }
}
