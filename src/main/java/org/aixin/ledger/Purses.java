package org.aixin.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The purses that a batch concerns, and who may draw on whose. */
final class Purses {
    private final Map<AccountName, Purse> purses = new HashMap<>();
    private final Map<Owner, List<Owner>> mates;

    Purses(List<Account.Row> rows, Map<Owner, List<Owner>> mates) {
        this.mates = mates;
        Map<AccountName, Account> owed = new HashMap<>();
        rows.stream().filter(row -> row.side() == Side.OWED).forEach(row -> owed.put(row.name(), new Account(row)));
        rows.stream().filter(row -> row.side() == Side.OWN)
                .forEach(row -> purses.put(row.name(), new Purse(new Account(row), owed.get(row.name()))));
    }

    private @Nullable Purse purse(Owner owner, Asset asset) {
        return purses.get(new AccountName(owner, asset));
    }

    Purse known(Owner owner, Asset asset) {
        Purse purse = purse(owner, asset);
        if (purse == null) {
            throw new IllegalStateException("No account of " + owner + " for " + asset);
        }
        return purse;
    }

    /** Only points are pooled. */
    Pool pool(Owner owner, Asset asset) {
        List<Owner> others = asset == Asset.POINTS ? mates.getOrDefault(owner, List.of()) : List.of();
        return new Pool(purse(owner, asset),
                others.stream().map(mate -> purse(mate, asset)).filter(Objects::nonNull).map(Objects::requireNonNull).toList());
    }

    /** Those who pay: of what expires and of what is given to a mate, some pay nothing. */
    Pool payers(Owner debit, Owner credit, Asset asset) {
        return credit.equals(Owner.EXPIRED)
                ? new Pool(purse(debit, asset), List.of())
                : pool(debit, asset).without(known(credit, asset));
    }

    /** What the member concerned has afterwards, with the household: the giver where both are members. */
    long balance(Owner debit, Owner credit, Asset asset) {
        return pool(debit.isSystem() ? credit : debit, asset).balance();
    }

    /** The member accounts that changed, by id. */
    TreeMap<Long, Account> changed() {
        TreeMap<Long, Account> changed = new TreeMap<>();
        purses.values().stream().flatMap(purse -> Stream.concat(Stream.of(purse.own()), Stream.ofNullable(purse.owed())))
                .filter(Account::isChanged).forEach(account -> changed.put(account.id(), account));
        return changed;
    }
}
