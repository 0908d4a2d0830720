package org.aixin.goods;

/**
 * What a shop has of one kind of goods.
 *
 * @param onHand on the shelf
 * @param held the part of it that is reserved
 */
public record Level(Goods goods, int onHand, int held) {
    /** What can still be reserved or taken. */
    public int available() {
        return onHand - held;
    }
}
