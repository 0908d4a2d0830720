package org.aixin.ledger;

import java.util.Map;

import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Outcome.Reason;
import org.aixin.ledger.Outcome.Refused;

import org.jspecify.annotations.Nullable;

/**
 * The rules of posting, without a database. It is given the purses as they stand and the transfers that the commands refer to,
 * decides the commands one after the other, and writes down what must be appended. A refused command leaves nothing.
 */
final class Posting {
    private final Purses purses;
    private final Map<Long, Referred> referred;
    private final Journal journal;

    Posting(Purses purses, Map<Long, Referred> referred, Journal journal) {
        this.purses = purses;
        this.referred = referred;
        this.journal = journal;
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
        if (journal.isClaimed(claim)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        Pool payers = purses.payers(move.debit(), move.credit(), move.asset());
        if (!move.mayFallShort() && payers.room() < move.amount()) {
            return new Refused(Reason.NOT_ENOUGH);
        }
        Journal.Voucher voucher = journal.open(move, move.asset(), claim);
        Purse credit = purses.known(move.credit(), move.asset());
        Pool.Draw draw = payers.draw(move.amount());
        if (payers.own() != null) {
            give(voucher, "", payers.own(), credit, draw.own(), draw.missing(), null);
        }
        takeParts(voucher, Phase.MOVE, draw, credit);
        settle(voucher, move.credit(), move.asset());
        return posted(voucher, move.amount(), draw.missing(), new Sides(move.debit(), move.credit(), move.asset()));
    }

    private Outcome hold(Command.Hold hold) {
        Claim claim = Claim.of(hold.source(), hold.asset(), Phase.HOLD);
        if (journal.isClaimed(claim)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        Pool payers = purses.payers(hold.debit(), hold.credit(), hold.asset());
        if (payers.room() < hold.amount()) {
            return new Refused(Reason.NOT_ENOUGH);
        }
        Journal.Voucher voucher = journal.open(hold, hold.asset(), claim);
        Purse credit = purses.known(hold.credit(), hold.asset());
        Pool.Draw draw = payers.draw(hold.amount());
        if (payers.own() != null && draw.own() > 0) {
            payers.own().own().hold(draw.own());
            voucher.append("", Phase.HOLD, payers.own().own(), credit.own(), draw.own(), null);
        }
        draw.parts().forEach(part -> part.mate().own().hold(part.amount()));
        takeParts(voucher, Phase.HOLD, draw, credit);
        return posted(voucher, hold.amount(), 0, new Sides(hold.debit(), hold.credit(), hold.asset()));
    }

    private void takeParts(Journal.Voucher voucher, Phase phase, Pool.Draw draw, Purse credit) {
        int number = 0;
        for (Pool.Part part : draw.parts()) {
            voucher.append(Source.mark(++number), phase, part.mate().own(), credit.own(), part.amount(), null);
        }
    }

    private Outcome reverse(Command.Reversal reversal) {
        Referred reversed = referred.get(reversal.transfer());
        if (reversed == null) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!reversed.phase().isReversible() || reversed.isReversal() || journal.isClaimed(Claim.reversalOf(reversed))) {
            return new Refused(Reason.ALREADY_REVERSED);
        }
        Claim claim = Claim.of(reversal.source(), reversed.asset(), Phase.MOVE);
        if (journal.isClaimed(claim)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        Journal.Voucher voucher = journal.open(reversal, reversed.asset(), claim);
        long amount = 0;
        long missing = 0;
        for (Referred part : reversed.all()) {
            amount += part.amount();
            missing += takeBack(voucher, part);
        }
        reversed.all().forEach(part -> settle(voucher, part.debit(), part.asset()));
        cover(voucher, reversed.credit(), reversed.asset());
        return posted(voucher, amount, missing, new Sides(reversed.credit(), reversed.debit(), reversed.asset()));
    }

    /** Answers what the receiver no longer has. */
    private long takeBack(Journal.Voucher voucher, Referred part) {
        voucher.claim(Claim.reversalOf(part));
        Purse debit = purses.known(part.credit(), part.asset());
        long given = Math.min(part.amount(), debit.own().available());
        give(voucher, part.mark(), debit, purses.known(part.debit(), part.asset()), given, part.amount() - given, part.id());
        return part.amount() - given;
    }

    /** Moves what there is; the rest is owed. */
    private static void give(Journal.Voucher voucher, String mark, Purse debit, Purse credit, long given, long missing,
            @Nullable Long reverses) {
        if (given > 0) {
            voucher.append(mark, Phase.MOVE, debit.own(), credit.own(), given, reverses);
        }
        if (missing > 0 && debit.owed() != null) {
            voucher.append(mark, Phase.SHORTFALL, debit.owed(), credit.own(), missing, given > 0 ? null : reverses);
        }
    }

    private Outcome end(Command command) {
        End end = End.of(command);
        Referred hold = referred.get(end.hold);
        if (hold == null || hold.phase() != Phase.HOLD || hold.deadline() == null) {
            return new Refused(Reason.UNKNOWN);
        }
        if (journal.isClaimed(Claim.endOf(hold))) {
            return new Refused(Reason.ALREADY_RESOLVED);
        }
        if (end.phase == Phase.POST && journal.at().isAfter(hold.deadline())) {
            return new Refused(Reason.PAST_DEADLINE);
        }
        if (end.phase == Phase.LAPSE && journal.at().isBefore(hold.deadline())) {
            return new Refused(Reason.NOT_DUE);
        }
        Claim claim = Claim.of(command.source(), hold.asset(), end.phase);
        if (journal.isClaimed(claim)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        Journal.Voucher voucher = journal.open(command, hold.asset(), claim);
        hold.all().forEach(part -> release(voucher, end.phase, part));
        hold.all().forEach(part -> settle(voucher, end.phase.moves() ? part.credit() : part.debit(), part.asset()));
        return posted(voucher, hold.all().stream().mapToLong(Referred::amount).sum(), 0,
                new Sides(hold.debit(), hold.credit(), hold.asset()));
    }

    private void release(Journal.Voucher voucher, Phase phase, Referred hold) {
        voucher.claim(Claim.endOf(hold));
        Purse debit = purses.known(hold.debit(), hold.asset());
        debit.own().hold(-hold.amount());
        voucher.append(hold.mark(), phase, debit.own(), purses.known(hold.credit(), hold.asset()).own(), hold.amount(),
                hold.id());
    }

    /** What became available settles what is owed first: one's own, then what the mates owe. */
    private void settle(Journal.Voucher voucher, Owner owner, Asset asset) {
        Purse payer = purses.known(owner, asset);
        purses.pool(owner, asset).purses().forEach(debtor -> voucher.settle(debtor, payer));
    }

    /** What was taken back and is gone is settled from what the mates have. */
    private void cover(Journal.Voucher voucher, Owner owner, Asset asset) {
        Purse debtor = purses.known(owner, asset);
        purses.pool(owner, asset).mates().forEach(mate -> voucher.settle(debtor, mate));
    }

    /** @param missing what was owed when it was written, some of which may have been settled since */
    private Posted posted(Journal.Voucher voucher, long amount, long missing, Sides sides) {
        long shortfall = missing == 0 ? 0 : Math.min(missing, purses.known(sides.debit, sides.asset).shortfall());
        return new Posted(voucher.first(), amount - shortfall, shortfall,
                purses.balance(sides.debit, sides.credit, sides.asset));
    }

    /** Whom a command concerns. */
    private record Sides(Owner debit, Owner credit, Asset asset) {
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
