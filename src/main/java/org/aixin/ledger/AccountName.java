package org.aixin.ledger;

import java.util.Comparator;

/** What an account is found by. */
record AccountName(Owner owner, Asset asset) implements Comparable<AccountName> {
    private static final Comparator<AccountName> ORDER = Comparator.<AccountName, String>comparing(name -> name.owner.reference())
            .thenComparing(AccountName::asset);

    @Override
    public int compareTo(AccountName other) {
        return ORDER.compare(this, other);
    }
}
