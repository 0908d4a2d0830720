package org.aixin.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plain model of how points grow old, written apart from the ledger: each point is a coin with its day, that lies in somebody's
 * box, in the bag of a hold, or with what it was spent on. It is told of the commands that were carried out, never of transfers.
 */
final class PointByPoint {
    /** One point. Of one day, the one that came first is the older. */
    private record Coin(LocalDate day, int deed, int number) {
        static final Comparator<Coin> OLDEST = Comparator.comparing(Coin::day).thenComparing(Coin::deed)
                .thenComparing(Coin::number);
    }

    private record Deed(int number, Owner debit, Owner credit, int amount, List<Coin> paidWith, boolean expiry) {
    }

    private final Map<Owner, List<Coin>> boxes = new HashMap<>();
    private final Map<Owner, Integer> debts = new HashMap<>();
    private final Map<Long, Deed> deeds = new HashMap<>();
    private int number;

    /** What lies in the box, by days. */
    SortedMap<LocalDate, Long> byDay(Owner owner) {
        return box(owner).stream().collect(Collectors.groupingBy(Coin::day, TreeMap::new, Collectors.counting()));
    }

    long earnedUntil(Owner owner, LocalDate day) {
        return box(owner).stream().filter(coin -> !coin.day.isAfter(day)).count();
    }

    void move(long id, Owner debit, Owner credit, int amount, LocalDate today) {
        List<Coin> paid = pay(debit, amount, coin -> false);
        Deed deed = new Deed(++number, debit, credit, amount, paid, credit.equals(Owner.EXPIRED));
        deeds.put(id, deed);
        owe(debit, amount - paid.size());
        settle(credit, coins(credit, deed.number, amount, today));
    }

    /** The points of the day that are over are thrown away, whichever they are. */
    void expire(long id, Owner owner, LocalDate until) {
        List<Coin> gone = box(owner).stream().filter(coin -> !coin.day.isAfter(until)).toList();
        box(owner).removeAll(gone);
        deeds.put(id, new Deed(++number, owner, Owner.EXPIRED, gone.size(), gone, true));
    }

    void hold(long id, Owner debit, Owner credit, int amount) {
        deeds.put(id, new Deed(++number, debit, credit, amount, pay(debit, amount, coin -> false), false));
    }

    void post(long id, long hold, LocalDate today) {
        Deed held = Objects.requireNonNull(deeds.get(hold));
        Deed deed = new Deed(++number, held.debit, held.credit, held.amount, held.paidWith, false);
        deeds.put(id, deed);
        settle(held.credit, coins(held.credit, deed.number, held.amount, today));
    }

    void giveBack(long hold) {
        Deed held = Objects.requireNonNull(deeds.get(hold));
        box(held.debit).addAll(held.paidWith);
        settle(held.debit, List.of());
    }

    void reverse(long transfer, LocalDate today) {
        Deed deed = Objects.requireNonNull(deeds.get(transfer));
        int short_ = deed.amount - pay(deed.credit, deed.amount, coin -> coin.deed == deed.number).size();
        owe(deed.credit, short_);
        List<Coin> back = deed.expiry ? List.of() : deed.paidWith;
        box(deed.debit).addAll(deed.debit.isSystem() ? List.of() : back);
        settle(deed.debit, coins(deed.debit, ++number, deed.amount - back.size(), today));
    }

    /** Takes the coins that are meant first, and then the oldest; those of the village come from nowhere. */
    private List<Coin> pay(Owner owner, int amount, Predicate<Coin> meant) {
        if (owner.isSystem()) {
            return IntStream.range(0, amount).mapToObj(i -> new Coin(LocalDate.MIN, 0, i)).toList();
        }
        List<Coin> paid = box(owner).stream()
                .sorted(Comparator.<Coin, Boolean>comparing(coin -> !meant.test(coin)).thenComparing(Coin.OLDEST)).limit(amount)
                .toList();
        box(owner).removeAll(paid);
        return paid;
    }

    private List<Coin> coins(Owner owner, int deed, int amount, LocalDate today) {
        List<Coin> coins = IntStream.range(0, amount).mapToObj(i -> new Coin(today, deed, i)).toList();
        if (!owner.isSystem()) {
            box(owner).addAll(coins);
        }
        return coins;
    }

    private void owe(Owner owner, int amount) {
        debts.merge(owner, amount, Integer::sum);
    }

    private void settle(Owner owner, List<Coin> came) {
        if (!owner.isSystem()) {
            owe(owner, -pay(owner, debts.getOrDefault(owner, 0), came::contains).size());
        }
    }

    private List<Coin> box(Owner owner) {
        return boxes.computeIfAbsent(owner, one -> new ArrayList<>());
    }
}
