package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What nobody decent sends: false names of this machine, words of proxies, other protocols, and of everything too much. */
@QuarkusTest
class EdgeTest {
    private static final String FORM = "application/x-www-form-urlencoded", EVIL = "evil.example";

    private static Wire.Answer said(String line, String... headers) throws IOException {
        return Wire.Answer.of(Wire.raw(line + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void nobody_is_sent_where_a_false_host_points() throws IOException {
        for (String host : List.of(EVIL, EVIL + ":8080", "localhost." + EVIL, "user@" + EVIL, "127.0.0.1." + EVIL)) {
            Wire.Answer answer = said("GET /me?x=1 HTTP/1.1", "Host: " + host, "Accept: text/html");
            assertThat(answer.head()).doesNotContain(EVIL);
            for (String page : List.of("/", "/sign-in", "/join", "/first-secret", "/notices", "/seals/check", "/nowhere")) {
                answer = said("GET " + page + " HTTP/1.1", "Host: " + host, "Accept: text/html");
                assertThat(answer.status()).as(page).isLessThan(500);
                assertThat(answer.head() + answer.body()).as(page).doesNotContain(EVIL);
            }
        }
        Wire.Answer sent = said("GET /me?x=1 HTTP/1.1", "Host: " + EVIL, "Accept: text/html");
        assertThat(sent.head()).containsIgnoringCase("location: /sign-in?to=%2Fme%3Fx%3D1");
    }

    @Test
    void nobody_is_on_this_machine_whom_a_proxy_hands_on() throws IOException {
        String metrics = "GET /q/metrics HTTP/1.1", here = "Host: localhost";
        assertThat(said(metrics, here).status()).isEqualTo(200);
        for (String header : List.of("X-Real-IP: 127.0.0.1", "Forwarded: for=127.0.0.1", "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: a", "X-Forwarded-Anything: a", "Via: 1.1 a", "CF-Connecting-IP: 1.2.3.4",
                "True-Client-IP: 1.2.3.4", "X-Client-IP: 1.2.3.4", "X-Cluster-Client-IP: 1.2.3.4", "X-Original-Host: a",
                "Fastly-Client-IP: 1.2.3.4", "Client-IP: 1.2.3.4", "x-envoy-external-address: 1.2.3.4",
                "WL-Proxy-Client-IP: 1.2.3.4",
                "Ali-CDN-Real-IP: 1.2.3.4", "X-ProxyUser-Ip: 1.2.3.4", "CDN-Loop: a")) {
            assertThat(said(metrics, here, header).status()).as(header).isEqualTo(401);
        }
        assertThat(said(metrics, "Host: " + EVIL).status()).as("a page elsewhere whose name leads here").isEqualTo(401);
        assertThat(said("GET /q/metrics HTTP/1.0", here).status()).isEqualTo(401);
    }

    @Test
    void nobody_speaks_another_protocol() throws IOException {
        Wire.Answer upgrade = Wire.Answer
                .of(Wire.raw("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                        + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n"));
        assertThat(upgrade.status()).isEqualTo(200);
        assertThat(Wire.raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).matches("(?s)(HTTP/[12].[01] [45].*)?");
    }

    @Test
    void forms_with_too_many_fields_are_refused_in_words() {
        for (int fields : List.of(1_001, 5_000, 100_000)) {
            String form = IntStream.range(0, fields).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
            for (String page : List.of("/sign-in", "/join", "/first-secret")) {
                Wire request = post(page).body(FORM, form);
                assertThat(Refused.document(request, page).status()).isEqualTo(413);
                Refused.page(request.with("Accept", "text/html").send(), page);
            }
        }
    }

    @Test
    void of_everything_too_much_or_odd_is_refused_in_words() {
        Map<String, Wire> odd = new LinkedHashMap<>();
        String parts = IntStream.range(0, 3_000)
                .mapToObj(i -> "--x\r\nContent-Disposition: form-data; name=\"f" + i + "\"\r\n\r\n1\r\n")
                .collect(Collectors.joining());
        for (String page : List.of("/sign-in", "/join", "/me/claims", "/organizer/members/import", "/desk/slips")) {
            odd.put("parts " + page, post(page).body("multipart/form-data; boundary=x", parts + "--x--\r\n"));
            odd.put("one field often " + page, post(page).body(FORM, "login=a&".repeat(900)));
            for (String charset : List.of("nonsense", "utf-16", "utf-7", "x-user-defined", "\"", "utf-8;charset=gbk")) {
                odd.put("form in " + charset + page, post(page).body(FORM + "; charset=" + charset, "login=a&secret=b&code=1"));
            }
            for (String coding : List.of("gzip", "br", "deflate", "nonsense", "gzip, gzip")) {
                odd.put("form as " + coding + page, post(page).with("Content-Encoding", coding).body(FORM, "login=a"));
            }
        }
        for (String api : List.of("/api/sessions", "/api/secrets", "/api/rounds/000000/players")) {
            Map<String, String> bodies = Map.of("deep", "{\"login\":" + "[".repeat(50_000), "deeper",
                    "{\"a\":".repeat(50_000) + "1",
                    "huge", "{\"login\":1e999999999}", "long", "{\"login\":" + "9".repeat(100_000) + "}",
                    "twice", "{\"login\":\"a\",\"login\":\"b\",\"secret\":\"c\"}", "null",
                    "{\"login\":\"\\u0000\",\"secret\":\"a\\u0000\"}",
                    "many",
                    "{" + IntStream.range(0, 20_000).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(",")) + "}",
                    "a long name", "{\"" + "n".repeat(200_000) + "\":1}");
            bodies.forEach((name, body) -> odd.put(name + api, post(api).json(body)));
            for (String charset : List.of("nonsense", "utf-16", "gbk", "\"")) {
                odd.put("json in " + charset + api, post(api).body("application/json; charset=" + charset, "{\"login\":\"王\"}"));
            }
            odd.put("json as gzip" + api, post(api).with("Content-Encoding", "gzip").json("{}"));
        }
        odd.put("query", Wire.of("GET", "/sign-in?" + "a=1&".repeat(1_500), null));
        odd.forEach((what, wire) -> {
            Wire.Answer answer = wire.send();
            assertThat(answer.status()).as(what + " " + answer.body().lines().findFirst().orElse("")).isBetween(400, 499);
            Refused.documentOrPage(answer, what);
        });
        List<String> kept = Collections.nCopies(300, "a=1");
        assertThat(Wire.of("GET", "/sign-in?" + String.join("&", kept), null).send().status()).isEqualTo(200);
    }

    @Test
    void odd_heads_never_break_anything() throws IOException {
        for (String head : List.of("Cookie: " + "a=b; ".repeat(3_000), "Cookie: =;;=;\u0001", "Cookie: lang=\"; csrf-token=%00",
                IntStream.range(0, 900).mapToObj(i -> "X-" + i + ": 1").collect(Collectors.joining("\r\n")), "Accept: nonsense",
                "Accept: */*;q=9", "Accept: text/html;q=\u0000")) {
            for (String page : List.of("/sign-in", "/api/goods", "/css/app.css", "/q/health/live")) {
                String answer = Wire
                        .raw("GET " + page + " HTTP/1.1\r\nHost: localhost\r\n" + head + "\r\nConnection: close\r\n\r\n");
                String what = page + " " + head.substring(0, Math.min(40, head.length()));
                assertThat(answer).as(what).matches("(?s)(HTTP/1.[01] [234].*)?");
                assertThat(answer).as(what).doesNotContain("Exception", "\tat ");
            }
        }
    }

    /** By a program of nobody's: a browser would be asked for its token first. */
    private static Wire post(String path) {
        return Objects.requireNonNull(Wire.of("POST", path, "nobody"));
    }
}
