package org.aixin.bench;

import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** A square full of phones: each listens to the round's events on a connection of its own and sends over others. */
final class Square implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient listening, sending;
    private final URL service;
    private final Map<Integer, HttpConnection> connections = new ConcurrentHashMap<>();

    Square(URL service, int phones) {
        this.service = service;
        this.listening = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(2 * phones).setConnectTimeout(20_000)
                .setKeepAlive(false));
        this.sending = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(phones).setConnectTimeout(20_000));
    }

    /** An answer with what it took. */
    record Said(int status, JsonNode body, long sentAt, long saidAt) {
        double millis() {
            return (saidAt - sentAt) / 1e6;
        }
    }

    /** Listens as a browser does: each state is told, and a connection that ends is opened again after a second. */
    void listen(int phone, String path, Consumer<JsonNode> state) {
        listening.request(HttpMethod.GET, service.getPort(), service.getHost(), path)
                .compose(request -> request.putHeader("Accept", "text/event-stream").send()).onSuccess(answer -> {
                    connections.put(phone, answer.request().connection());
                    hear(answer, state);
                    answer.endHandler(end -> again(phone, path, state)).exceptionHandler(lost -> again(phone, path, state));
                }).onFailure(lost -> again(phone, path, state));
    }

    private void again(int phone, String path, Consumer<JsonNode> state) {
        if (connections.remove(phone) != null || !closed) {
            vertx.setTimer(1_000, any -> listen(phone, path, state));
        }
    }

    private volatile boolean closed;

    private static void hear(HttpClientResponse answer, Consumer<JsonNode> state) {
        StringBuilder heard = new StringBuilder();
        answer.handler(part -> {
            heard.append(part);
            for (int end = heard.indexOf("\n\n"); end >= 0; end = heard.indexOf("\n\n")) {
                String event = heard.substring(0, end);
                heard.delete(0, end + 2);
                if (event.contains("event:state")) {
                    state.accept(read(event.substring(event.indexOf("data:") + 5)));
                }
            }
        });
    }

    /** Cuts this phone's connection as a bad network does. */
    boolean cut(int phone) {
        HttpConnection connection = connections.get(phone);
        if (connection != null) {
            connection.close();
        }
        return connection != null;
    }

    Future<Said> post(String path, @Nullable String token, Object body) {
        return send(HttpMethod.POST, path, token, body);
    }

    Future<Said> get(String path, @Nullable String token) {
        return send(HttpMethod.GET, path, token, null);
    }

    private Future<Said> send(HttpMethod method, String path, @Nullable String token, @Nullable Object body) {
        long sent = System.nanoTime();
        return sending.request(method, service.getPort(), service.getHost(), path)
                .compose(request -> filled(request, token, body))
                .compose(answer -> answer.body()
                        .map(said -> new Said(answer.statusCode(), read(said.toString()), sent, System.nanoTime())));
    }

    private static Future<HttpClientResponse> filled(HttpClientRequest request, @Nullable String token, @Nullable Object body) {
        if (token != null) {
            request.putHeader("Authorization", "Bearer " + token);
        }
        return body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").send(Buffer.buffer(written(body)));
    }

    /** Does it for everybody, each after so many milliseconds, and waits until all are answered. */
    void each(int phones, Sending sending, Wait wait) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(phones);
        AtomicInteger failed = new AtomicInteger();
        for (int phone = 0; phone < phones; phone++) {
            int one = phone;
            vertx.setTimer(1 + wait.millis(one), any -> sending.of(one).onComplete(done -> {
                if (done.failed()) {
                    failed.incrementAndGet();
                }
                over.countDown();
            }));
        }
        if (!over.await(180, TimeUnit.SECONDS) || failed.get() > 0) {
            throw new IllegalStateException(over.getCount() + " phones were not answered, " + failed + " failed");
        }
    }

    interface Sending {
        Future<?> of(int phone);
    }

    interface Wait {
        long millis(int phone);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(text, noJson);
        }
    }

    private static byte[] written(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        closed = true;
        connections.clear();
        listening.close();
        sending.close();
        vertx.close();
    }
}
