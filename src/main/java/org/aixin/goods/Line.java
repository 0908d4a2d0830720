package org.aixin.goods;

/**
 * So many of one kind of goods.
 *
 * @param quantity positive, but for the signed difference of an adjustment
 */
public record Line(Goods goods, int quantity) {
    /** What the line costs at today's price. */
    public long points() {
        return (long) goods.points() * quantity;
    }
}
