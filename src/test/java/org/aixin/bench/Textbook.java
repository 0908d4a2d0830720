package org.aixin.bench;

import java.util.Optional;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

import org.aixin.kernel.Ids;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;

/**
 * The control: redemption as textbooks have it, a Redis lock around read, check and write through JPA, one transaction each. It is
 * here to be compared with and is no part of the product; it does far less (no ledger, no idempotency, no line, no sign-in).
 * What was taken is handed over in the same way.
 */
@ApplicationScoped
class Textbook {
    static final String PATH = "/textbook", COLLECTIONS = "/textbook-collections";
    private static final int PRICE = 1;
    private final Instance<RedissonClient> redis;
    private final EntityManager entities;

    Textbook(Instance<RedissonClient> redis, EntityManager entities) {
        this.redis = redis;
        this.entities = entities;
    }

    /** What is on the shelf. */
    @Entity(name = "textbook_goods")
    static class TextbookGoods {
        @Id
        long id;
        int stock;
    }

    /** What somebody has. */
    @Entity(name = "textbook_member")
    static class TextbookMember {
        @Id
        long id;
        int points;
    }

    /** What was taken. */
    @Entity(name = "textbook_order")
    static class TextbookOrder {
        @Id
        long id;
        long member;
        long goods;
        boolean collected;
    }

    /** What left the shelf. */
    @Entity(name = "textbook_departure")
    static class TextbookDeparture {
        @Id
        long id;
        @Column(name = "of_order")
        long order;
    }

    /** Serves it, to the member whose number is asked for. */
    void serve(Router router) {
        router.post(PATH).order(-1).handler(call -> answer(call,
                () -> locked(() -> take(number(call, "member"), number(call, "goods")))));
        router.post(COLLECTIONS).order(-1).handler(call -> answer(call, () -> locked(() -> handOver(number(call, "order")))));
    }

    private static long number(RoutingContext call, String name) {
        return Long.parseLong(call.queryParam(name).get(0));
    }

    private static void answer(RoutingContext call, Callable<Optional<Long>> work) {
        call.vertx().executeBlocking(work, false).onSuccess(id -> {
            call.response().setStatusCode(id.isPresent() ? 201 : 409)
                    .end(id.map(done -> "{\"id\":\"%1$d\",\"code\":\"%1$d\"}".formatted(done)).orElse(""));
        }).onFailure(failed -> call.response().setStatusCode(500).end());
    }

    private Optional<Long> locked(Callable<Optional<Long>> work) {
        RLock lock = redis.get().getLock("textbook");
        lock.lock();
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Long> take(long id, long wanted) {
        TextbookGoods goods = entities.find(TextbookGoods.class, wanted);
        TextbookMember member = entities.find(TextbookMember.class, id);
        if (goods.stock < 1 || member.points < PRICE) {
            return Optional.empty();
        }
        goods.stock--;
        member.points -= PRICE;
        TextbookOrder order = new TextbookOrder();
        order.id = Ids.next();
        order.member = id;
        order.goods = goods.id;
        entities.persist(order);
        return Optional.of(order.id);
    }

    private Optional<Long> handOver(long id) {
        TextbookOrder order = entities.find(TextbookOrder.class, id);
        if (order.collected) {
            return Optional.empty();
        }
        order.collected = true;
        TextbookDeparture departure = new TextbookDeparture();
        departure.id = Ids.next();
        departure.order = id;
        entities.persist(departure);
        return Optional.of(id);
    }
}
