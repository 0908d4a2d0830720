package org.aixin.goods;

import org.jspecify.annotations.Nullable;

/**
 * What a shop has of one kind of goods.
 *
 * @param onHand on the shelf
 * @param held the part of it that is reserved
 * @param lowAt at how many that can be taken the shop is told to fill up, null where nobody asked for it
 */
public record Level(Goods goods, int onHand, int held, @Nullable Integer lowAt) {
    /** What can still be reserved or taken. */
    public int available() {
        return onHand - held;
    }

    /** Whether it is time to fill up. */
    public boolean isLow() {
        return lowAt != null && available() <= lowAt;
    }
}
