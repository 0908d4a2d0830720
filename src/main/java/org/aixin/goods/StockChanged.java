package org.aixin.goods;

import java.util.Set;

/** Fired in the transaction in which a slip or another slow path changes what is available at these places. */
public record StockChanged(Set<Place> places) {
}
