package org.aixin.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Outcome.Reason;
import org.aixin.ledger.Outcome.Refused;

/** A plain model of the ledger, written apart from it: figures in a map, no claims, no transfers, no database. */
final class Model {
    private static final class Figures {
        long balance;
        long held;
        long owed;
    }

    private record Deed(Asset asset, Owner debit, Owner credit, long amount, boolean isHold, boolean isReversible,
            Instant deadline) {
    }

    private final Map<String, Figures> figures = new HashMap<>();
    private final Map<Long, Deed> deeds = new HashMap<>();
    private final Set<Object> once = new HashSet<>();

    Balance balance(Owner owner, Asset asset) {
        Figures one = of(owner, asset);
        return new Balance(one.balance, one.held, one.owed);
    }

    /** What must come of a command; the transfer's id, unknown here, is 0. */
    Outcome expect(Command command, Instant now) {
        if (command instanceof Command.Move move) {
            String key = "MOVE" + move.source() + move.asset();
            if (once.contains(key)) {
                return new Refused(Reason.ALREADY_DONE);
            }
            if (!move.mayFallShort() && available(move.debit(), move.asset()) < move.amount()) {
                return new Refused(Reason.NOT_ENOUGH);
            }
            once.add(key);
            return give(move.source(), move.asset(), move.debit(), move.credit(), move.amount());
        }
        if (command instanceof Command.Hold hold) {
            String key = "HOLD" + hold.source() + hold.asset();
            if (once.contains(key)) {
                return new Refused(Reason.ALREADY_DONE);
            }
            if (available(hold.debit(), hold.asset()) < hold.amount()) {
                return new Refused(Reason.NOT_ENOUGH);
            }
            once.add(key);
            of(hold.debit(), hold.asset()).held += hold.debit().isSystem() ? 0 : hold.amount();
            return new Posted(0, hold.amount(), 0, concerned(hold.asset(), hold.debit(), hold.credit()));
        }
        if (command instanceof Command.Reversal reversal) {
            Deed deed = deeds.get(reversal.transfer());
            if (deed == null) {
                return new Refused(Reason.UNKNOWN);
            }
            if (!deed.isReversible || once.contains(reversal.transfer())) {
                return new Refused(Reason.ALREADY_REVERSED);
            }
            if (!once.add("MOVE" + reversal.source() + deed.asset)) {
                return new Refused(Reason.ALREADY_DONE);
            }
            once.add(reversal.transfer());
            return give(reversal.source(), deed.asset, deed.credit, deed.debit, deed.amount);
        }
        if (command instanceof Command.Post post) {
            return end(command, "POST", post.hold(), now);
        }
        return command instanceof Command.Void given
                ? end(command, "VOID", given.hold(), now)
                : end(command, "LAPSE", ((Command.Lapse) command).hold(), now);
    }

    private Outcome end(Command command, String phase, long id, Instant now) {
        Deed hold = deeds.get(id);
        if (hold == null || !hold.isHold) {
            return new Refused(Reason.UNKNOWN);
        }
        if (once.contains(id)) {
            return new Refused(Reason.ALREADY_RESOLVED);
        }
        if (phase.equals("POST") && now.isAfter(hold.deadline)) {
            return new Refused(Reason.PAST_DEADLINE);
        }
        if (phase.equals("LAPSE") && now.isBefore(hold.deadline)) {
            return new Refused(Reason.NOT_DUE);
        }
        if (!once.add(phase + command.source() + hold.asset)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        once.add(id);
        of(hold.debit, hold.asset).held -= hold.debit.isSystem() ? 0 : hold.amount;
        if (phase.equals("POST")) {
            of(hold.debit, hold.asset).balance -= hold.amount;
            of(hold.credit, hold.asset).balance += hold.amount;
        }
        settle(command.source(), hold.asset, phase.equals("POST") ? hold.credit : hold.debit);
        return new Posted(0, hold.amount, 0, concerned(hold.asset, hold.debit, hold.credit));
    }

    private Posted give(Source source, Asset asset, Owner debit, Owner credit, long amount) {
        long given = Math.min(amount, available(debit, asset));
        of(debit, asset).balance -= given;
        of(debit, asset).owed += amount - given;
        of(credit, asset).balance += amount;
        settle(source, asset, credit);
        return new Posted(0, given, amount - given, concerned(asset, debit, credit));
    }

    private void settle(Source source, Asset asset, Owner owner) {
        Figures one = of(owner, asset);
        long due = Math.min(one.owed, one.balance - one.held);
        if (!owner.isSystem() && due > 0 && once.add("SETTLE" + source + asset)) {
            one.balance -= due;
            one.owed -= due;
        }
    }

    /** What was done is known by this id from now on. */
    void learn(Command command, long id) {
        if (command instanceof Command.Move move) {
            deeds.put(id, new Deed(move.asset(), move.debit(), move.credit(), move.amount(), false, true, Instant.MAX));
        } else if (command instanceof Command.Hold hold) {
            deeds.put(id, new Deed(hold.asset(), hold.debit(), hold.credit(), hold.amount(), true, false, hold.deadline()));
        } else if (command instanceof Command.Post post) {
            Deed hold = Objects.requireNonNull(deeds.get(post.hold()));
            deeds.put(id, new Deed(hold.asset, hold.debit, hold.credit, hold.amount, false, true, Instant.MAX));
        } else if (command instanceof Command.Void || command instanceof Command.Lapse) {
            deeds.put(id, new Deed(Asset.POINTS, Owner.ISSUER, Owner.REDEEMED, 0, false, false, Instant.MAX));
        } else if (command instanceof Command.Reversal reversal) {
            Deed deed = Objects.requireNonNull(deeds.get(reversal.transfer()));
            deeds.put(id, new Deed(deed.asset, deed.credit, deed.debit, deed.amount, false, false, Instant.MAX));
        }
    }

    private long available(Owner owner, Asset asset) {
        Figures one = of(owner, asset);
        return owner.isSystem() ? Long.MAX_VALUE : one.balance - one.held;
    }

    private long concerned(Asset asset, Owner debit, Owner credit) {
        return !debit.isSystem() ? of(debit, asset).balance : credit.isSystem() ? 0 : of(credit, asset).balance;
    }

    private Figures of(Owner owner, Asset asset) {
        return figures.computeIfAbsent(owner + asset.name(), name -> new Figures());
    }
}
