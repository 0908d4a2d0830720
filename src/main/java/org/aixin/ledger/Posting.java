package org.aixin.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Outcome.Reason;
import org.aixin.ledger.Outcome.Refused;

import org.jspecify.annotations.Nullable;

/**
 * The rules of posting, without a database. It is given the accounts as they stand, the transfers that the commands refer to and
 * the claims that were made, decides the commands one after the other, and gathers the transfers to append, the claims they need
 * and the changed accounts. A refused command leaves nothing.
 */
final class Posting {
    private final Instant at;
    private final Map<AccountName, Purse> purses;
    private final Map<Long, Referred> referred;
    private final Set<Claim> claimed;
    private final LongSupplier ids;
    private final SortedSet<Claim> claims = new TreeSet<>();
    private final List<Transfer> transfers = new ArrayList<>();

    Posting(Instant at, Map<AccountName, Purse> purses, Map<Long, Referred> referred, Set<Claim> claimed, LongSupplier ids) {
        this.at = at;
        this.purses = purses;
        this.referred = referred;
        this.claimed = claimed;
        this.ids = ids;
    }

    Outcome decide(Command command) {
        if (command instanceof Command.Move move) {
            return move(move);
        }
        if (command instanceof Command.Hold hold) {
            return hold(hold);
        }
        if (command instanceof Command.Reversal reversal) {
            return reverse(reversal);
        }
        return end(command);
    }

    private Outcome move(Command.Move move) {
        Claim claim = Claim.of(move.source(), move.asset(), Phase.MOVE);
        if (isClaimed(claim)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        Purse debit = purse(move.debit(), move.asset());
        if (debit == null || (!move.mayFallShort() && debit.own().available() < move.amount())) {
            return new Refused(Reason.NOT_ENOUGH);
        }
        claims.add(claim);
        return transfer(new Draft(move, move.asset(), null), debit, known(move.credit(), move.asset()), move.amount());
    }

    private Outcome reverse(Command.Reversal reversal) {
        Referred reversed = referred.get(reversal.transfer());
        if (reversed == null) {
            return new Refused(Reason.UNKNOWN);
        }
        Claim once = Claim.reversalOf(reversed);
        if (!reversed.phase().isReversible() || reversed.isReversal() || isClaimed(once)) {
            return new Refused(Reason.ALREADY_REVERSED);
        }
        Claim claim = Claim.of(reversal.source(), reversed.asset(), Phase.MOVE);
        if (isClaimed(claim)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        claims.add(once);
        claims.add(claim);
        return transfer(new Draft(reversal, reversed.asset(), reversed.id()), known(reversed.credit(), reversed.asset()),
                known(reversed.debit(), reversed.asset()), reversed.amount());
    }

    /** Moves what there is; the rest is owed. */
    private Posted transfer(Draft draft, Purse debit, Purse credit, long amount) {
        long given = Math.min(amount, debit.own().available());
        long shortfall = amount - given;
        long id = given > 0 ? append(draft, Phase.MOVE, debit.own(), credit.own(), given, draft.reverses) : 0;
        if (shortfall > 0 && debit.owed() != null) {
            long owed = append(draft, Phase.SHORTFALL, debit.owed(), credit.own(), shortfall, id == 0 ? draft.reverses : null);
            id = id == 0 ? owed : id;
        }
        settle(draft, credit);
        return new Posted(id, given, shortfall, balance(debit, credit));
    }

    private Outcome hold(Command.Hold hold) {
        Claim claim = Claim.of(hold.source(), hold.asset(), Phase.HOLD);
        if (isClaimed(claim)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        Purse debit = purse(hold.debit(), hold.asset());
        if (debit == null || debit.own().available() < hold.amount()) {
            return new Refused(Reason.NOT_ENOUGH);
        }
        claims.add(claim);
        Purse credit = known(hold.credit(), hold.asset());
        debit.own().hold(hold.amount());
        long id = append(new Draft(hold, hold.asset(), null), Phase.HOLD, debit.own(), credit.own(), hold.amount(), null);
        return new Posted(id, hold.amount(), 0, balance(debit, credit));
    }

    private Outcome end(Command command) {
        End end = End.of(command);
        Referred hold = referred.get(end.hold);
        if (hold == null || hold.phase() != Phase.HOLD || hold.deadline() == null) {
            return new Refused(Reason.UNKNOWN);
        }
        Claim once = Claim.endOf(hold);
        if (isClaimed(once)) {
            return new Refused(Reason.ALREADY_RESOLVED);
        }
        if (end.phase == Phase.POST && at.isAfter(hold.deadline())) {
            return new Refused(Reason.PAST_DEADLINE);
        }
        if (end.phase == Phase.LAPSE && at.isBefore(hold.deadline())) {
            return new Refused(Reason.NOT_DUE);
        }
        Claim claim = Claim.of(command.source(), hold.asset(), end.phase);
        if (isClaimed(claim)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        claims.add(once);
        claims.add(claim);
        return release(new Draft(command, hold.asset(), null), end.phase, hold);
    }

    private Posted release(Draft draft, Phase phase, Referred hold) {
        Purse debit = known(hold.debit(), hold.asset());
        Purse credit = known(hold.credit(), hold.asset());
        debit.own().hold(-hold.amount());
        long id = append(draft, phase, debit.own(), credit.own(), hold.amount(), hold.id());
        settle(draft, phase.moves() ? credit : debit);
        return new Posted(id, hold.amount(), 0, balance(debit, credit));
    }

    /** What became available settles what is owed first. */
    private void settle(Draft draft, Purse purse) {
        Claim claim = Claim.of(draft.command.source(), draft.asset, Phase.SETTLE);
        if (purse.owed() != null && purse.due() > 0 && !isClaimed(claim)) {
            append(draft, Phase.SETTLE, purse.own(), purse.owed(), purse.due(), null);
        }
    }

    /** @param names the hold that a transfer ends or the transfer that it reverses */
    private long append(Draft draft, Phase phase, Account debit, Account credit, long amount, @Nullable Long names) {
        if (phase.moves()) {
            debit.give(amount);
            credit.take(amount);
        }
        long id = nextId(debit, credit);
        debit.seen(id);
        credit.seen(id);
        boolean ends = phase == Phase.POST || phase == Phase.VOID || phase == Phase.LAPSE;
        Instant deadline = draft.command instanceof Command.Hold hold ? hold.deadline() : null;
        Source source = draft.command.source();
        claims.add(Claim.of(source, draft.asset, phase));
        transfers.add(new Transfer(id, debit.id(), credit.id(), draft.asset, amount, phase, ends ? names : null,
                ends ? null : names, source, draft.command.actor(), at, deadline, debit.after(), credit.after()));
        return id;
    }

    /** Ids of an account's transfers rise, even where another node's clock, which made the last one, runs ahead. */
    private long nextId(Account debit, Account credit) {
        long id = ids.getAsLong();
        long last = Math.max(debit.lastTransfer(), credit.lastTransfer());
        return id > last ? id : last + 1 + ThreadLocalRandom.current().nextInt(1024);
    }

    private boolean isClaimed(Claim claim) {
        return claimed.contains(claim) || claims.contains(claim);
    }

    private @Nullable Purse purse(Owner owner, Asset asset) {
        return purses.get(new AccountName(owner, asset));
    }

    private Purse known(Owner owner, Asset asset) {
        Purse purse = purse(owner, asset);
        if (purse == null) {
            throw new IllegalStateException("No account of " + owner + " for " + asset);
        }
        return purse;
    }

    private static long balance(Purse debit, Purse credit) {
        return debit.own().isSystem() ? credit.own().balance() : debit.own().balance();
    }

    /** The claims that must be won before anything is appended. */
    SortedSet<Claim> claims() {
        return claims;
    }

    /** The transfers to append, in the order in which they happened. */
    List<Transfer> transfers() {
        return transfers;
    }

    /** The member accounts that changed, by id. */
    TreeMap<Long, Account> changed() {
        TreeMap<Long, Account> changed = new TreeMap<>();
        for (Purse purse : purses.values()) {
            for (Account account : purse.owed() == null ? List.of(purse.own()) : List.of(purse.own(), purse.owed())) {
                if (account.isChanged()) {
                    changed.put(account.id(), account);
                }
            }
        }
        return changed;
    }

    /** What the transfers of one command have in common. */
    private record Draft(Command command, Asset asset, @Nullable Long reverses) {
    }

    /** A command that ends a hold. */
    private record End(Phase phase, long hold) {
        static End of(Command command) {
            if (command instanceof Command.Post post) {
                return new End(Phase.POST, post.hold());
            }
            if (command instanceof Command.Void given) {
                return new End(Phase.VOID, given.hold());
            }
            if (command instanceof Command.Lapse lapse) {
                return new End(Phase.LAPSE, lapse.hold());
            }
            throw new IllegalArgumentException("Ends no hold: " + command);
        }
    }
}
