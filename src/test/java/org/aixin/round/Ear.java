package org.aixin.round;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.restassured.RestAssured;

/** Hears every byte of a round's events, heads included. */
final class Ear implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final StringBuffer heard = new StringBuffer();
    private final InputStream events;
    private final Thread listening;

    private Ear(HttpResponse<InputStream> answer) {
        this.events = answer.body();
        heard.append(answer.headers().map());
        this.listening = new Thread(this::listen, "ear");
        listening.start();
    }

    static Ear at(String path, String token) throws IOException, InterruptedException {
        return new Ear(HTTP.send(
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                        .header("Accept", "text/event-stream").header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofInputStream()));
    }

    private void listen() {
        byte[] part = new byte[4096];
        try {
            for (int length = events.read(part); length >= 0; length = events.read(part)) {
                heard.append(new String(part, 0, length, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            heard.append("\n.");
        }
    }

    /** All that was heard until this was. */
    String until(String said) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (heard.indexOf(said) < 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Nobody said " + said + " but " + heard);
            }
            Thread.sleep(10);
        }
        return heard.toString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        events.close();
        listening.join(5_000);
    }
}
