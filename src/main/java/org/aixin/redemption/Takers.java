package org.aixin.redemption;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;

/** Who took the goods of orders home, for whoever follows goods to people. */
@ApplicationScoped
public class Takers {
    private static final int AT_ONCE = 1_000;
    private final Sql sql;

    Takers(Sql sql) {
        this.sql = sql;
    }

    /**
     * Who took an order.
     *
     * @param household the member's household, or the member where they have none: what is counted as one
     * @param unit name of the unit they live in
     */
    public record Taker(long order, long member, String name, long household, String unit, Instant at) {
    }

    /** Who took these orders, newest first; those that were not handed over are left out. */
    public List<Taker> of(Collection<Long> orders) {
        List<Long> ids = orders.stream().sorted((one, other) -> Long.compare(other, one)).toList();
        return IntStream.range(0, (ids.size() + AT_ONCE - 1) / AT_ONCE)
                .mapToObj(part -> ids.subList(part * AT_ONCE, Math.min(ids.size(), (part + 1) * AT_ONCE)))
                .flatMap(part -> some(part).stream()).toList();
    }

    private List<Taker> some(List<Long> orders) {
        return sql.rows(
                "SELECT o.id, m.id, m.name, COALESCE(m.household, m.id), u.name, o.collected_at FROM orders o"
                        + " JOIN member m ON m.id = o.member_id JOIN unit u ON u.id = m.unit WHERE o.collected_at IS NOT NULL"
                        + " AND o.id IN (" + Sql.marks(orders.size()) + ") ORDER BY o.id DESC",
                row -> new Taker(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4), row.getString(5),
                        row.getTimestamp(6).toInstant()),
                orders);
    }
}
