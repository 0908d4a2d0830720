package org.aixin.goods;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A stock slip: what came in, went out, was counted anew or was carried to another shop.
 *
 * @param toShop code of the shop that receives a transfer, null for other kinds
 * @param toShopName its name
 * @param countedBy who counted, null for what is no count
 * @param author the member who wrote it, null when the village was set up
 * @param by name of the person who wrote it, null when the village was set up
 * @param second name of the second person, who let it pass or dropped it; null where none was needed or none has yet
 * @param refusal why it was dropped, null where it was not
 * @param donation which donation it brings in, null for what was bought
 */
public record Slip(long id, Kind kind, @Nullable String toShop, @Nullable String toShopName, String reason, List<SlipLine> lines,
        @Nullable String countedBy, @Nullable Long author, @Nullable String by, Instant at, Status status,
        @Nullable String second,
        @Nullable Instant secondAt, @Nullable String refusal, @Nullable Long donation) {
    /** What a slip records. */
    public enum Kind {
        /** Delivered to the shop. */
        IN(1),
        /** Taken out of it for another reason than a redemption. */
        OUT(-1),
        /** The difference that a count found: quantities carry a sign. */
        ADJUST(1),
        /** Carried to another shop. */
        TRANSFER(-1),
        /** Broken, spoiled or soiled. */
        DAMAGE(-1),
        /** Taken off the shelf because its best-before date has passed. */
        EXPIRED(-1);

        private final int sign;

        Kind(int sign) {
            this.sign = sign;
        }

        /** By how much the shelf grows for a quantity of a line. */
        int shelf(int quantity) {
            return sign * quantity;
        }
    }

    /** Where a slip stands. */
    public enum Status {
        /** It waits for a second person and has moved nothing. */
        WAITING,
        /** It has moved what it says. */
        DONE,
        /** It will never move anything. */
        DROPPED
    }

    /** How many pieces it moves, in and out. */
    public int pieces() {
        return lines.stream().mapToInt(line -> Math.abs(line.quantity())).sum();
    }

    Slip with(List<SlipLine> all) {
        return new Slip(id, kind, toShop, toShopName, reason, all, countedBy, author, by, at, status, second, secondAt, refusal,
                donation);
    }

    public boolean isWaiting() {
        return status == Status.WAITING;
    }

    /** Whether this person wrote it, and so cannot be the second. */
    public boolean isBy(long person) {
        return author != null && author == person;
    }
}
