package org.aixin.goods;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A stock slip: what came in, went out, was counted anew or was carried to another shop.
 *
 * @param toShop code of the shop that receives a transfer, null for other kinds
 * @param by name of the person who wrote it, null when the village was set up
 */
public record Slip(long id, Kind kind, @Nullable String toShop, String reason, List<Line> lines, @Nullable String by,
        Instant at) {
    /** What a slip records. */
    public enum Kind {
        /** Delivered to the shop. */
        IN,
        /** Taken out of it for another reason than a redemption. */
        OUT,
        /** The difference that a count found: quantities carry a sign. */
        ADJUST,
        /** Carried to another shop. */
        TRANSFER
    }
}
