package org.aixin.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.kernel.Sql;
import org.aixin.redemption.Order.Collected;
import org.aixin.redemption.Order.Item;
import org.aixin.redemption.Order.Status;

import org.jspecify.annotations.Nullable;

/** The rows of the orders. Whoever changes one goes through a guarded update, so that it ends once. */
@ApplicationScoped
class OrderBook {
    private static final String ALL = "SELECT o.id, o.code, o.shop_id, o.member_id, o.points, o.status, o.made_at, o.expires_at,"
            + " o.hold, o.visit_id, o.transfer, o.collected_at, o.collected_by, c.name, o.ended_at"
            + " FROM orders o LEFT JOIN member c ON c.id = o.collected_by WHERE ";
    private final Sql sql;
    private final Shops shops;
    private final Members members;

    OrderBook(Sql sql, Shops shops, Members members) {
        this.sql = sql;
        this.shops = shops;
        this.members = members;
    }

    Optional<Order> byCode(String code) {
        return orders("o.code = ?", code).stream().findFirst();
    }

    Map<String, Order> byCodes(Collection<String> codes) {
        return orders("o.code IN (" + Sql.marks(codes.size()) + ")", codes).stream()
                .collect(Collectors.toMap(Order::code, Function.identity()));
    }

    Optional<Order> byId(long id) {
        return orders("o.id = ?", id).stream().findFirst();
    }

    Map<Long, Order> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : orders("o.id IN (" + Sql.marks(ids.size()) + ")", ids).stream()
                        .collect(Collectors.toMap(Order::id, Function.identity()));
    }

    /** The orders that were made in these visits, by visit. */
    Map<Long, Order> byVisits(Collection<Long> visits) {
        return visits.isEmpty()
                ? Map.of()
                : orders("o.visit_id IN (" + Sql.marks(visits.size()) + ")", visits).stream()
                        .collect(Collectors.toMap(order -> Objects.requireNonNull(order.visit()), Function.identity()));
    }

    /** A member's orders, newest first. */
    List<Order> ofMember(long member, long before, int limit) {
        return orders("o.member_id = ? AND o.id < ? ORDER BY o.id DESC LIMIT ?", member, before, limit);
    }

    /** What this clerk handed over or took back in a shop since then, newest first. */
    List<Order> handedOver(long shop, long clerk, Instant since, int limit) {
        return orders("o.shop_id = ? AND o.collected_at >= ? AND o.collected_by = ? ORDER BY o.collected_at DESC LIMIT ?", shop,
                since, clerk, limit);
    }

    /** How many orders a shop handed over since then, what was taken back left out. */
    int countSince(long shop, Instant since) {
        return sql.first("SELECT COUNT(*) FROM orders WHERE shop_id = ? AND collected_at >= ? AND status = 'COLLECTED'",
                row -> row.getInt(1), shop, since).orElse(0);
    }

    /** Ids of reservations whose deadline has passed, the next ones after this id. */
    List<Long> due(Instant now, long after, int limit) {
        return sql.rows("SELECT id FROM orders WHERE status = 'RESERVED' AND expires_at <= ? AND id > ? ORDER BY id LIMIT ?",
                row -> row.getLong(1), now, after, limit);
    }

    void insert(List<Order> orders) {
        sql.insert("INSERT INTO orders (id, code, shop_id, member_id, points, status, made_at, expires_at, hold, visit_id,"
                + " transfer, collected_at, collected_by) VALUES", orders.stream().map(OrderBook::row).toList());
        sql.insert("INSERT INTO order_line (order_id, goods_id, quantity, points, counted) VALUES", orders.stream()
                .flatMap(order -> order.lines().stream()
                        .map(line -> new @Nullable Object[]{order.id(), line.goods().id(), line.quantity(), line.each(),
                                line.isLimited()}))
                .toList());
    }

    /** Whether the order was still reserved; then it is collected. */
    boolean collect(Order order) {
        Collected by = Objects.requireNonNull(order.collected());
        return sql.update("UPDATE orders SET status = 'COLLECTED', transfer = ?, collected_at = ?, collected_by = ?"
                + " WHERE id = ? AND status = 'RESERVED'", order.paid(), by.at(), by.by(), order.id()) == 1;
    }

    /** Keeps who took a reserved order home for its member. */
    void broughtBy(Order order, long bearer) {
        sql.update("INSERT INTO order_bearer (order_id, bearer_id) VALUES (?, ?)", order.id(), bearer);
    }

    /** Whether the order still stood like this; then it has ended. */
    boolean end(long order, Status from, Status to, Instant at, @Nullable Long by, @Nullable String reason) {
        return sql.update("UPDATE orders SET status = ?, ended_at = ?, ended_by = ?, reason = ? WHERE id = ? AND status = ?",
                to.name(), at, by, reason, order, from.name()) == 1;
    }

    private static @Nullable Object[] row(Order order) {
        Collected by = order.collected();
        return new @Nullable Object[]{order.id(), order.code(), order.shop().id(), order.member().id(), order.points(),
                order.status().name(), order.madeAt(), order.expiresAt(), order.hold(), order.visit(), order.paid(),
                by == null ? null : by.at(), by == null ? null : by.by()};
    }

    private record Row(long id, String code, long shop, long member, long points, Status status, Instant madeAt,
            @Nullable Instant expiresAt, @Nullable Long hold, @Nullable Long visit, @Nullable Long paid,
            @Nullable Collected collected, @Nullable Instant endedAt) {
        static Row read(ResultSet row) throws SQLException {
            Instant at = Sql.instant(row, 12);
            return new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5),
                    Status.valueOf(row.getString(6)), row.getTimestamp(7).toInstant(), Sql.instant(row, 8), Sql.id(row, 9),
                    Sql.id(row, 10), Sql.id(row, 11),
                    at == null ? null : new Collected(at, row.getLong(13), row.getString(14)), Sql.instant(row, 15));
        }

        Order with(Shop at, Member whose, List<Item> lines) {
            return new Order(id, code, at, whose, lines, points, status, madeAt, expiresAt, hold, visit, paid, collected,
                    endedAt);
        }
    }

    private List<Order> orders(String where, @Nullable Object... values) {
        List<Row> rows = sql.rows(ALL + where, Row::read, values);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Shop> places = new HashMap<>();
        rows.forEach(row -> places.computeIfAbsent(row.shop, shops::byId));
        Map<Long, Member> people = members.members(rows.stream().map(Row::member).distinct().toList());
        Map<Long, List<Item>> lines = lines(rows.stream().map(Row::id).toList());
        return rows.stream().map(row -> row.with(Objects.requireNonNull(places.get(row.shop)),
                Objects.requireNonNull(people.get(row.member)), Objects.requireNonNull(lines.get(row.id)))).toList();
    }

    private Map<Long, List<Item>> lines(Collection<Long> orders) {
        Map<Long, List<Item>> lines = new HashMap<>();
        sql.rows(
                "SELECT " + Goods.COLUMNS
                        + ", l.order_id, l.quantity, l.points FROM order_line l JOIN goods g ON g.id = l.goods_id"
                        + " WHERE l.order_id IN (" + Sql.marks(orders.size()) + ") ORDER BY l.goods_id",
                row -> lines.computeIfAbsent(row.getLong(Goods.WIDTH + 1), order -> new ArrayList<>())
                        .add(new Item(Goods.read(row), row.getInt(Goods.WIDTH + 2), row.getInt(Goods.WIDTH + 3))),
                orders);
        return lines;
    }
}
