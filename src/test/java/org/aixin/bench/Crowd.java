package org.aixin.bench;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;

/** Clients over HTTP, each with a connection of its own, that ask again as soon as they are answered. */
final class Crowd implements AutoCloseable {
    /** What a client asks next. */
    record Ask(String path, String token, String body) {
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http;
    private final URL service;
    private final int clients;

    Crowd(URL service, int clients) {
        this.service = service;
        this.clients = clients;
        this.http = vertx
                .createHttpClient(new HttpClientOptions().setMaxPoolSize(clients).setKeepAlive(true).setKeepAliveTimeout(0)
                        .setConnectTimeout(20_000).setTcpNoDelay(true));
    }

    /** What one was answered: an HTTP status code, 0 for a connection that failed, after so many milliseconds. */
    record Reply(int status, String body, double millis) {
    }

    /** Asks all this at the same time, each on a connection of its own; answers in the order of the questions. */
    List<Reply> together(List<Ask> asks) throws Exception {
        long asked = System.nanoTime();
        List<Future<Reply>> replies = asks.stream().map(ask -> http
                .request(HttpMethod.POST, service.getPort(), service.getHost(), ask.path)
                .compose(request -> sent(request, ask))
                .compose(answer -> answer.body().map(body -> reply(answer.statusCode(), body.toString(), asked)))
                .otherwise(failed -> reply(0, failed.toString(), asked))).toList();
        CountDownLatch over = new CountDownLatch(asks.size());
        replies.forEach(reply -> reply.onComplete(any -> over.countDown()));
        if (!over.await(180, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not answered: " + IntStream.range(0, asks.size())
                    .filter(i -> !replies.get(i).isComplete()).mapToObj(i -> asks.get(i).path + asks.get(i).body).toList());
        }
        return replies.stream().map(Future::result).toList();
    }

    private static Reply reply(int status, String body, long asked) {
        return new Reply(status, body, (System.nanoTime() - asked) / 1e6);
    }

    /** All of them ask for so long; those who still wait then are waited for. */
    Rush rush(Duration span, IntFunction<Ask> next) throws InterruptedException {
        Run run = new Run(System.nanoTime(), span.toNanos(), next, new CountDownLatch(clients));
        for (int client = 0; client < clients; client++) {
            run.ask(client);
        }
        if (!run.over.await(span.toSeconds() + 180, TimeUnit.SECONDS)) {
            throw new IllegalStateException(run.over.getCount() + " clients are still waiting");
        }
        Map<Integer, Integer> answers = new TreeMap<>(run.answers);
        return Rush.of(answers, (System.nanoTime() - run.begun) / 1e9,
                new ArrayList<>(run.millis).stream().mapToDouble(Double::doubleValue).toArray());
    }

    private final class Run {
        private final long begun, span;
        private final IntFunction<Ask> next;
        private final CountDownLatch over;
        private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
        private final Queue<Double> millis = new ConcurrentLinkedQueue<>();

        Run(long begun, long span, IntFunction<Ask> next, CountDownLatch over) {
            this.begun = begun;
            this.span = span;
            this.next = next;
            this.over = over;
        }

        void ask(int client) {
            long asked = System.nanoTime();
            if (asked - begun > span) {
                over.countDown();
                return;
            }
            Ask ask = next.apply(client);
            http.request(HttpMethod.POST, service.getPort(), service.getHost(), ask.path)
                    .compose(request -> send(request, ask))
                    .onComplete(answer -> answered(client, asked, answer.succeeded() ? answer.result() : 0));
        }

        private void answered(int client, long asked, int status) {
            answers.merge(status, 1, Integer::sum);
            millis.add((System.nanoTime() - asked) / 1e6);
            ask(client);
        }
    }

    private static Future<Integer> send(HttpClientRequest request, Ask ask) {
        return sent(request, ask).compose(answer -> answer.body().map(body -> answer.statusCode()));
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest request, Ask ask) {
        request.putHeader("Authorization", "Bearer " + ask.token).putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", UUID.randomUUID().toString());
        return request.send(Buffer.buffer(ask.body));
    }

    @Override
    public void close() {
        http.close();
        vertx.close();
    }
}
