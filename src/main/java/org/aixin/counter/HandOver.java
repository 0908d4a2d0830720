package org.aixin.counter;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.aixin.identity.Member;

import org.jspecify.annotations.Nullable;

/**
 * Goods that a clerk handed over to a member, and perhaps took back, with what stock and ledger say of it.
 *
 * @param code of the order
 * @param points what it cost in all
 * @param paid what the ledger took for it
 * @param refunded what the ledger gave back for it
 * @param backAt when it was taken back, null for what stands
 * @param backBy who took it back
 * @param why it was taken back
 * @param bearer who came for the member, null where the member came
 */
record HandOver(long order, String code, Member member, Clerk clerk, Instant at, long points, long paid, long refunded,
        @Nullable Instant backAt, @Nullable String backBy, @Nullable String why, @Nullable Member bearer, List<Line> lines) {
    /** Who handed it over. */
    record Clerk(long id, String name) {
    }

    /** What was handed over, by its code. */
    record Thing(String code, String name, String unit) {
        /** 大米 of 大米 5 公斤. */
        String shortName() {
            return name.split("\\s", 2)[0];
        }
    }

    /**
     * One kind of goods in it.
     *
     * @param points for all of them
     * @param left the pieces that left the shelf, by the entries of the stock
     * @param cameBack those that came back, likewise
     */
    record Line(Thing goods, int quantity, long points, int left, int cameBack) {
        /** 大米 1 袋. */
        public String words() {
            return goods.shortName() + " " + quantity + " " + goods.unit();
        }
    }

    /** Whether it was taken back. */
    public boolean isBack() {
        return backAt != null;
    }

    /** 大米 1 袋、酱油 2 瓶. */
    public String words() {
        return lines.stream().map(Line::words).collect(Collectors.joining("、"));
    }

    public int pieces() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    /** The pieces that left the shelf, by the entries of the stock. */
    public int left() {
        return lines.stream().mapToInt(Line::left).sum();
    }

    /** Those that came back. */
    public int cameBack() {
        return lines.stream().mapToInt(Line::cameBack).sum();
    }

    /** Whether stock and ledger say the same, to the piece and to the point. */
    public boolean fits() {
        return paid == points && refunded == (isBack() ? points : 0) && lines.stream().allMatch(this::fits);
    }

    /** Whether the stock says the same of a line. */
    boolean fits(Line line) {
        return line.left == line.quantity && line.cameBack == (isBack() ? line.quantity : 0);
    }
}
