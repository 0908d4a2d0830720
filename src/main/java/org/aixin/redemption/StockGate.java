package org.aixin.redemption;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;

import org.aixin.goods.Place;
import org.aixin.goods.Stock;
import org.aixin.goods.StockChanged;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * Shortens the queue before the till: one atomic script admits or turns away a whole basket by counters in Redis and leases on
 * them. The counters are hints that are read from the database, forgotten when it changes otherwise, and dropped after a minute;
 * the gate never acknowledges anything. Where Redis is absent, slow or fails, every basket passes, and for some seconds Redis is
 * not even asked.
 */
@ApplicationScoped
class StockGate {
    private static final Duration PATIENCE = Duration.ofMillis(80);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration COUNTERS_LAST = Duration.ofMinutes(1);
    private final Instance<RedissonClient> redis;
    private final Stock stock;
    private final String script;
    private final RedisWatch watch = new RedisWatch();
    private final PlentyLeft plenty = new PlentyLeft();

    StockGate(Instance<RedissonClient> redis, Stock stock) throws IOException {
        this.redis = redis;
        this.stock = stock;
        try (InputStream text = StockGate.class.getResourceAsStream("/gate/gate.lua")) {
            if (text == null) {
                throw new IOException("gate.lua is missing");
            }
            this.script = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * What the gate said.
     *
     * @param lease under which the basket is kept until the till has settled it; empty where it was not admitted
     */
    record Ticket(boolean isTurnedAway, String lease) {
        static final Ticket BYPASS = new Ticket(false, ""), UNASKED = new Ticket(false, "");
    }

    /** Asks for an order's basket; answers within a tenth of a second, whatever Redis does. */
    Uni<Ticket> ask(Order order) {
        if (!mayAsk()) {
            return Uni.createFrom().item(Ticket.BYPASS);
        }
        if (plenty.isAt(order.places())) {
            return Uni.createFrom().item(Ticket.UNASKED);
        }
        String lease = UUID.randomUUID().toString();
        return run(order.shop().id(), "ask", basket(List.of(lease, LEASE.toMillis()), wanted(order)))
                .map(said -> ticket(said, lease, order)).onFailure().recoverWithItem(Ticket.BYPASS);
    }

    /** Ends the lease of a basket once it is settled. */
    void settle(Ticket ticket, Order order, boolean sold) {
        if (ticket == Ticket.UNASKED) {
            return;
        }
        if (ticket.isTurnedAway && sold) {
            forget(order.places());
        } else if (!ticket.lease.isEmpty() || sold) {
            send(order.shop().id(), "settle", basket(List.of(ticket.lease, Boolean.toString(sold)), wanted(order)));
        }
    }

    /** What the database said is left; where it is plenty no longer, the counters that nobody kept are read anew. */
    void saw(Map<Place, Integer> available) {
        Set<Place> few = plenty.saw(available);
        if (!few.isEmpty()) {
            forget(few);
        }
    }

    /** Forgets what was known of these places. */
    void forget(Collection<Place> places) {
        places.stream().collect(Collectors.groupingBy(Place::shop))
                .forEach((shop, all) -> send(shop, "forget", all.stream().<Object>map(Place::goods).toList()));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) StockChanged event) {
        forget(event.places());
    }

    private boolean mayAsk() {
        return redis.isResolvable() && watch.mayAsk();
    }

    /** Whether Redis is not being asked, because it is absent or failed a moment ago. */
    boolean isClosed() {
        return !redis.isResolvable() || watch.isPausing();
    }

    private Ticket ticket(String said, String lease, Order order) {
        if (said.startsWith("unknown ")) {
            read(order, said.substring("unknown ".length()));
            return Ticket.BYPASS;
        }
        return said.equals("admitted") ? new Ticket(false, lease) : new Ticket(said.equals("refused"), "");
    }

    private void read(Order order, String epoch) {
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            Map<Place, Integer> available = stock.available(order.places());
            send(order.shop().id(), "load", basket(List.of(epoch, COUNTERS_LAST.toMillis()), available));
        });
    }

    private static Map<Place, Integer> wanted(Order order) {
        return order.lines().stream().collect(Collectors.toMap(order::place, Order.Item::quantity));
    }

    private static List<Object> basket(List<Object> first, Map<Place, Integer> quantities) {
        List<Object> values = new ArrayList<>(first);
        quantities.forEach((place, quantity) -> values.addAll(List.of(place.goods(), quantity)));
        return values;
    }

    private void send(long shop, String verb, List<Object> values) {
        if (mayAsk()) {
            run(shop, verb, values).subscribe().with(done -> {
            }, failed -> {
            });
        }
    }

    private Uni<String> run(long shop, String verb, List<Object> values) {
        List<Object> arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(values);
        Uni<String> asked = Uni.createFrom().completionStage(() -> evaluate(keys(shop), arguments));
        return (watch.isThere() ? asked : asked.runSubscriptionOn(Infrastructure.getDefaultWorkerPool())).ifNoItem()
                .after(PATIENCE).fail()
                .invoke(watch::answered)
                .onFailure().invoke(watch::failed);
    }

    private CompletionStage<String> evaluate(List<Object> keys, List<Object> arguments) {
        return redis.get().getScript(StringCodec.INSTANCE).evalAsync(RScript.Mode.READ_WRITE, script, RScript.ReturnType.VALUE,
                keys, arguments.stream().map(String::valueOf).toArray());
    }

    private static List<Object> keys(long shop) {
        String slot = "aixin:gate:{" + shop + "}:";
        return List.of(slot + "counters", slot + "leased", slot + "leases", slot + "baskets", slot + "epoch");
    }
}
