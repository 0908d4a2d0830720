package org.aixin.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.aixin.goods.Goods;
import org.aixin.goods.Line;
import org.aixin.goods.Movement;
import org.aixin.goods.Place;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Ids;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Goods for a member: reserved first and collected later, or handed over at once during a visit.
 *
 * @param code sixteen digits that nobody can guess
 * @param points what it costs in all
 * @param expiresAt until when the goods are kept, null for what was handed over at once
 * @param hold the ledger's hold on the points, null for what was handed over at once
 * @param visit the visit in which it was handed over at once
 * @param paid the ledger's transfer that paid for it
 * @param collected by whom and when it was handed over
 * @param endedAt when it was cancelled, expired or taken back
 */
record Order(long id, String code, Shop shop, Member member, List<Item> lines, long points, Status status, Instant madeAt,
        @Nullable Instant expiresAt, @Nullable Long hold, @Nullable Long visit, @Nullable Long paid,
        @Nullable Collected collected, @Nullable Instant endedAt) {
    /** Where an order stands. */
    enum Status {
        RESERVED, COLLECTED, CANCELLED, EXPIRED, REVERSED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** So many of one kind of goods at the price of the day. */
    record Item(Goods goods, int quantity, int each) {
        public long points() {
            return (long) each * quantity;
        }

        /** Whether it counts against a monthly limit when it is taken now. */
        boolean isLimited() {
            return goods.monthlyLimit() != null;
        }

        /** 大米 1 袋. */
        public String words() {
            return goods.shortName() + " " + quantity + " " + goods.unit();
        }
    }

    /** When and by whom goods were handed over. */
    record Collected(Instant at, long by, String name) {
    }

    /** An order as it would be made now: reserved, or for a visit. */
    static Order draft(Instant now, Shop shop, Member member, List<Line> lines, @Nullable Visit visit) {
        List<Item> items = lines.stream().map(line -> new Item(line.goods(), line.quantity(), line.goods().points())).toList();
        return new Order(Ids.next(), Code.newOrder().digits(), shop, member, items, items.stream().mapToLong(Item::points).sum(),
                Status.RESERVED, now, visit == null ? shop.keepsUntil(now) : null, null, visit == null ? null : visit.id(), null,
                null, null);
    }

    /** 大米 1 袋、酱油 2 瓶. */
    public String words() {
        return lines.stream().map(Item::words).collect(Collectors.joining("、"));
    }

    public int pieces() {
        return lines.stream().mapToInt(Item::quantity).sum();
    }

    /** Where it stands at this moment: past its deadline it is expired, swept or not. */
    Status at(Instant now) {
        return status == Status.RESERVED && expiresAt != null && !now.isBefore(expiresAt) ? Status.EXPIRED : status;
    }

    public boolean isDirect() {
        return visit != null;
    }

    Place place(Item line) {
        return new Place(shop.id(), line.goods().id());
    }

    List<Place> places() {
        return lines.stream().map(this::place).toList();
    }

    /** What the shelf gains for each piece (−1, 0 or 1), and likewise what is held. */
    List<Movement> movements(Movement.Why why, int onHand, int held, @Nullable Long actor) {
        return lines.stream().map(line -> new Movement(shop.id(), line.goods().id(), why, id, onHand * line.quantity(),
                held * line.quantity(), actor)).toList();
    }

    /** The code in groups of four, as it stands under its picture. */
    public String grouped() {
        return Digits.grouped(code);
    }

    Order reserved(long hold) {
        return new Order(id, code, shop, member, lines, points, Status.RESERVED, madeAt, expiresAt, hold, visit, paid, collected,
                endedAt);
    }

    Order collected(long paid, Collected collected) {
        return new Order(id, code, shop, member, lines, points, Status.COLLECTED, madeAt, expiresAt, hold, visit, paid, collected,
                endedAt);
    }
}
