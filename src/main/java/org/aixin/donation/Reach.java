package org.aixin.donation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Batch;
import org.aixin.goods.Batches;
import org.aixin.goods.Batches.Reached;
import org.aixin.kernel.BusinessTime;
import org.aixin.redemption.Takers;
import org.aixin.redemption.Takers.Taker;

/** From what was given to the households that it reached. */
@ApplicationScoped
class Reach {
    private static final int KEPT_SECONDS = 300, MOST_KEPT = 500;
    private final Donations donations;
    private final Batches batches;
    private final Takers takers;
    private final BusinessTime time;
    private final Map<Long, Counted> kept = new ConcurrentHashMap<>();

    Reach(Donations donations, Batches batches, Takers takers, BusinessTime time) {
        this.donations = donations;
        this.batches = batches;
        this.takers = takers;
        this.time = time;
    }

    /** Where a batch went: {@code handed} pieces to {@code people}, {@code left} in the shops, the rest damaged, expired or carried off. */
    record Trace(Batch batch, int handed, int left, List<Share> people) {
        public int gone() {
            return batch.quantity() - handed - left;
        }

        boolean isExpiring(LocalDate today, int days) {
            Long still = batch.daysLeft(today);
            return left > 0 && still != null && still <= days;
        }
    }

    /** Who has so many of a batch. */
    record Share(Taker taker, int pieces) {
    }

    /** What everybody may know: how many were handed over, and to how many households. */
    record Count(int handed, int households) {
    }

    private record Counted(Count count, Instant until) {
    }

    /** Where these batches went, in their order. Costs as much as their goods have entries. */
    List<Trace> of(List<Batch> wanted) {
        Map<Long, Reached> reached = batches.reached(wanted);
        List<Trace> traces = new ArrayList<>();
        for (Batch batch : wanted) {
            Reached one = Objects.requireNonNull(reached.get(batch.id()));
            List<Share> people = takers.of(one.orders().keySet()).stream()
                    .map(taker -> new Share(taker, one.orders().getOrDefault(taker.order(), 0))).toList();
            traces.add(new Trace(batch, one.handed(), one.left(), people));
        }
        return traces;
    }

    /** How many households have anything of these. */
    static int households(List<Trace> traces) {
        Set<Long> households = new HashSet<>();
        traces.forEach(trace -> trace.people.forEach(share -> households.add(share.taker.household())));
        return households.size();
    }

    /** The count for everybody, as it was within the last five minutes: the board must not cost what the histories cost. */
    Count count(Donation donation) {
        Instant now = time.now();
        Counted known = kept.get(donation.id());
        if (known != null && known.until.isAfter(now)) {
            return known.count;
        }
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        List<Trace> traces = of(donations.batches(donation));
        Count count = new Count(traces.stream().mapToInt(Trace::handed).sum(), households(traces));
        kept.put(donation.id(), new Counted(count, now.plusSeconds(KEPT_SECONDS)));
        return count;
    }
}
