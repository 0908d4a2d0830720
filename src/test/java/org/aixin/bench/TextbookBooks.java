package org.aixin.bench;

import java.util.List;

import org.aixin.kernel.Sql;

/** What the control's rows say. */
final class TextbookBooks {
    private static final String GONE = "(SELECT COUNT(*) FROM textbook_departure d JOIN textbook_order o ON o.id = d.of_order"
            + " WHERE o.goods = g.id)";
    private final Sql sql;

    TextbookBooks(Sql sql) {
        this.sql = sql;
    }

    /** @param stocks how many there were of each goods */
    Books read(List<Integer> stocks, int points) {
        return new Books(
                sql.rows("SELECT g.id - 1, g.stock, " + GONE + " FROM textbook_goods g",
                        row -> shelf(row.getInt(1), stocks.get(row.getInt(1)), row.getInt(2), row.getInt(3))),
                sql.rows("SELECT o.id, o.member, o.goods - 1, o.collected,"
                        + " (SELECT COUNT(*) FROM textbook_departure d WHERE d.of_order = o.id) FROM textbook_order o",
                        row -> new Books.Order(row.getLong(1), row.getLong(2), row.getLong(3), 1,
                                row.getBoolean(4) ? Books.Status.COLLECTED : Books.Status.RESERVED, row.getInt(5))),
                sql.rows("SELECT m.id, m.points, (SELECT COUNT(*) FROM textbook_order o WHERE o.member = m.id)"
                        + " FROM textbook_member m",
                        row -> new Books.Purse(row.getLong(1), points - row.getInt(2), row.getLong(3))),
                List.of());
    }

    private static Books.Shelf shelf(int goods, int stocked, int left, int gone) {
        return new Books.Shelf(goods, stocked, left, stocked - gone, stocked - gone);
    }
}
