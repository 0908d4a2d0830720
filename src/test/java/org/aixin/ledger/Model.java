package org.aixin.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** @param given who gave how much: in a pool, several */
    private record Deed(Asset asset, Owner asked, Map<Owner, Long> given, Owner credit, boolean isHold, boolean isReversible,
            Instant deadline) {
        long amount() {
            return given.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final Map<String, Figures> figures = new HashMap<>();
    private final Map<Long, Deed> deeds = new HashMap<>();
    private final Map<Command, Deed> done = new HashMap<>();
    private final Set<Object> once = new HashSet<>();
    private Map<Owner, List<Owner>> mates = Map.of();

    /** From now on these pool their points. */
    void pool(Map<Owner, List<Owner>> now) {
        mates = now;
    }

    Balance balance(Owner owner, Asset asset) {
        Figures one = of(owner, asset);
        return new Balance(one.balance, one.held, one.owed);
    }

    /** What must come of a command; the transfer's id, unknown here, is 0. */
    Outcome expect(Command command, Instant now) {
        if (command instanceof Command.Move move) {
            return move(move);
        }
        if (command instanceof Command.Hold hold) {
            return hold(hold);
        }
        if (command instanceof Command.Reversal reversal) {
            return reverse(reversal);
        }
        if (command instanceof Command.Post post) {
            return end(command, "POST", post.hold(), now);
        }
        return command instanceof Command.Void given
                ? end(command, "VOID", given.hold(), now)
                : end(command, "LAPSE", ((Command.Lapse) command).hold(), now);
    }

    private Outcome move(Command.Move move) {
        String key = "MOVE" + move.source() + move.asset();
        if (once.contains(key)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        if (!move.mayFallShort() && room(move.debit(), move.credit(), move.asset()) < move.amount()) {
            return new Refused(Reason.NOT_ENOUGH);
        }
        once.add(key);
        boolean settles = maySettle(move.source(), move.asset());
        Map<Owner, Long> given = draw(move.debit(), move.credit(), move.asset(), move.amount());
        given.forEach((owner, part) -> of(owner, move.asset()).balance -= part);
        long missing = move.amount() - given.values().stream().mapToLong(Long::longValue).sum();
        if (missing > 0) {
            of(move.debit(), move.asset()).owed += missing;
            Map<Owner, Long> others = new LinkedHashMap<>(given);
            given.clear();
            given.put(move.debit(), missing + Objects.requireNonNullElse(others.remove(move.debit()), 0L));
            given.putAll(others);
        }
        of(move.credit(), move.asset()).balance += move.amount();
        if (settles) {
            settle(move.source(), move.asset(), move.credit());
        }
        done.put(move, new Deed(move.asset(), move.debit(), given, move.credit(), false, true, Instant.MAX));
        return posted(move.asset(), move.debit(), move.credit(), move.amount(), missing);
    }

    private Outcome hold(Command.Hold hold) {
        String key = "HOLD" + hold.source() + hold.asset();
        if (once.contains(key)) {
            return new Refused(Reason.ALREADY_DONE);
        }
        if (room(hold.debit(), hold.credit(), hold.asset()) < hold.amount()) {
            return new Refused(Reason.NOT_ENOUGH);
        }
        once.add(key);
        Map<Owner, Long> given = draw(hold.debit(), hold.credit(), hold.asset(), hold.amount());
        given.forEach((owner, part) -> of(owner, hold.asset()).held += owner.isSystem() ? 0 : part);
        done.put(hold, new Deed(hold.asset(), hold.debit(), given, hold.credit(), true, false, hold.deadline()));
        return posted(hold.asset(), hold.debit(), hold.credit(), hold.amount(), 0);
    }

    private Outcome reverse(Command.Reversal reversal) {
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
        boolean settles = maySettle(reversal.source(), deed.asset);
        long missing = 0;
        for (Map.Entry<Owner, Long> part : deed.given.entrySet()) {
            long there = Math.min(part.getValue(), available(deed.credit, deed.asset));
            missing += part.getValue() - there;
            of(deed.credit, deed.asset).balance -= there;
            of(deed.credit, deed.asset).owed += part.getValue() - there;
            of(part.getKey(), deed.asset).balance += part.getValue();
        }
        if (settles) {
            deed.given.keySet().forEach(owner -> settle(reversal.source(), deed.asset, owner));
            for (Owner mate : mates(deed.credit, deed.asset)) {
                pay(reversal.source(), deed.asset, mate, deed.credit);
            }
        }
        done.put(reversal, new Deed(deed.asset, deed.asked, deed.given, deed.credit, false, false, Instant.MAX));
        Owner to = deed.given.keySet().iterator().next();
        return posted(deed.asset, deed.credit, to, deed.amount(), missing);
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
        boolean settles = maySettle(command.source(), hold.asset);
        boolean posts = phase.equals("POST");
        hold.given.forEach((owner, part) -> {
            of(owner, hold.asset).held -= owner.isSystem() ? 0 : part;
            of(owner, hold.asset).balance -= posts ? part : 0;
            of(hold.credit, hold.asset).balance += posts ? part : 0;
        });
        if (settles) {
            (posts ? List.of(hold.credit) : hold.given.keySet())
                    .forEach(owner -> settle(command.source(), hold.asset, owner));
        }
        done.put(command, new Deed(hold.asset, hold.asked, hold.given, hold.credit, false, posts, Instant.MAX));
        return posted(hold.asset, hold.given.keySet().iterator().next(), hold.credit, hold.amount(), 0);
    }

    private boolean maySettle(Source source, Asset asset) {
        return !once.contains("SETTLE" + source + asset);
    }

    /** What an owner has pays what the owner owes, then what the others owe. */
    private void settle(Source source, Asset asset, Owner owner) {
        pay(source, asset, owner, owner);
        mates(owner, asset).forEach(mate -> pay(source, asset, owner, mate));
    }

    private void pay(Source source, Asset asset, Owner payer, Owner debtor) {
        long due = payer.isSystem() ? 0 : Math.min(of(debtor, asset).owed, available(payer, asset));
        if (due > 0) {
            of(payer, asset).balance -= due;
            of(debtor, asset).owed -= due;
            once.add("SETTLE" + source + asset);
        }
    }

    /** What was done is known by this id from now on. */
    void learn(Command command, long id) {
        deeds.put(id, Objects.requireNonNull(done.get(command)));
    }

    private List<Owner> mates(Owner owner, Asset asset) {
        return asset == Asset.POINTS ? mates.getOrDefault(owner, List.of()) : List.of();
    }

    private List<Owner> payers(Owner debit, Owner credit, Asset asset) {
        List<Owner> payers = new ArrayList<>(List.of(debit));
        if (!credit.equals(Owner.EXPIRED)) {
            mates(debit, asset).stream().filter(mate -> !mate.equals(credit)).forEach(payers::add);
        }
        return payers;
    }

    private long room(Owner debit, Owner credit, Asset asset) {
        long room = 0;
        for (Owner payer : payers(debit, credit, asset)) {
            room += available(payer, asset) - (payer.equals(debit) ? 0 : of(payer, asset).owed);
        }
        return room;
    }

    private Map<Owner, Long> draw(Owner debit, Owner credit, Asset asset, long amount) {
        Map<Owner, Long> given = new LinkedHashMap<>();
        long left = amount;
        for (Owner payer : payers(debit, credit, asset)) {
            long part = Math.min(left, available(payer, asset));
            if (part > 0) {
                given.put(payer, part);
                left -= part;
            }
        }
        return given;
    }

    private long available(Owner owner, Asset asset) {
        Figures one = of(owner, asset);
        return owner.isSystem() ? Long.MAX_VALUE : one.balance - one.held;
    }

    private Posted posted(Asset asset, Owner debit, Owner credit, long amount, long missing) {
        long shortfall = Math.min(missing, of(debit, asset).owed);
        Owner concerned = debit.isSystem() ? credit : debit;
        long balance = concerned.isSystem() ? 0 : of(concerned, asset).balance;
        for (Owner mate : mates(concerned, asset)) {
            balance += of(mate, asset).balance;
        }
        return new Posted(0, amount - shortfall, shortfall, balance);
    }

    private Figures of(Owner owner, Asset asset) {
        return figures.computeIfAbsent(owner + asset.name(), name -> new Figures());
    }
}
