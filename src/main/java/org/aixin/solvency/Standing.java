package org.aixin.solvency;

import java.time.Instant;
import java.util.List;

import org.aixin.identity.Unit;

/**
 * What the people of a unit hold against what covers it, at one moment; money in fen.
 *
 * @param fenPerPoint what a point is worth
 * @param points all that people can spend or have set aside
 * @param held the part of it set aside for orders
 * @param owed what people owe, settled by later points; counted apart
 * @param members how many hold any
 * @param goods what stands on the shelves of the unit's shops
 * @param fund money in the unit's fund and those below it
 */
record Standing(Unit unit, Instant at, int fenPerPoint, long points, long held, long owed, long members, List<OnShelf> goods,
        long fund) {
    /**
     * Goods on the shelves. What is reserved counts among them, as the points held for it count among the points.
     *
     * @param points what one costs
     */
    record OnShelf(String code, String name, String unit, long onHand, long reserved, long points, int fenPerPoint) {
        /** What all of it is worth in points. */
        public long getWorth() {
            return onHand * points;
        }

        /** What all of it is worth in yuan. */
        public String getYuan() {
            return Fen.yuan(fen());
        }

        long fen() {
            return getWorth() * fenPerPoint;
        }
    }

    /** What the points are worth. */
    public long liability() {
        return points * fenPerPoint;
    }

    /** What the goods are worth by their prices in points. */
    public long stock() {
        return goods.stream().mapToLong(OnShelf::fen).sum();
    }

    /** All that covers the points. */
    public long cover() {
        return stock() + fund;
    }

    /** What is missing; zero where the points are covered. */
    public long uncovered() {
        return Math.max(0, liability() - cover());
    }

    /** Whether something is missing. */
    public boolean isUncovered() {
        return uncovered() > 0;
    }

    /** How much of what the points are worth is covered, in whole percent, rounded down; 100 where there are no points. */
    public long percent() {
        return liability() == 0 ? 100 : cover() * 100 / liability();
    }

    /** The sum of the goods in points. */
    public long getGoodsPoints() {
        return goods.stream().mapToLong(OnShelf::getWorth).sum();
    }

    /** A sum as yuan. */
    public String yuan(long fen) {
        return Fen.yuan(fen);
    }

    /** The bars of the chart. */
    public Bars getBars() {
        return Bars.of(this);
    }
}
