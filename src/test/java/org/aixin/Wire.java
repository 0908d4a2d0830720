package org.aixin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the wire: nothing in it is encoded, corrected or followed on the way. */
record Wire(String method, String path, Map<String, String> headers, @Nullable String body) {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern TYPE = Pattern.compile("(?i)\r\ncontent-type: ([^\r]+)");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. */
    record Answer(int status, String type, String body, String head) {
        /** What a server said, taken apart. */
        static Answer of(String said) {
            String[] parts = said.split("\r\n\r\n", 2);
            Matcher type = TYPE.matcher(parts[0]);
            return new Answer(Integer.parseInt(parts[0].split(" ")[1]), type.find() ? type.group(1) : "",
                    parts.length == 1 ? "" : parts[1], parts[0]);
        }

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
            return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body(),
                    answer.headers().map().toString());
        } catch (IOException failed) {
            throw new AssertionError(method + " " + path, failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** All that a server says to a head that no decent client would send: until its answer is whole or it closes the connection. */
    static String raw(String head) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            byte[] more = new byte[8192];
            try {
                for (int read; !isWhole(said) && (read = socket.getInputStream().read(more)) > 0;) {
                    said.write(more, 0, read);
                }
            } catch (SocketException reset) {
                // closed before all that we sent was read: what was said counts
            }
            return said.toString(StandardCharsets.UTF_8);
        }
    }

    private static boolean isWhole(ByteArrayOutputStream said) {
        String text = said.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(text);
        return end >= 0 && length.find() && text.length() - end - 4 >= Integer.parseInt(length.group(1));
    }
}
