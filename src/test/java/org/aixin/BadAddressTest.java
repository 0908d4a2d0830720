package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import jakarta.inject.Inject;

import org.aixin.Operations.Operation;
import org.aixin.identity.Role;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses with nonsense in them, or that nobody can read. */
@QuarkusTest
class BadAddressTest {
    @Inject
    TriedVillage village;
    private List<Operation> operations = List.of();

    @BeforeEach
    void as_things_stand() {
        operations = Operations.served();
        village.remember();
    }

    @AfterEach
    void nothing_has_changed() {
        village.mustBeAsItWas();
    }

    @Test
    void ids_and_codes_that_are_none() {
        AtOnce.each(operations, operation -> {
            if (operation.hasPlaceholder() && operation.isApi()) {
                for (String value : Nonsense.PATHS) {
                    Wire request = village.to(operation, operation.at(value));
                    Refused.document(operation.takes("application/json") ? request.json("{}") : request, operation + " " + value);
                }
            }
        });
    }

    @Test
    void questions_that_make_no_sense() {
        AtOnce.each(operations, operation -> {
            if (operation.method().equals("GET")) {
                for (String parameter : operation.query()) {
                    for (String value : Nonsense.QUERIES) {
                        String question = "?" + parameter + "=" + value;
                        Wire.Answer answer = Refused.unlessDone(
                                village.to(operation, operation.at("999999999999999999") + question),
                                operation + question);
                        assertThat(answer.head()).doesNotContainIgnoringCase("X-Bad");
                        assertThat(answer.type().contains("html") ? answer.body() : "").doesNotContain(Nonsense.HTML);
                    }
                }
            }
        });
    }

    @Test
    void limits_and_cursors_are_checked() {
        AtOnce.each(operations, operation -> {
            if (operation.isApi() && !operation.hasPlaceholder() && operation.query().contains("limit")) {
                for (String limit : List.of("abc", "-1", "0", "101", "1.5", "99999999999", "%F0%9F%98%80")) {
                    Refused.document(village.to(operation, operation.path() + "?limit=" + limit), operation + " limit=" + limit);
                }
                for (String cursor : List.of("abc", "-1", "1.5", "%00", "9223372036854775808", "%F0%9F%98%80")) {
                    Refused.document(village.to(operation, operation.path() + "?cursor=" + cursor),
                            operation + " cursor=" + cursor);
                }
            }
        });
    }

    @Test
    void methods_and_paths_that_are_not_there() {
        for (Operation operation : operations) {
            boolean known = operations.stream()
                    .anyMatch(other -> other.path().equals(operation.path()) && other.method().equals("PUT"));
            if (operation.isApi() && !known) {
                Refused.document(Wire.of("PUT", operation.at("1"), village.furnished().tokens().get(Role.ADMIN)),
                        "PUT " + operation);
            }
        }
        for (String path : List.of("/api/nothing", "/api", "/api/orders/1/nothing", "/nothing", "/api/%2e%2e/x",
                "/..%2f..%2fetc%2fpasswd", "/application.properties", "/aixin.css/..%2fapplication.properties")) {
            Refused.document(Wire.of("GET", path, village.furnished().tokens().get(Role.ADMIN)), path);
        }
    }

    @Test
    void addresses_that_cannot_be_read() throws IOException {
        for (String path : List.of("/api/members/%zz", "/api/members?query=%zz", "/%zz", "/%", "/../../etc/passwd", "/api/\u00e9",
                "/api/members/%e4%bd", "*", "nonsense")) {
            Refused.document(raw("GET " + path + " HTTP/1.1"), path);
        }
    }

    @Test
    void addresses_and_heads_that_are_too_long() throws IOException {
        for (int length : List.of(4097, 8192, 60_000)) {
            Wire.Answer answer = raw("GET /shop?q=" + "x".repeat(length) + " HTTP/1.1");
            Refused.document(answer, length);
            assertThat(answer.status()).isEqualTo(414);
        }
        Wire.Answer answer = raw("GET / HTTP/1.1\r\nX-Long: " + "x".repeat(30_000));
        Refused.document(answer, "a long head");
        assertThat(answer.status()).isEqualTo(431);
    }

    /** What no HTTP server can take apart is refused below everything that we could hook into: with a bare status, and soon. */
    @Test
    void what_is_no_request_at_all_gets_a_bare_status() throws IOException {
        for (String head : List.of("NONSENSE", "GET / HTTP/1.1\r\nbroken header", "GET /" + "x".repeat(70_000) + " HTTP/1.1",
                "GET / HTTP/1.1\r\nX-Long: " + "x".repeat(140_000))) {
            assertThat(Wire.raw(head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(head.substring(0, Math.min(40, head.length()))).matches("(?s)|HTTP/1.[01] 4\\d\\d .*");
        }
    }

    private Wire.Answer raw(String head) throws IOException {
        return Wire.Answer.of(Wire.raw(head + "\r\nHost: localhost\r\nAuthorization: Bearer "
                + village.furnished().tokens().get(Role.ADMIN) + "\r\nConnection: close\r\n\r\n"));
    }
}
