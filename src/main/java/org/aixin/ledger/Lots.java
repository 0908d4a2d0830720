package org.aixin.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What can be spent of an account, by the days on which it was earned: all that ever happened to the account, played again.
 * A credit makes a lot of its day; whatever goes out takes the oldest first. A hold keeps what it took; given back, voided or
 * lapsed, it stands again with its days, and so does what a reversed transfer had spent. The reversal of a credit takes that
 * credit first, and then the oldest. What is owed is settled from what the same source brought, and then from the oldest. Only the
 * reversal of an expiry makes a lot of its own day: with the old days it would expire again at once.
 */
public final class Lots {
    /** One credit, or what is left of it; of one day the first is the older. */
    private record Lot(LocalDate day, long credit) implements Comparable<Lot> {
        private static final Comparator<Lot> ORDER = Comparator.comparing(Lot::day).thenComparingLong(Lot::credit);

        @Override
        public int compareTo(Lot other) {
            return ORDER.compare(this, other);
        }
    }

    private final TreeMap<Lot, Long> left = new TreeMap<>();
    private final Map<Long, SortedMap<Lot, Long>> taken = new HashMap<>();
    private final Map<Long, Lot> credits = new HashMap<>();
    private final Map<Source, Change> moves = new HashMap<>();
    private final Set<Source> sources = new HashSet<>();
    private final Map<Source, Lot> brought = new HashMap<>();

    /** @param history all changes of one account, in their order */
    Lots(Collection<Change> history) {
        history.forEach(this::replay);
    }

    /** What can be spent and was earned on each day, oldest first. */
    public SortedMap<LocalDate, Long> byDay() {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        left.forEach((lot, amount) -> days.merge(lot.day, amount, Long::sum));
        return days;
    }

    /** How much of what can be spent was earned until the end of that day. */
    public long earnedUntil(LocalDate day) {
        return byDay().headMap(day.plusDays(1)).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many sources with a reference that begins so have moved anything here. */
    public long count(String kind, String prefix) {
        return sources.stream().filter(source -> source.kind().equals(kind) && source.reference().startsWith(prefix)).count();
    }

    private void replay(Change change) {
        sources.add(change.source());
        switch (change.phase()) {
            case HOLD, VOID, LAPSE -> aside(change);
            case POST -> post(change);
            case SETTLE -> take(change.amount(), brought.get(change.source().whole()));
            default -> move(change);
        }
    }

    /** What is set aside for the account is not there yet. */
    private void aside(Change change) {
        if (change.phase() != Phase.HOLD) {
            putBack(change.resolves(), change.amount());
        } else if (!change.comesIn()) {
            taken.put(change.transfer(), take(change.amount(), null));
        }
    }

    private void post(Change change) {
        if (change.comesIn()) {
            bring(change, change.transfer(), change.amount());
        } else {
            taken.put(change.transfer(), Objects.requireNonNull(taken.remove(change.resolves())));
        }
    }

    private void move(Change change) {
        Change first = change.phase() == Phase.MOVE ? change : moves.getOrDefault(change.source(), change);
        moves.put(change.source(), first);
        Long reversed = first.reverses();
        if (!change.comesIn()) {
            Lot own = reversed == null ? null : credits.get(reversed);
            SortedMap<Lot, Long> parts = take(change.amount(), own);
            if (!change.expires()) {
                taken.put(change.transfer(), parts);
            }
        } else {
            long rest = change.amount() - putBack(reversed, change.amount());
            bring(change, first.transfer(), rest);
        }
    }

    private void bring(Change change, long credit, long amount) {
        if (amount > 0) {
            Lot lot = new Lot(change.day(), credit);
            credits.put(credit, lot);
            left.merge(lot, amount, Long::sum);
            brought.put(change.source().whole(), lot);
        }
    }

    /** Gives back what that transfer took, with its days, and answers how much that was. */
    private long putBack(@Nullable Long transfer, long amount) {
        SortedMap<Lot, Long> parts = transfer == null ? null : taken.get(transfer);
        long rest = amount;
        for (Map.Entry<Lot, Long> part : parts == null ? Set.<Map.Entry<Lot, Long>>of() : parts.entrySet()) {
            long back = Math.min(rest, part.getValue());
            if (back > 0) {
                left.merge(part.getKey(), back, Long::sum);
                part.setValue(part.getValue() - back);
            }
            rest -= back;
        }
        return amount - rest;
    }

    /** Takes from the lot that is named, and then from the oldest. */
    private SortedMap<Lot, Long> take(long amount, @Nullable Lot named) {
        SortedMap<Lot, Long> parts = new TreeMap<>();
        long rest = amount - (named == null ? 0 : take(named, amount, parts));
        while (rest > 0) {
            rest -= take(left.firstKey(), rest, parts);
        }
        return parts;
    }

    private long take(Lot lot, long most, SortedMap<Lot, Long> parts) {
        long amount = Math.min(most, left.getOrDefault(lot, 0L));
        if (amount > 0) {
            parts.put(lot, amount);
            left.computeIfPresent(lot, (same, there) -> there == amount ? null : there - amount);
        }
        return amount;
    }
}
