package org.aixin.household;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Belongings;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

/** What there is to take from a member or a household. */
@ApplicationScoped
class HouseholdBelongings implements Belongings {
    private static final String SHARED = "SELECT 1 FROM household h" + PoolingSql.joins("h.unit") + " WHERE h.id = ? AND "
            + PoolingSql.POOLED + " AND EXISTS (SELECT 1 FROM member m WHERE m.household = h.id)";
    private final Sql sql;
    private final Ledger ledger;

    HouseholdBelongings(Sql sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    @Override
    public boolean isShared(long household) {
        return sql.first(SHARED, row -> 1, household).isPresent();
    }

    @Override
    public boolean hasPoints(long member) {
        Owner owner = Owner.member(member);
        return ledger.firstAt(owner, Asset.POINTS).isPresent() || ledger.spendable(owner) > 0;
    }
}
