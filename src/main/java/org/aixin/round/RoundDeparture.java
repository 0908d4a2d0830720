package org.aixin.round;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.Sql;

/** Of somebody who leaves, rounds keep the answers and neither name nor phone, nor those of a guest who gave their phone. */
@ApplicationScoped
class RoundDeparture implements Departures {
    private final Sql sql;

    RoundDeparture(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void erase(Member member, Person by) {
        sql.update("UPDATE live_player SET name = CONCAT('*', RIGHT(id, 18)), phone = NULL, token = NULL WHERE member = ?"
                + " OR phone = ?", member.id(), member.phone());
    }
}
