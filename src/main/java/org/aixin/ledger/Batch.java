package org.aixin.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What commands need to know before they are decided.
 *
 * @param referred the transfers that they refer to, by id
 * @param accounts the accounts that they concern
 * @param claims those that may stand in their way
 */
record Batch(Map<Long, Referred> referred, Accounts.Wanted accounts, Collection<Claim> claims) {
    /** The ids of the transfers that commands refer to. */
    static SortedSet<Long> referredBy(List<Command> commands) {
        SortedSet<Long> ids = new TreeSet<>();
        for (Command command : commands) {
            Long id = referredBy(command);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    static Batch of(List<Command> commands, Map<Long, Referred> referred) {
        SortedSet<AccountName> all = new TreeSet<>();
        SortedSet<AccountName> opened = new TreeSet<>();
        List<Claim> claims = new ArrayList<>();
        for (Command command : commands) {
            Long id = referredBy(command);
            Referred named = id == null ? null : referred.get(id);
            if (command instanceof Command.Move move) {
                want(all, opened, move.debit(), move.credit(), move.asset(), move.mayFallShort());
                claims.add(Claim.of(move.source(), move.asset(), Phase.MOVE));
            } else if (command instanceof Command.Hold hold) {
                want(all, opened, hold.debit(), hold.credit(), hold.asset(), false);
                claims.add(Claim.of(hold.source(), hold.asset(), Phase.HOLD));
            } else if (named != null) {
                for (Referred part : named.all()) {
                    all.add(new AccountName(part.debit(), part.asset()));
                    all.add(new AccountName(part.credit(), part.asset()));
                }
                claims.add(command instanceof Command.Reversal ? Claim.reversalOf(named) : Claim.endOf(named));
                claims.add(Claim.of(command.source(), named.asset(), Phase.MOVE));
            }
        }
        return new Batch(referred, new Accounts.Wanted(all, opened), claims);
    }

    /** The members whose points these commands may move. */
    Set<Owner> members() {
        return accounts.all().stream().filter(name -> name.asset() == Asset.POINTS).map(AccountName::owner)
                .filter(owner -> !owner.isSystem()).collect(Collectors.toSet());
    }

    /** The accounts with those of everybody who pools with them. */
    Accounts.Wanted with(Map<Owner, List<Owner>> mates) {
        SortedSet<AccountName> all = new TreeSet<>(accounts.all());
        mates.values().forEach(each -> each.forEach(mate -> all.add(new AccountName(mate, Asset.POINTS))));
        return new Accounts.Wanted(all, accounts.opened());
    }

    private static @Nullable Long referredBy(Command command) {
        if (command instanceof Command.Post post) {
            return post.hold();
        }
        if (command instanceof Command.Void given) {
            return given.hold();
        }
        if (command instanceof Command.Lapse lapse) {
            return lapse.hold();
        }
        return command instanceof Command.Reversal reversal ? reversal.transfer() : null;
    }

    /** Who receives, may come to owe, or is a system owner gets an account; who only gives must have one. */
    private static void want(SortedSet<AccountName> all, SortedSet<AccountName> opened, Owner debit, Owner credit, Asset asset,
            boolean mayOwe) {
        AccountName giver = new AccountName(debit, asset);
        AccountName taker = new AccountName(credit, asset);
        all.addAll(List.of(giver, taker));
        opened.add(taker);
        if (mayOwe || debit.isSystem()) {
            opened.add(giver);
        }
    }
}
