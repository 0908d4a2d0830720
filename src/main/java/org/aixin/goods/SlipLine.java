package org.aixin.goods;

import org.jspecify.annotations.Nullable;

/**
 * A line of a slip.
 *
 * @param quantity positive, but for the signed difference of a count
 * @param booked how many were booked at the moment of a count, null for what is no count
 * @param counted how many were there, null for what is no count
 */
public record SlipLine(Goods goods, int quantity, @Nullable Integer booked, @Nullable Integer counted) {
    static SlipLine of(Line line) {
        return new SlipLine(line.goods(), line.quantity(), null, null);
    }

    /** What a count found, against what is booked. */
    static SlipLine counted(Goods goods, int booked, int counted) {
        return new SlipLine(goods, counted - booked, booked, counted);
    }

    /** ＋3 or －2, for a difference. */
    public String signed() {
        return quantity > 0 ? "＋" + quantity : quantity < 0 ? "－" + -quantity : "0";
    }
}
