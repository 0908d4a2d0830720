package org.aixin.goods;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A line of a slip.
 *
 * @param quantity positive, but for the signed difference of a count
 * @param booked how many were booked at the moment of a count, null for what is no count
 * @param counted how many were there, null for what is no count
 * @param bestBefore the last good day of what came in, null for none
 * @param batch which batch went out, null where none was named
 * @param batchLabel what stands on the label of the batch that came or went, null where there is none
 */
public record SlipLine(Goods goods, int quantity, @Nullable Integer booked, @Nullable Integer counted,
        @Nullable LocalDate bestBefore, @Nullable Long batch, @Nullable String batchLabel) {
    static SlipLine of(Goods goods, int quantity, @Nullable LocalDate bestBefore, @Nullable Batch batch) {
        return new SlipLine(goods, quantity, null, null, bestBefore, batch == null ? null : batch.id(),
                batch == null ? null : batch.label());
    }

    /** What is taken out of a batch. */
    static SlipLine ofBatch(Goods goods, int quantity, @Nullable Long batch) {
        return new SlipLine(goods, quantity, null, null, null, batch, null);
    }

    /** What a count found, against what is booked. */
    static SlipLine counted(Goods goods, int booked, int counted) {
        return new SlipLine(goods, counted - booked, booked, counted, null, null, null);
    }

    /** ＋3 or －2, for a difference. */
    public String signed() {
        return quantity > 0 ? "＋" + quantity : quantity < 0 ? "－" + -quantity : "0";
    }
}
