package org.aixin.drill;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.TypedNames;
import org.aixin.kernel.Sql;

/** Who leaves is taken off the rolls that are open, and their name is masked where somebody typed it into a plan. */
@ApplicationScoped
class DrillDeparture implements Departures {
    private static final String KNOWN = "drill IN (SELECT id FROM drill WHERE unit IN " + TypedNames.KNOWN_IN + ")";
    private final Sql sql;
    private final TypedNames names;

    DrillDeparture(Sql sql, TypedNames names) {
        this.sql = sql;
        this.names = names;
    }

    @Override
    public void end(Member member, Person by) {
        sql.update("DELETE FROM drill_mark WHERE member = ? AND drill IN (SELECT id FROM drill WHERE closing_at IS NULL)",
                member.id());
    }

    @Override
    public void erase(Member member, Person by) {
        names.mask(member, "drill", "unit IN " + TypedNames.KNOWN_IN, "title", "place", "cancel_reason");
        names.mask(member, "drill_role", KNOWN, "name", "people");
        names.mask(member, "drill_step", KNOWN, "title", "who");
    }
}
