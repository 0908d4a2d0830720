package org.aixin.counter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.aixin.counter.HandOver.Clerk;
import org.aixin.counter.HandOver.Line;
import org.aixin.counter.HandOver.Thing;

/**
 * What a shop handed over on a day, added up by goods and clerk, and whether stock and ledger say the same.
 *
 * @param from the day's first instant
 * @param until the next day's
 * @param handOvers what was handed over or taken back on the day, in order
 * @param shelves the stock's own account of the day
 */
record DaySheet(Instant from, Instant until, List<HandOver> handOvers, List<Shelf> shelves) {
    /**
     * How much of some goods went over the counter: handed over on the day, and taken back on the day, whenever it had been handed over.
     */
    record Sum(int out, int back, long pointsOut, long pointsBack) {
        static final Sum NONE = new Sum(0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(out + other.out, back + other.back, pointsOut + other.pointsOut, pointsBack + other.pointsBack);
        }

        /** The pieces that stayed with people. */
        public int net() {
            return out - back;
        }

        /** The points they cost. */
        public long points() {
            return pointsOut - pointsBack;
        }
    }

    /** The goods that a clerk handed over. */
    record Row(Clerk clerk, Thing goods, Sum sum) {
    }

    /** The goods that all handed over. */
    record Total(Thing goods, Sum sum) {
    }

    /**
     * The stock's account of some goods.
     *
     * @param before pieces at the beginning of the day
     * @param out handed over
     * @param back taken back
     * @param other delivered, carried, spoiled, counted anew
     * @param after pieces at its end, or now
     * @param entries the sum of all entries up to now
     * @param onHand what the shelf has now
     */
    record Shelf(Thing goods, int before, int out, int back, int other, int after, int entries, int onHand) {
        /** Whether shelf and entries say the same. */
        public boolean fits() {
            return entries == onHand && before - out + back + other == after;
        }
    }

    private boolean isOfDay(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    private boolean wasOut(HandOver one) {
        return isOfDay(one.at());
    }

    private boolean cameBack(HandOver one) {
        Instant back = one.backAt();
        return back != null && isOfDay(back);
    }

    private Sum sum(HandOver one, Line line) {
        boolean out = wasOut(one), back = cameBack(one);
        return new Sum(out ? line.quantity() : 0, back ? line.quantity() : 0, out ? line.points() : 0, back ? line.points() : 0);
    }

    /** By clerk, and for each by goods; what is taken back counts for the clerk who had handed it over. */
    public List<Row> rows() {
        Map<Clerk, Map<Thing, Sum>> sums = new LinkedHashMap<>();
        handOvers.forEach(one -> one.lines().forEach(line -> sums.computeIfAbsent(one.clerk(), clerk -> new LinkedHashMap<>())
                .merge(line.goods(), sum(one, line), Sum::plus)));
        List<Row> rows = new ArrayList<>();
        sums.forEach((clerk, goods) -> goods.forEach((thing, sum) -> rows.add(new Row(clerk, thing, sum))));
        rows.sort(Comparator.comparing((Row row) -> row.clerk().name()).thenComparingLong(row -> row.clerk().id())
                .thenComparing(row -> row.goods().code()));
        return rows;
    }

    /** By goods. */
    public List<Total> totals() {
        Map<Thing, Sum> sums = new LinkedHashMap<>();
        rows().forEach(row -> sums.merge(row.goods(), row.sum(), Sum::plus));
        return sums.entrySet().stream().map(each -> new Total(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(total -> total.goods().code())).toList();
    }

    /** All together. */
    public Sum all() {
        return totals().stream().map(Total::sum).reduce(Sum.NONE, Sum::plus);
    }

    /** What was handed over on the day. */
    public List<HandOver> out() {
        return having(this::wasOut);
    }

    /** What was taken back on the day. */
    public List<HandOver> back() {
        return having(this::cameBack);
    }

    /** What stock or ledger say otherwise. */
    public List<HandOver> unfitting() {
        return having(one -> !one.fits());
    }

    /** Goods of which the stock's entries and its shelf differ. */
    public Collection<Shelf> unfittingShelves() {
        return shelves.stream().filter(shelf -> !shelf.fits()).toList();
    }

    /** Whether the day is right, to the piece and to the point. */
    public boolean fits() {
        return unfitting().isEmpty() && unfittingShelves().isEmpty();
    }

    private List<HandOver> having(Predicate<HandOver> such) {
        return handOvers.stream().filter(such).toList();
    }
}
