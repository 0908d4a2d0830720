package org.aixin;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the wire: nothing in it is encoded, corrected or followed on the way. */
record Wire(String method, String path, Map<String, String> headers, @Nullable String body) {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    record Answer(int status, String type, String body, HttpResponse<String> whole) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException none) {
                throw new AssertionError("No JSON: " + body, none);
            }
        }
    }

    /** With a new idempotency key and, unless null, this token. */
    static Wire of(String method, String path, @Nullable String token) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return new Wire(method, path, headers, null);
    }

    Wire with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Wire(method, path, more, body);
    }

    Wire body(String type, String text) {
        return new Wire(method, path, with("Content-Type", type).headers, text);
    }

    Wire json(String text) {
        return body("application/json", text);
    }

    Answer send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(30)).method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body(), answer);
        } catch (IOException failed) {
            throw new AssertionError(method + " " + path, failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What a server says to a head that no decent client would send: status line, headers and the beginning of the body. */
    static String raw(String head) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            byte[] said = new byte[8000];
            int read = 0;
            while (!new String(said, 0, read, StandardCharsets.UTF_8).contains("\r\n\r\n")) {
                int more = socket.getInputStream().read(said, read, said.length - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
            return new String(said, 0, read, StandardCharsets.UTF_8);
        }
    }
}
