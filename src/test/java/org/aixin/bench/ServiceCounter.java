package org.aixin.bench;

import java.util.List;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The product's shop, over its API.
 *
 * @param goods in the order in which their numbers count from 0
 * @param residents their tokens, by client
 * @param clerks their tokens, by desk
 */
record ServiceCounter(Shop shop, List<Goods> goods, List<Long> members, List<String> residents,
        List<String> clerks) implements Counter {
    @Override
    public Call reserve(int client, long wanted, String key) {
        JsonObject line = new JsonObject().put("goods", goods.get((int) wanted).code()).put("quantity", 1);
        return Call.of("/api/orders", residents.get(client), key,
                new JsonObject().put("shop", shop.code()).put("lines", new JsonArray().add(line)));
    }

    @Override
    public Call collect(int desk, Told.Reserved order, String key) {
        return Call.of("/api/desk/collections", clerks.get(desk), key,
                new JsonObject().put("shop", shop.code()).put("code", order.code()));
    }

    @Override
    public Call cancel(int client, Told.Reserved order, String key) {
        return Call.of("/api/orders/" + order.id() + "/cancellation", residents.get(client), key, new JsonObject());
    }

    @Override
    public long member(int client) {
        return members.get(client);
    }

    @Override
    public boolean cancels() {
        return true;
    }
}
