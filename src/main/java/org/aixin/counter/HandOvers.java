package org.aixin.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.counter.HandOver.Clerk;
import org.aixin.counter.HandOver.Line;
import org.aixin.counter.HandOver.Thing;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Reads what was handed over, with what stock and ledger say of it: by one statement, so that all of it is of one moment. */
@ApplicationScoped
class HandOvers {
    /** The ledger's word on an order is its transfer with its parts, and whatever reverses them; the stock's are its entries. */
    private static final String ROWS = """
        SELECT o.id, o.code, o.member_id, o.collected_by, c.name, o.collected_at, o.points,
            COALESCE((SELECT t.amount FROM transfer t WHERE t.id = o.transfer), 0)
                + COALESCE((SELECT SUM(t.amount) FROM transfer_part p JOIN transfer t ON t.id = p.part
                    WHERE p.transfer = o.transfer), 0),
            COALESCE((SELECT t.amount FROM transfer t WHERE t.reverses = o.transfer), 0)
                + COALESCE((SELECT SUM(t.amount) FROM transfer_part p JOIN transfer t ON t.reverses = p.part
                    WHERE p.transfer = o.transfer), 0),
            CASE WHEN o.status = 'REVERSED' THEN o.ended_at END, e.name, o.reason,
            g.code, g.name, g.unit, l.quantity, l.points,
            COALESCE((SELECT -SUM(s.quantity) FROM stock_entry s WHERE s.shop_id = o.shop_id AND s.goods_id = l.goods_id
                AND s.why = 'COLLECT' AND s.reference = o.id), 0),
            COALESCE((SELECT SUM(s.quantity) FROM stock_entry s WHERE s.shop_id = o.shop_id AND s.goods_id = l.goods_id
                AND s.why = 'RETURN' AND s.reference = o.id), 0), COALESCE(v.bearer_id, b.bearer_id)
        FROM (%s) d JOIN orders o ON o.id = d.id JOIN order_line l ON l.order_id = o.id JOIN goods g ON g.id = l.goods_id
            JOIN member c ON c.id = o.collected_by LEFT JOIN member e ON e.id = o.ended_by
            LEFT JOIN visit v ON v.id = o.visit_id LEFT JOIN order_bearer b ON b.order_id = o.id
        ORDER BY o.collected_at, o.id, l.goods_id""";
    private static final String OF_DAY = ROWS
            .formatted("SELECT id FROM orders WHERE shop_id = ? AND collected_at >= ? AND collected_at < ? UNION"
                    + " SELECT id FROM orders WHERE shop_id = ? AND status = 'REVERSED' AND ended_at >= ? AND ended_at < ?");
    private static final String ONE = ROWS.formatted("SELECT id FROM orders WHERE id = ? AND collected_at IS NOT NULL");
    private final Sql sql;
    private final Members members;

    HandOvers(Sql sql, Members members) {
        this.sql = sql;
        this.members = members;
    }

    /** What a shop handed over or took back in this time, in the order in which it was handed over. */
    List<HandOver> at(long shop, Instant from, Instant until) {
        return read(sql.rows(OF_DAY, Row::read, shop, from, until, shop, from, until));
    }

    /** One of them; refused 404 where nothing was handed over. */
    HandOver one(long order) {
        return read(sql.rows(ONE, Row::read, order)).stream().findFirst().orElseThrow(Problem::notFound);
    }

    private List<HandOver> read(List<Row> rows) {
        Map<Long, Member> people = members
                .members(rows.stream().flatMap(Row::people).collect(Collectors.toSet()));
        Map<Long, Row> orders = new LinkedHashMap<>();
        Map<Long, List<Line>> lines = new LinkedHashMap<>();
        rows.forEach(row -> {
            orders.putIfAbsent(row.order, row);
            lines.computeIfAbsent(row.order, order -> new ArrayList<>()).add(row.line);
        });
        return orders.values().stream().map(row -> row.with(Objects.requireNonNull(people.get(row.member)),
                row.bearer == null ? null : people.get(row.bearer),
                Objects.requireNonNull(lines.get(row.order)))).toList();
    }

    private record Row(long order, String code, long member, Clerk clerk, Instant at, long points, long paid, long refunded,
            @Nullable Instant backAt, @Nullable String backBy, @Nullable String why, @Nullable Long bearer, Line line) {
        Stream<Long> people() {
            return Stream.concat(Stream.of(member), Stream.ofNullable(bearer));
        }

        static Row read(ResultSet row) throws SQLException {
            Instant back = Sql.instant(row, 10);
            int quantity = row.getInt(16);
            return new Row(row.getLong(1), row.getString(2), row.getLong(3), new Clerk(row.getLong(4), row.getString(5)),
                    row.getTimestamp(6).toInstant(), row.getLong(7), row.getLong(8), row.getLong(9), back,
                    back == null ? null : row.getString(11), row.getString(12), Sql.id(row, 20),
                    new Line(new Thing(row.getString(13), row.getString(14), row.getString(15)), quantity,
                            quantity * row.getLong(17), row.getInt(18), row.getInt(19)));
        }

        HandOver with(Member whose, @Nullable Member bearer, List<Line> lines) {
            return new HandOver(order, code, whose, clerk, at, points, paid, refunded, backAt, backBy, why, bearer, lines);
        }
    }
}
