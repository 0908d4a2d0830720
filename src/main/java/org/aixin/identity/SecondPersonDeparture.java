package org.aixin.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

/** What waits for a second person ends with its member and with whoever asked for it; what it named goes with it. */
@ApplicationScoped
class SecondPersonDeparture implements Departures {
    private final Sql sql;
    private final BusinessTime time;

    SecondPersonDeparture(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    @Override
    public void end(Member member, Person by) {
        sql.update("UPDATE second_person SET decision = 'WITHDRAWN', decided_at = ?, waiting = NULL, payload = NULL"
                + " WHERE waiting IS NOT NULL AND (member = ? OR asked_by = ?)", time.now(), member.id(), member.id());
    }

    @Override
    public void erase(Member member, Person by) {
        sql.update("UPDATE second_person SET reason = IF(decision = 'REFUSED', '…', NULL) WHERE member = ?", member.id());
    }
}
