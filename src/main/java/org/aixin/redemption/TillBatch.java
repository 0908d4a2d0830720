package org.aixin.redemption;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.aixin.goods.Goods;
import org.aixin.goods.Movement;
import org.aixin.goods.Place;
import org.aixin.kernel.Answer;
import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.StoredAnswer;
import org.aixin.ledger.Command;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Outcome.Refused;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Deeds that are settled in one transaction. They are decided in the order in which they arrived, in rounds: a round decides
 * whatever does not depend on another deed of the same round, and a deed that finds too little waits for the next, because a
 * neighbour may yet be refused by the ledger. One that is refused changes nothing and does not disturb its neighbours.
 */
final class TillBatch {
    private final TillWork work;
    private final List<Deed> deeds;
    private final Instant now;
    private final Map<String, Decided> decided = new HashMap<>();
    private final List<Deed> done = new ArrayList<>();
    private Map<Long, Order> orders = new HashMap<>();
    private Map<Long, Order> visits = new HashMap<>();

    TillBatch(TillWork work, List<Deed> deeds) {
        this.work = work;
        this.deeds = deeds;
        this.now = work.time().sureNow();
    }

    /** How each deed was decided, in their order. The guarded updates of the stock come last. */
    List<Decided> settle() throws Exception {
        List<Deed> fresh = claim();
        decide(fresh);
        record();
        keepAnswers(fresh);
        work.stock().change(movements());
        return deeds.stream().map(deed -> Objects.requireNonNull(decided.get(deed.key().id()))).toList();
    }

    /** Leaves out what was answered before; twins in this batch get one answer. */
    private List<Deed> claim() throws SQLException {
        Map<String, Deed> first = new LinkedHashMap<>();
        deeds.forEach(deed -> first.putIfAbsent(deed.key().id(), deed));
        List<KeyedRequest> keys = first.values().stream().map(Deed::key).toList();
        Map<String, StoredAnswer> earlier = work.sql().with(connection -> work.idempotency().claim(connection, keys));
        earlier.forEach((key, answer) -> decided.put(key, new Decided(answer, null, false)));
        return first.values().stream().filter(deed -> !earlier.containsKey(deed.key().id())).toList();
    }

    private void decide(List<Deed> fresh) throws Exception {
        orders = new HashMap<>(work.orders().byIds(fresh.stream().filter(deed -> deed.kind() == Deed.Kind.COLLECT)
                .map(deed -> deed.order().id()).distinct().toList()));
        visits = new HashMap<>(work.orders()
                .byVisits(fresh.stream().flatMap(deed -> Stream.ofNullable(deed.what().visit())).map(Visit::id).distinct()
                        .toList()));
        Map<Place, Integer> available = work.stock().available(places(fresh));
        work.gate().saw(available);
        Shelves shelves = new Shelves(available);
        List<Deed> open = fresh;
        while (!open.isEmpty()) {
            open = round(open, shelves);
        }
    }

    private static Set<Place> places(List<Deed> fresh) {
        Set<Place> places = new HashSet<>();
        fresh.stream().filter(deed -> deed.kind().takesAvailable()).forEach(deed -> places.addAll(deed.order().places()));
        return places;
    }

    private List<Deed> round(List<Deed> open, Shelves shelves) throws Exception {
        List<Deed> going = new ArrayList<>();
        List<Deed> waiting = new ArrayList<>();
        Map<Deed, Goods> short_ = new LinkedHashMap<>();
        Set<Long> subjects = new HashSet<>();
        for (Deed each : open) {
            Deed deed = each.with(each.what().with(orders.getOrDefault(each.order().id(), each.order()),
                    visits.get(each.subject()), now));
            if (subjects.contains(deed.subject())) {
                waiting.add(each);
            } else if (isAllowed(deed)) {
                Goods few = deed.kind().takesAvailable() ? shelves.take(deed.order()) : null;
                if (few != null) {
                    short_.put(deed, few);
                    waiting.add(each);
                } else if (isWithinLimits(deed, shelves)) {
                    subjects.add(deed.subject());
                    going.add(deed);
                }
            }
        }
        if (going.isEmpty()) {
            for (Map.Entry<Deed, Goods> soldOut : short_.entrySet()) {
                refuse(soldOut.getKey(), soldOut.getValue().outOfStock());
            }
            return List.of();
        }
        pay(going, shelves);
        return waiting;
    }

    private boolean isAllowed(Deed deed) throws JsonProcessingException {
        try {
            deed.checkPolicies();
            return true;
        } catch (Problem refusal) {
            refuse(deed, refusal);
            return false;
        }
    }

    private boolean isWithinLimits(Deed deed, Shelves shelves) throws JsonProcessingException {
        Problem reached = deed.kind().takesAvailable() ? work.limits().take(deed.what()) : null;
        if (reached == null) {
            return true;
        }
        shelves.giveBack(deed.order());
        refuse(deed, reached);
        return false;
    }

    private void pay(List<Deed> going, Shelves shelves) throws Exception {
        List<Command> commands = going.stream().map(Deed::command).toList();
        List<Outcome> outcomes = work.sql().with(connection -> work.ledger().post(connection, commands));
        for (int i = 0; i < going.size(); i++) {
            Deed deed = going.get(i);
            if (outcomes.get(i) instanceof Posted posted) {
                accept(deed, posted);
            } else if (outcomes.get(i) instanceof Refused refused) {
                notPaid(deed, refused, shelves);
            }
        }
    }

    private void accept(Deed deed, Posted posted) throws JsonProcessingException {
        Order order = deed.done(posted.transfer());
        Visit visit = deed.what().visit();
        orders.put(order.id(), order);
        if (visit != null) {
            visits.put(visit.id(), order);
        }
        done.add(deed.with(deed.what().with(order, null, now)));
        Object body = switch (deed.kind()) {
            case RESERVE -> Shown.order(order, now);
            case COLLECT -> Shown.collected(order);
            case REDEEM -> Shown.redeemed(order, posted.balance());
        };
        decided.put(deed.key().id(), new Decided(work.idempotent().stored(deed.key(), Answer.created(body)), null, true));
    }

    private void notPaid(Deed deed, Refused refused, Shelves shelves) throws JsonProcessingException {
        switch (refused.reason()) {
            case NOT_ENOUGH -> {
                shelves.giveBack(deed.order());
                work.limits().undo(deed.what());
                refuse(deed, Problem.conflict("not_enough_points", deed.order().points()));
            }
            case PAST_DEADLINE -> refuse(deed, Problem.conflict("order_expired"));
            default -> throw new Overtaken();
        }
    }

    private void refuse(Deed deed, Problem refusal) throws JsonProcessingException {
        boolean kept = refusal.status() == 409;
        Answer document = new Answer(refusal.status(), Sentences.document(refusal, deed.what().language()));
        decided.put(deed.key().id(), kept
                ? new Decided(work.idempotent().stored(deed.key(), document), null, false)
                : new Decided(null, refusal, false));
    }

    private void record() {
        work.orders().insert(done.stream().filter(deed -> deed.kind() != Deed.Kind.COLLECT).map(Deed::order).toList());
        boolean allStillReserved = done.stream().filter(deed -> deed.kind() == Deed.Kind.COLLECT).map(Deed::order)
                .allMatch(work.orders()::collect);
        if (!allStillReserved) {
            throw new Overtaken();
        }
        done.forEach(deed -> {
            if (deed.bearer() != null) {
                work.orders().broughtBy(deed.order(), deed.bearer());
            }
        });
    }

    private void keepAnswers(List<Deed> fresh) throws SQLException {
        Map<KeyedRequest, StoredAnswer> kept = new LinkedHashMap<>();
        List<KeyedRequest> released = new ArrayList<>();
        for (Deed deed : fresh) {
            StoredAnswer answer = Objects.requireNonNull(decided.get(deed.key().id())).answer();
            if (answer == null) {
                released.add(deed.key());
            } else {
                kept.put(deed.key(), answer);
            }
        }
        work.sql().with(connection -> {
            work.idempotency().store(connection, kept);
            work.idempotency().release(connection, released);
            return kept.size();
        });
    }

    private List<Movement> movements() {
        return done.stream().flatMap(deed -> deed.movements().stream()).toList();
    }
}
