package org.aixin.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.aixin.goods.Goods;
import org.aixin.ledger.Shares;
import org.aixin.redemption.Order.Collected;
import org.aixin.redemption.Order.Status;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Orders and scans as programs see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
final class Shown {
    private Shown() {
    }

    record Line(String goods, String name, String unit, int quantity, long points) {
    }

    record Person(String id, String name, String unit) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OneOrder(String id, String code, String shop, String shopName, Person member, List<Line> lines, long points,
            Status status, Instant madeAt, @Nullable Instant expiresAt, @Nullable Instant collectedAt,
            @Nullable String collectedBy, @Nullable Instant endedAt) {
    }

    record Handed(String orderId, Status status, Instant at, String code, Person member, List<Line> lines, long points) {
    }

    record Redeemed(String orderId, String code, Status status, Instant at, long points, long balance, List<Line> lines) {
    }

    record Reversed(String orderId, Status status, Instant at, long points) {
    }

    record Visitor(String id, String name, String unit, long points, long held, long available) {
        Person person() {
            return new Person(id, name, unit);
        }
    }

    /** Goods, by a label on the shelf, on the package or on the batch. */
    record ScannedGoods(String code, String name, String unit, int points) {
    }

    /** What a scan found: an order, a member or goods; {@code refusal} is what handing the order over would answer now, {@code bearer} who comes for the member. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scanned(String kind, @Nullable OneOrder order, @Nullable Map<String, Object> refusal, @Nullable Visitor member,
            @Nullable String visit, @Nullable Instant visitExpiresAt, @Nullable Boolean needsSecret, @Nullable Person bearer,
            @Nullable ScannedGoods goods) {
        static Scanned goods(Goods goods) {
            return new Scanned("goods", null, null, null, null, null, null, null,
                    new ScannedGoods(goods.code(), goods.name(), goods.unit(), goods.points()));
        }
    }

    static OneOrder order(Order order, Instant now) {
        Collected by = order.collected();
        return new OneOrder(Long.toString(order.id()), order.code(), order.shop().code(), order.shop().name(), person(order),
                lines(order), order.points(), order.at(now), order.madeAt(), order.expiresAt(), by == null ? null : by.at(),
                by == null ? null : by.name(), order.endedAt());
    }

    static Handed collected(Order order) {
        Instant at = order.collected() == null ? order.madeAt() : order.collected().at();
        return new Handed(Long.toString(order.id()), order.status(), at, order.code(), person(order), lines(order),
                order.points());
    }

    static Redeemed redeemed(Order order, long balance) {
        Instant at = order.collected() == null ? order.madeAt() : order.collected().at();
        return new Redeemed(Long.toString(order.id()), order.code(), order.status(), at, order.points(), balance, lines(order));
    }

    static Reversed reversed(Order order) {
        Instant at = order.endedAt() == null ? order.madeAt() : order.endedAt();
        return new Reversed(Long.toString(order.id()), order.status(), at, order.points());
    }

    static Visitor visitor(org.aixin.identity.Member member, Shares shares) {
        return new Visitor(Long.toString(member.id()), member.name(), member.unit(), shares.total().balance(),
                shares.total().held(), shares.spendable());
    }

    private static Person person(Order order) {
        return new Person(Long.toString(order.member().id()), order.member().name(), order.member().unit());
    }

    private static List<Line> lines(Order order) {
        return order.lines().stream().map(line -> new Line(line.goods().code(), line.goods().name(), line.goods().unit(),
                line.quantity(), line.points())).toList();
    }
}
