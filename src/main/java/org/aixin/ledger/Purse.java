package org.aixin.ledger;

import org.jspecify.annotations.Nullable;

/** An owner's accounts of one asset: what is there and what is owed. A system owner owes nothing. */
record Purse(Account own, @Nullable Account owed) {
    long shortfall() {
        return owed == null ? 0 : -owed.balance();
    }
}
