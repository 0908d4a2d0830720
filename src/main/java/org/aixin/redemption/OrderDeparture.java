package org.aixin.redemption;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.Sql;

/** A person's reservations are cancelled; why their orders were taken back is erased. */
@ApplicationScoped
class OrderDeparture implements Departures {
    private final Orders orders;
    private final Sql sql;

    OrderDeparture(Orders orders, Sql sql) {
        this.orders = orders;
        this.sql = sql;
    }

    @Override
    public List<String> announced(Member member, Locale language) {
        int count = reserved(member).size();
        boolean english = language.getLanguage().equals("en");
        return count == 0
                ? List.of()
                : List.of(english
                        ? count + " reservations are cancelled and the goods go back on the shelf."
                        : "取消 " + count + " 张还没领的兑换单，物品放回货架。");
    }

    @Override
    public void end(Member member, Person by) {
        reserved(member).forEach(order -> orders.release(order, by.id()));
    }

    @Override
    public void erase(Member member, Person by) {
        sql.update("UPDATE orders SET reason = NULL WHERE member_id = ?", member.id());
    }

    private List<Long> reserved(Member member) {
        return sql.rows("SELECT id FROM orders WHERE member_id = ? AND status = 'RESERVED' ORDER BY id", row -> row.getLong(1),
                member.id());
    }
}
