package org.aixin.goods;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.Sql;

/** Who counted, and why slips were written, are words that somebody typed: a person's name in them is masked. */
@ApplicationScoped
class GoodsDeparture implements Departures {
    private final Sql sql;

    GoodsDeparture(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<String> announced(Member member, Locale language) {
        return List.of();
    }

    @Override
    public void end(Member member, Person by) {
        // what was booked stays booked
    }

    @Override
    public void erase(Member member, Person by) {
        for (String words : List.of("counted_by", "reason", "refusal")) {
            sql.update("UPDATE slip SET " + words + " = REPLACE(" + words + ", ?, ?) WHERE INSTR(" + words + ", ?) > 0"
                    + " AND shop_id IN (SELECT s.id FROM shop s JOIN unit u ON u.id = s.unit_id WHERE ? LIKE CONCAT(u.path, '%'))",
                    member.name(), member.maskedName(), member.name(), member.path());
        }
    }
}
