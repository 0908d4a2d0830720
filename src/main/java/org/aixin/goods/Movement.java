package org.aixin.goods;

import org.jspecify.annotations.Nullable;

/**
 * One change of a shop's stock.
 *
 * @param why it changes what is on the shelf; reservations only change what is held
 * @param reference id of the slip or order
 * @param onHand by how much the shelf grows, negative where it shrinks
 * @param held by how much the reserved part grows, negative where it shrinks
 * @param actor the member who acts, null when the village is set up
 */
public record Movement(long shop, long goods, Why why, long reference, int onHand, int held, @Nullable Long actor) {
    /** Why stock changes. */
    public enum Why {
        /** Delivered. */
        IN,
        /** Given away, sent back. */
        OUT,
        /** Counted anew. */
        ADJUST,
        /** Carried from one shop to another. */
        TRANSFER,
        /** Handed over to a member, or reserved for one. */
        COLLECT,
        /** Brought back by a member, or no longer reserved. */
        RETURN,
        /** Broken, spoiled or soiled. */
        DAMAGE,
        /** Past its best-before date. */
        EXPIRED
    }

    Place place() {
        return new Place(shop, goods);
    }
}
