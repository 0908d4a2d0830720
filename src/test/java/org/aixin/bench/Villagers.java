package org.aixin.bench;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.IntToLongFunction;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;

/**
 * Clients who reserve, collect and give up as soon as they are answered, and keep what they are told. Where no answer comes, or
 * one that says to come again, they send the same under the same key until there is one.
 */
final class Villagers implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000, TRY_LATER = 500;
    private static final double COLLECTS = 0.3, AT_TWO_DESKS = 0.3, GIVES_UP = 0.03;
    private static final Duration LONGEST_AFTER = Duration.ofSeconds(60);
    private final HttpClient http;
    private final Vertx vertx;
    private final Counter counter;
    private final int port, clients;

    Villagers(Vertx vertx, Counter counter, int port, int clients) {
        this.vertx = vertx;
        this.counter = counter;
        this.port = port;
        this.clients = clients;
        this.http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(2 * clients).setMaxWaitQueueSize(-1)
                .setConnectTimeout(5_000).setTcpNoDelay(true));
    }

    /** @param goods what is wanted so many milliseconds after the beginning */
    Told rush(Duration span, IntToLongFunction goods) throws InterruptedException {
        Run run = new Run(span, goods);
        vertx.runOnContext(go -> {
            for (int client = 0; client < clients; client++) {
                run.wish(client);
            }
        });
        if (!run.over.await(span.plus(LONGEST_AFTER).toSeconds() + 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Clients are still waiting");
        }
        return run.told;
    }

    /** Everything of it happens on one thread. */
    private final class Run {
        private final Told told = new Told();
        private final CountDownLatch over = new CountDownLatch(1);
        private final long begun = System.nanoTime();
        private final Duration span;
        private final IntToLongFunction goods;
        private int busy = clients;

        Run(Duration span, IntToLongFunction goods) {
            this.span = span;
            this.goods = goods;
        }

        private int now() {
            return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        }

        private void done() {
            if (--busy == 0) {
                over.countDown();
            }
        }

        void wish(int client) {
            if (now() >= span.toMillis()) {
                done();
                return;
            }
            long wanted = goods.applyAsLong(now());
            insist(counter.reserve(client, wanted, key()), (status, body) -> {
                if (status == 201) {
                    Told.Reserved order = new Told.Reserved(Long.parseLong(body.getString("id")), body.getString("code"),
                            counter.member(client), wanted);
                    told.reserved.add(order);
                    goOn(client, order);
                } else {
                    if (status < 400 || status >= 500) {
                        told.unanswered.merge(counter.member(client), 1, Integer::sum);
                    }
                    wish(client);
                }
            });
        }

        private void goOn(int client, Told.Reserved order) {
            double dice = ThreadLocalRandom.current().nextDouble();
            if (dice < COLLECTS) {
                if (dice < COLLECTS * AT_TWO_DESKS) {
                    busy++;
                    collect(1, order, this::done);
                }
                collect(0, order, () -> wish(client));
            } else if (counter.cancels() && dice < COLLECTS + GIVES_UP) {
                insist(counter.cancel(client, order, key()), (status, body) -> {
                    if (status == 200) {
                        told.cancelled.add(order.id());
                    }
                    ended(order, status);
                    wish(client);
                });
            } else {
                wish(client);
            }
        }

        private void collect(int desk, Told.Reserved order, Runnable then) {
            insist(counter.collect(desk, order, key()), (status, body) -> {
                if (status == 201) {
                    told.collected.merge(order.id(), 1, Integer::sum);
                }
                ended(order, status);
                then.run();
            });
        }

        private void ended(Told.Reserved order, int status) {
            if (status < 200 || status >= 500) {
                told.openEnded.add(order.id());
            }
        }

        /** Asks until there is an answer that decides, or long after the end. */
        private void insist(Counter.Call call, BiConsumer<Integer, JsonObject> then) {
            int asked = now();
            send(call).onComplete(answer -> {
                int status = answer.succeeded() ? answer.result().status : 0;
                told.answers.add(new Told.Answer(asked, now() - asked, status));
                boolean decided = status >= 200 && status < 500 && status != 429;
                if (decided || now() > span.plus(LONGEST_AFTER).toMillis()) {
                    then.accept(status, decided ? answer.result().body : new JsonObject());
                } else {
                    vertx.setTimer(ThreadLocalRandom.current().nextInt(TRY_LATER / 5, TRY_LATER), again -> insist(call, then));
                }
            });
        }
    }

    private record Said(int status, JsonObject body) {
        static Said of(int status, Buffer body) {
            return new Said(status, status == 201 ? body.toJsonObject() : new JsonObject());
        }
    }

    private Future<Said> send(Counter.Call call) {
        return http.request(new RequestOptions().setMethod(HttpMethod.POST).setHost("localhost").setPort(port).setURI(call.path())
                .setTimeout(PATIENCE_MILLIS)).compose(request -> send(request, call));
    }

    private static Future<Said> send(HttpClientRequest request, Counter.Call call) {
        request.putHeader("Authorization", "Bearer " + call.token()).putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", call.key());
        return request.send(Buffer.buffer(call.body()))
                .compose(answer -> answer.body().map(body -> Said.of(answer.statusCode(), body)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
