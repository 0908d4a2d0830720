package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.Operations.Operation;
import org.aixin.identity.Role;
import org.aixin.kernel.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nonsense in every place that the served OpenAPI document names: refused in words, and nothing has changed. */
@QuarkusTest
class BadInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What may grow without anything having happened: who tried what, and when; and banks that a form calls "abc". */
    private static final String ASIDE = "'session','idempotency','question_bank','wrong_secret','wrong_secret_day','trusted_address','visit','code_key'";
    private static Village.@Nullable Furnished furnished;
    private static String order = "", card = "";
    @Inject
    Village villages;
    @Inject
    Sql sql;
    private Village.Furnished village;
    private List<Operation> operations;
    private Map<String, String> before = Map.of();

    @BeforeEach
    void as_things_stand() {
        if (furnished == null) {
            furnished = villages.furnished(20, 100);
            order = furnished.done(Role.RESIDENT, "/api/orders", furnished.wish(1)).getString("code");
            card = furnished.done(Role.ADMIN, "/api/members/" + furnished.wang().id() + "/cards", Map.of()).getString("card");
        }
        village = furnished;
        operations = Operations.served();
        before = everything();
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(everything()).isEqualTo(before);
        Response check = village.as(Role.AUDITOR).get("/api/ledger/check");
        assertThat(check.jsonPath().getBoolean("ok")).as(check.asString()).isTrue();
    }

    /** Every table with how many rows it has, and a mark of those that change in place. */
    private Map<String, String> everything() {
        Map<String, String> found = new LinkedHashMap<>();
        sql.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                + " AND table_name NOT IN (" + ASIDE + ") ORDER BY table_name", row -> row.getString(1))
                .forEach(table -> found.put(table,
                        sql.first("CHECKSUM TABLE " + table, row -> row.getString(2)).orElse("")));
        return found;
    }

    private Wire to(Operation operation, String path) {
        return Wire.of(operation.method(), path,
                operation.roles().isEmpty() ? null : village.tokens().get(Role.valueOf(operation.roles().get(0))));
    }

    private static void refused(Wire request, Object what) {
        refused(request.send(), what);
    }

    private static void refused(Wire.Answer answer, Object what) {
        String said = what + " -> " + answer.status() + " " + answer.body();
        String asked = said.substring(0, Math.min(1000, said.length()));
        assertThat(answer.status()).as(asked).isBetween(400, 499);
        if (answer.status() == 414) {
            return; // an address too long to be read is refused before anybody can say why
        }
        assertThat(answer.type()).as(asked).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).as(asked).isEqualTo(answer.status());
        assertThat(problem.path("code").asText()).as(asked).matches("[a-z]+(_[a-z]+)*");
        assertThat(problem.path("title").asText()).as(asked).containsPattern("\\p{IsHan}");
        assertThat(problem.path("detail").asText()).as(asked).containsPattern("\\p{IsHan}").hasSizeLessThan(400);
    }

    /** Where a text may be anything: done, or refused as everything else is. */
    private static Wire.Answer doneOrRefused(Wire request, Object what) {
        Wire.Answer answer = request.send();
        if (answer.status() >= 400 && answer.status() < 500 && answer.type().startsWith("text/html")) {
            return answer; // a form that is shown again with what is wrong in it
        }
        if (answer.status() >= 400) {
            refused(answer, what);
        }
        return answer;
    }

    @Test
    void bodies_that_are_no_object() {
        for (Operation operation : operations) {
            if (operation.takes("application/json")) {
                String path = operation.at("999999999999999999");
                for (String body : Nonsense.BODIES) {
                    refused(to(operation, path).json(body), operation + " " + body.substring(0, Math.min(20, body.length())));
                }
                refused(to(operation, path).with("Content-Type", "application/json"), operation + " no body");
            }
        }
    }

    @Test
    void fields_of_another_type() {
        for (Operation operation : operations) {
            operation.fields().forEach((field, type) -> {
                List<String> values = new ArrayList<>(Nonsense.wrongTypes(type));
                if (type.equals("integer") || type.equals("number")) {
                    values.addAll(Nonsense.numbers());
                }
                for (String value : values) {
                    String body = "{\"" + field + "\":" + value + "}";
                    refused(to(operation, operation.at("999999999999999999")).json(body), operation + " " + body);
                }
            });
        }
    }

    @Test
    void content_that_is_not_taken() {
        for (Operation operation : operations) {
            if (operation.isApi() && operation.takes("application/json") && operation.bodies().size() == 1) {
                for (String type : List.of("text/plain", "application/xml", "text/html", "nonsense", "image/png")) {
                    refused(to(operation, operation.at("1")).body(type, "x"), operation + " " + type);
                }
            }
        }
    }

    @Test
    void ids_and_codes_that_are_none() {
        for (Operation operation : operations) {
            if (operation.hasPlaceholder() && operation.isApi()) {
                for (String value : Nonsense.PATHS) {
                    Wire request = to(operation, operation.at(value));
                    refused(operation.takes("application/json") ? request.json("{}") : request, operation + " " + value);
                }
            }
        }
    }

    @Test
    void questions_that_make_no_sense() {
        for (Operation operation : operations) {
            if (operation.method().equals("GET")) {
                for (String parameter : operation.query()) {
                    for (String value : Nonsense.QUERIES) {
                        String question = "?" + parameter + "=" + value;
                        Wire.Answer answer = doneOrRefused(to(operation, operation.at("999999999999999999") + question),
                                operation + question);
                        assertThat(answer.whole().headers().firstValue("X-Bad")).isEmpty();
                        assertThat(answer.type().contains("html") ? answer.body() : "").doesNotContain(Nonsense.HTML);
                    }
                }
            }
        }
    }

    @Test
    void limits_and_cursors_are_checked() {
        for (Operation operation : operations) {
            if (operation.isApi() && !operation.hasPlaceholder() && operation.query().contains("limit")) {
                for (String limit : List.of("abc", "-1", "0", "101", "1.5", "99999999999", "%F0%9F%98%80")) {
                    refused(to(operation, operation.path() + "?limit=" + limit), operation + " limit=" + limit);
                }
                for (String cursor : List.of("abc", "-1", "1.5", "%00", "9223372036854775808", "%F0%9F%98%80")) {
                    refused(to(operation, operation.path() + "?cursor=" + cursor), operation + " cursor=" + cursor);
                }
            }
        }
    }

    @Test
    void forms_of_pages_filled_with_nonsense() {
        for (Operation operation : operations) {
            if (operation.takes("application/x-www-form-urlencoded")) {
                for (String value : List.of("", "-1", "abc", "99999999999999999999", "%00", "%ff", "%F0%9F%98%80", "%E7%8E%8B",
                        "%2B999999999-12-31", "9999-12-31", "-999999999-01-01", "x".repeat(5000))) {
                    StringBuilder form = new StringBuilder();
                    operation.formFields().forEach(field -> form.append(field).append('=').append(value).append('&'));
                    doneOrRefused(to(operation, operation.at("999999999999999999")).body("application/x-www-form-urlencoded",
                            form.toString()), operation + " " + value.substring(0, Math.min(20, value.length())));
                }
            }
        }
    }

    @Test
    void methods_and_paths_that_are_not_there() {
        for (Operation operation : operations) {
            boolean known = operations.stream()
                    .anyMatch(other -> other.path().equals(operation.path()) && other.method().equals("PUT"));
            if (operation.isApi() && !known) {
                refused(Wire.of("PUT", operation.at("1"), village.tokens().get(Role.ADMIN)), "PUT " + operation);
            }
        }
        for (String path : List.of("/api/nothing", "/api", "/api/orders/1/nothing", "/nothing", "/api/%2e%2e/x",
                "/..%2f..%2fetc%2fpasswd", "/application.properties", "/aixin.css/..%2fapplication.properties")) {
            refused(Wire.of("GET", path, village.tokens().get(Role.ADMIN)), path);
        }
    }

    @Test
    void addresses_that_cannot_be_read() throws IOException {
        for (String path : List.of("/api/members/%zz", "/api/members?query=%zz", "/%zz", "/%", "/../../etc/passwd", "/api/\u00e9",
                "/api/members/%e4%bd")) {
            String said = Wire.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + village.tokens().get(Role.ADMIN) + "\r\nConnection: close\r\n\r\n");
            assertThat(said).as(path).matches("(?s)HTTP/1.1 4\\d\\d .*");
        }
    }

    @Test
    void samples_with_one_thing_wrong() throws JsonProcessingException {
        for (Sample sample : samples()) {
            for (String place : places(sample.body, "")) {
                JsonNode was = sample.body.at(place);
                List<String> values = new ArrayList<>(Nonsense.wrongTypes(type(was)));
                if (was.isIntegralNumber()) {
                    values.addAll(Nonsense.numbers());
                } else if (was.isTextual()) {
                    values.addAll(List.of("\"\\u0000\"", "\"x\\u0007y\"", "\"" + "长".repeat(3000) + "\""));
                }
                for (String value : values) {
                    refused(sample.with(village, with(sample.body, place, JSON.readTree(value))),
                            sample.path + " " + place + " = " + value);
                }
            }
        }
    }

    @Test
    void ten_million_characters_in_every_text() throws JsonProcessingException {
        JsonNode endless = JSON.getNodeFactory().textNode(Nonsense.TEN_MILLION);
        for (Sample sample : samples()) {
            for (String place : places(sample.body, "")) {
                if (sample.body.at(place).isTextual() && !place.substring(1).contains("/")) {
                    refused(sample.with(village, with(sample.body, place, endless)), sample.path + " " + place + " 10 MB");
                }
            }
        }
    }

    @Test
    void more_than_twelve_megabytes_is_not_even_read() throws IOException {
        for (String path : List.of("/api/orders", "/api/desk/scan-photo?shop=x", "/api/sessions", "/nothing")) {
            assertThat(Wire.raw(
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                            + village.tokens().get(Role.CLERK) + "\r\nContent-Length: 13000000\r\n\r\n{"))
                    .as(path)
                    .startsWith("HTTP/1.1 413").containsIgnoringCase("application/problem+json");
        }
    }

    @Test
    void every_refusal_speaks_english_too() {
        for (Operation operation : operations) {
            if (operation.isApi() && operation.takes("application/json")) {
                JsonNode answer = to(operation, operation.at("999999999999999999")).with("Accept-Language", "en").json("{").send()
                        .json();
                assertThat(answer.path("detail").asText()).as(operation.toString()).matches("[\\x20-\\x7e’“”]+");
                assertThat(answer.path("code").asText()).as(operation.toString()).matches("[a-z_]+");
            }
        }
    }

    @Test
    void whoever_may_not_call_learns_no_more_than_that() {
        for (Operation operation : operations) {
            if (operation.isApi() && !operation.roles().isEmpty()) {
                for (String token : List.of("", "nonsense", "x".repeat(5000), Nonsense.SQL)) {
                    Wire.Answer answer = Wire.of(operation.method(), operation.at("1"), token).json("{}").send();
                    assertThat(answer.status()).as(operation + " " + token).isEqualTo(401);
                    assertThat(answer.json().path("code").asText()).isEqualTo("sign_in_required");
                }
            }
        }
    }

    /** A request that would succeed as it is. */
    private record Sample(String method, String path, Role who, ObjectNode body) {
        Wire with(Village.Furnished village, JsonNode json) throws JsonProcessingException {
            return Wire.of(method, path, village.tokens().get(who)).json(JSON.writeValueAsString(json));
        }
    }

    private List<Sample> samples() throws JsonProcessingException {
        String wang = Long.toString(village.wang().id()), unit = Long.toString(village.unit().id());
        String shop = "\"shop\":\"" + village.shop() + "\"", lines = "\"lines\":[{\"goods\":\"" + village.rice()
                + "\",\"quantity\":1}]";
        String slips = "/api/shops/" + village.shop() + "/slips";
        return List.of(
                sample("POST", "/api/awards", Role.ORGANIZER, "{\"memberId\":\"" + wang
                        + "\",\"rule\":\"drill\",\"quantity\":1,\"occurredAt\":\"" + OffsetDateTime.now().minusDays(1)
                        + "\",\"reference\":\"r\",\"note\":\"n\"}"),
                sample("POST", "/api/orders", Role.RESIDENT, "{" + shop + "," + lines + "}"),
                sample("POST", slips, Role.CLERK, "{\"kind\":\"IN\"," + lines + ",\"reason\":\"进货\"}"),
                sample("POST", "/api/goods", Role.ADMIN,
                        "{\"code\":\"bad-input\",\"name\":\"米\",\"points\":5,\"unit\":\"袋\",\"monthlyLimit\":1}"),
                sample("PATCH", "/api/goods/" + village.rice(), Role.ADMIN,
                        "{\"name\":\"米\",\"points\":6,\"unit\":\"包\",\"status\":\"PAUSED\"}"),
                sample("POST", "/api/shops", Role.ADMIN,
                        "{\"code\":\"bad-input\",\"name\":\"店\",\"kind\":\"MOBILE\",\"unit\":\"" + unit
                                + "\",\"eventEndsAt\":\"" + OffsetDateTime.now().plusDays(1) + "\"}"),
                sample("PATCH", "/api/shops/" + village.shop(), Role.ADMIN,
                        "{\"name\":\"店\",\"keepDays\":3,\"eventEndsAt\":\"" + OffsetDateTime.now().plusDays(1)
                                + "\",\"paused\":true}"),
                sample("POST", "/api/units", Role.ADMIN, "{\"name\":\"组\",\"kind\":\"COMPOUND\",\"parent\":\"" + unit + "\"}"),
                sample("POST", "/api/members", Role.ADMIN,
                        "{\"name\":\"张三\",\"phone\":\"18812345678\",\"card\":\"123456789\",\"household\":\""
                                + village.wang().household()
                                + "\",\"unit\":\"" + unit + "\",\"partyMember\":true,\"login\":\"bad_input\"}"),
                sample("POST", "/api/members/" + wang + "/roles", Role.ADMIN,
                        "{\"role\":\"clerk\",\"unit\":\"" + unit + "\"}"),
                sample("POST", "/api/members/" + wang + "/cards", Role.ADMIN, "{\"card\":\"123456789\"}"),
                sample("POST", "/api/desk/scan", Role.CLERK, "{" + shop + ",\"code\":\"" + card + "\"}"),
                sample("POST", "/api/desk/collections", Role.CLERK, "{" + shop + ",\"code\":\"" + order + "\"}"),
                sample("POST", "/api/desk/redemptions", Role.CLERK,
                        "{" + shop + ",\"visit\":\"" + visit() + "\"," + lines + ",\"secret\":\"1\"}"),
                sample("POST", "/api/question-banks", Role.ORGANIZER, "{\"title\":\"库\",\"unit\":\"" + unit + "\"}"),
                sample("POST", "/api/question-banks/" + village.bank() + "/questions", Role.ORGANIZER,
                        "{\"text\":\"问\",\"kind\":\"SINGLE\",\"options\":[{\"text\":\"甲\",\"correct\":true},{\"text\":\"乙\",\"correct\":false}],"
                                + "\"explanation\":\"解\",\"source\":\"源\",\"topic\":\"题\",\"difficulty\":1}"),
                sample("POST", "/api/quizzes", Role.ORGANIZER, "{\"title\":\"答\",\"bank\":\"" + village.bank()
                        + "\",\"draw\":1,\"secondsPerQuestion\":60,\"mode\":\"SELF\",\"triesPerDay\":1,\"pass\":1,\"unit\":\""
                        + unit
                        + "\"}"),
                sample("POST", "/api/attempts/1/answers", Role.RESIDENT,
                        "{\"answers\":[{\"question\":\"1\",\"options\":[\"1\"]}]}"),
                sample("POST", "/api/me/secret", Role.RESIDENT, "{\"old\":\"1\",\"secret\":\"19283746\"}"));
    }

    /** By card, so that it needs the secret. */
    private String visit() {
        return village.as(Role.CLERK).body(Map.of("shop", village.shop(), "code", card)).post("/api/desk/scan").jsonPath()
                .getString("visit");
    }

    private static Sample sample(String method, String path, Role who, String body) throws JsonProcessingException {
        return new Sample(method, path, who, (ObjectNode) JSON.readTree(body));
    }

    /** JSON pointers to everything in a body, the first of every list. */
    private static List<String> places(JsonNode node, String here) {
        List<String> places = new ArrayList<>();
        if (!here.isEmpty()) {
            places.add(here);
        }
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.addAll(places(object.get(name), here + "/" + name)));
        } else if (node instanceof ArrayNode array) {
            places.addAll(places(array.get(0), here + "/0"));
        }
        return places;
    }

    private static JsonNode with(JsonNode body, String place, JsonNode value) {
        JsonNode copy = body.deepCopy();
        int cut = place.lastIndexOf('/');
        JsonNode parent = copy.at(place.substring(0, cut));
        if (parent instanceof ObjectNode object) {
            object.set(place.substring(cut + 1), value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(place.substring(cut + 1)), value);
        }
        return copy;
    }

    private static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> "integer";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            default -> "object";
        };
    }
}
