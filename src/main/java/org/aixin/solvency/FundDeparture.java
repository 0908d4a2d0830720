package org.aixin.solvency;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.Sql;

/** Donors' names are words that somebody typed: those that are the person's are masked in the funds of their village and above. */
@ApplicationScoped
class FundDeparture implements Departures {
    private final Sql sql;

    FundDeparture(Sql sql) {
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
        sql.update("UPDATE fund_entry SET words = REPLACE(words, ?, ?) WHERE INSTR(words, ?) > 0"
                + " AND unit IN (SELECT id FROM unit WHERE ? LIKE CONCAT(path, '%'))", member.name(), member.maskedName(),
                member.name(), member.path());
    }
}
