package org.aixin.bench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
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
 */
@ApplicationScoped
class Textbook {
    static final String PATH = "/textbook";
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
    }

    /** Serves it, to the member whose number is asked for. */
    void serve(Router router) {
        router.post(PATH).order(-1).handler(call -> call.vertx()
                .executeBlocking(() -> redeem(Long.parseLong(call.queryParam("member").get(0))), false)
                .onSuccess(done -> end(call, done ? 201 : 409)).onFailure(failed -> end(call, 500)));
    }

    private static void end(RoutingContext call, int status) {
        call.response().setStatusCode(status).end();
    }

    private boolean redeem(long member) {
        RLock lock = redis.get().getLock("textbook");
        lock.lock();
        try {
            return QuarkusTransaction.requiringNew().call(() -> take(member));
        } finally {
            lock.unlock();
        }
    }

    private boolean take(long id) {
        TextbookGoods goods = entities.find(TextbookGoods.class, 1L);
        TextbookMember member = entities.find(TextbookMember.class, id);
        if (goods.stock < 1 || member.points < PRICE) {
            return false;
        }
        goods.stock--;
        member.points -= PRICE;
        TextbookOrder order = new TextbookOrder();
        order.id = Ids.next();
        order.member = id;
        order.goods = goods.id;
        entities.persist(order);
        return true;
    }
}
