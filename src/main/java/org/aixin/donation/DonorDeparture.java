package org.aixin.donation;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.TypedNames;
import org.aixin.kernel.Sql;

/** Donors' names are words that somebody typed: those that are the person's are masked in their village and above, and not shown. */
@ApplicationScoped
class DonorDeparture implements Departures {
    private final Sql sql;
    private final TypedNames names;

    DonorDeparture(Sql sql, TypedNames names) {
        this.sql = sql;
        this.names = names;
    }

    @Override
    public void erase(Member member, Person by) {
        // with the number behind it no two donors of a unit get one name
        sql.update(
                "UPDATE donor SET named = FALSE, name = CONCAT(LEFT(REPLACE(name, ?, ?), 40), ' ', id) WHERE INSTR(name, ?) > 0"
                        + " AND unit_id IN " + TypedNames.KNOWN_IN,
                member.name(), member.maskedName(),
                member.name(), member.path());
        names.mask(member, "donation", "donor_id IN (SELECT id FROM donor WHERE unit_id IN " + TypedNames.KNOWN_IN + ")", "note",
                "event");
    }
}
