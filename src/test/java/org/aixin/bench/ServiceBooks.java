package org.aixin.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aixin.kernel.Sql;

/** What the product's rows say of one shop. */
final class ServiceBooks {
    private final Sql sql;
    private final ServiceCounter counter;
    private final Map<Long, Long> given;

    /** @param given how many points each member was ever given */
    ServiceBooks(Sql sql, ServiceCounter counter, Map<Long, Long> given) {
        this.sql = sql;
        this.counter = counter;
        this.given = given;
    }

    Books read(List<String> ledger) {
        Map<Long, Integer> numbers = new HashMap<>();
        for (int i = 0; i < counter.goods().size(); i++) {
            numbers.put(counter.goods().get(i).id(), i);
        }
        return new Books(shelves(numbers), orders(numbers), purses(), ledger);
    }

    private List<Books.Shelf> shelves(Map<Long, Integer> numbers) {
        return sql.rows("SELECT s.goods_id, s.on_hand, s.held, SUM(e.quantity), SUM(IF(e.why = 'IN', e.quantity, 0))"
                + " FROM stock s JOIN stock_entry e ON e.shop_id = s.shop_id AND e.goods_id = s.goods_id WHERE s.shop_id = ?"
                + " GROUP BY s.goods_id, s.on_hand, s.held",
                row -> new Books.Shelf(numbers.get(row.getLong(1)), row.getInt(5), row.getInt(2) - row.getInt(3), row.getInt(2),
                        row.getInt(4)),
                counter.shop().id());
    }

    private List<Books.Order> orders(Map<Long, Integer> numbers) {
        Map<Long, Integer> departures = new HashMap<>();
        sql.rows("SELECT reference, COUNT(*) FROM stock_entry WHERE shop_id = ? AND why = 'COLLECT' GROUP BY reference",
                row -> departures.put(row.getLong(1), row.getInt(2)), counter.shop().id());
        return sql.rows("SELECT o.id, o.member_id, l.goods_id, l.quantity, o.status FROM orders o JOIN order_line l"
                + " ON l.order_id = o.id WHERE o.shop_id = ?",
                row -> new Books.Order(row.getLong(1), row.getLong(2), numbers.get(row.getLong(3)), row.getInt(4),
                        Books.Status.valueOf(row.getString(5)), departures.getOrDefault(row.getLong(1), 0)),
                counter.shop().id());
    }

    private List<Books.Purse> purses() {
        Map<Long, Long> owed = new HashMap<>();
        sql.rows("SELECT member_id, SUM(points) FROM orders WHERE status IN ('RESERVED', 'COLLECTED') GROUP BY member_id",
                row -> owed.put(row.getLong(1), row.getLong(2)));
        List<Books.Purse> purses = new ArrayList<>();
        sql.rows("SELECT SUBSTRING(a.owner, 8), b.balance - b.held FROM account a JOIN account_balance b ON b.account_id = a.id"
                + " WHERE a.asset = 'POINTS' AND a.side = 'OWN' AND a.owner LIKE 'member:%'",
                row -> purses.add(new Books.Purse(row.getLong(1), given.getOrDefault(row.getLong(1), 0L) - row.getLong(2),
                        owed.getOrDefault(row.getLong(1), 0L))));
        return purses;
    }
}
