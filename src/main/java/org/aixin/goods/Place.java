package org.aixin.goods;

import java.util.Comparator;

/** One kind of goods in one shop: a row of the stock of record. */
public record Place(long shop, long goods) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::shop).thenComparingLong(Place::goods);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
