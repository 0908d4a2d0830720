package org.aixin.redemption;

import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Goods;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.redemption.Order.Item;

import org.jspecify.annotations.Nullable;

/** Counts what each member takes of limited goods in a month; the guarded row decides, whichever node asks. */
@ApplicationScoped
class MonthlyLimits {
    private final Sql sql;
    private final BusinessTime time;

    MonthlyLimits(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** Counts an order, or nothing of it and names the goods that the member has had enough of this month. */
    @Nullable
    Goods take(Order order) {
        List<Item> limited = limited(order);
        for (int i = 0; i < limited.size(); i++) {
            if (!fits(order, limited.get(i))) {
                limited.subList(0, i).forEach(line -> add(order, line.goods(), -line.quantity()));
                return limited.get(i).goods();
            }
        }
        return null;
    }

    /** The goods of which the order would be too much this month; counts nothing. */
    @Nullable
    Goods before(Order order) {
        return limited(order).stream().filter(line -> line.goods().monthlyLimit() != null
                && taken(order, line.goods()) + line.quantity() > line.goods().monthlyLimit()).map(Item::goods).findFirst()
                .orElse(null);
    }

    /** How many of these goods the member has taken in the month of this order. */
    int taken(Order order, Goods goods) {
        return sql.first("SELECT quantity FROM monthly_take WHERE member_id = ? AND goods_id = ? AND month = ?",
                row -> row.getInt(1),
                order.member().id(), goods.id(), month(order)).orElse(0);
    }

    /** Counts an order no longer that was taken a moment ago and comes to nothing. */
    void undo(Order order) {
        limited(order).forEach(line -> add(order, line.goods(), -line.quantity()));
    }

    /** Counts an order no longer; what was reserved before there was a limit never counted. */
    void giveBack(Order order) {
        sql.update("UPDATE monthly_take t JOIN order_line l ON l.goods_id = t.goods_id"
                + " SET t.quantity = GREATEST(t.quantity - l.quantity, 0)"
                + " WHERE l.order_id = ? AND l.counted AND t.member_id = ? AND t.month = ?", order.id(), order.member().id(),
                month(order));
    }

    private static List<Item> limited(Order order) {
        return order.lines().stream().filter(Item::isLimited).toList();
    }

    private boolean fits(Order order, Item line) {
        sql.update("INSERT IGNORE INTO monthly_take (member_id, goods_id, month, quantity) VALUES (?,?,?,0)", order.member().id(),
                line.goods().id(), month(order));
        return sql.update("UPDATE monthly_take SET quantity = quantity + ? WHERE member_id = ? AND goods_id = ? AND month = ?"
                + " AND quantity + ? <= ?", line.quantity(), order.member().id(), line.goods().id(), month(order),
                line.quantity(),
                line.goods().monthlyLimit()) == 1;
    }

    private void add(Order order, Goods goods, int quantity) {
        sql.update(
                "UPDATE monthly_take SET quantity = GREATEST(quantity + ?, 0) WHERE member_id = ? AND goods_id = ? AND month = ?",
                quantity, order.member().id(), goods.id(), month(order));
    }

    private String month(Order order) {
        return YearMonth.from(time.day(order.madeAt())).toString();
    }
}
