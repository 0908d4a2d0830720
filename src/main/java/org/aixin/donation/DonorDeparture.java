package org.aixin.donation;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.Sql;

/** Donors' names are words that somebody typed: those that are the person's are masked in their village and above, and not shown. */
@ApplicationScoped
class DonorDeparture implements Departures {
    private final Sql sql;

    DonorDeparture(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<String> announced(Member member, Locale language) {
        return List.of();
    }

    @Override
    public void end(Member member, Person by) {
        // a donation stays a donation
    }

    @Override
    public void erase(Member member, Person by) {
        // with the number behind it no two donors of a unit get one name
        sql.update(
                "UPDATE donor SET named = FALSE, name = CONCAT(LEFT(REPLACE(name, ?, ?), 40), ' ', id) WHERE INSTR(name, ?) > 0"
                        + " AND unit_id IN (SELECT id FROM unit WHERE ? LIKE CONCAT(path, '%'))",
                member.name(), member.maskedName(),
                member.name(), member.path());
        for (String words : List.of("note", "event")) {
            sql.update("UPDATE donation SET " + words + " = REPLACE(" + words + ", ?, ?) WHERE INSTR(" + words + ", ?) > 0"
                    + " AND donor_id IN (SELECT o.id FROM donor o JOIN unit u ON u.id = o.unit_id WHERE ? LIKE CONCAT(u.path, '%'))",
                    member.name(), member.maskedName(), member.name(), member.path());
        }
    }
}
