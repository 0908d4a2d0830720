package org.aixin.bench;

import io.vertx.core.json.JsonObject;

/** How a shop is asked: the product's or the control's. */
interface Counter {
    /** One piece for the resident of this client. */
    Call reserve(int client, long goods, String key);

    /** Hands an order over, at one of two desks. */
    Call collect(int desk, Told.Reserved order, String key);

    /** Gives an order up. */
    Call cancel(int client, Told.Reserved order, String key);

    long member(int client);

    /** Whether an order can be given up. */
    boolean cancels();

    /** A request. */
    record Call(String path, String token, String key, String body) {
        static Call of(String path, String token, String key, JsonObject body) {
            return new Call(path, token, key, body.encode());
        }
    }
}
