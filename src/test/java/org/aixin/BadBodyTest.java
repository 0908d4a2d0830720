package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.aixin.Operations.Operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies that are none, or say what cannot be, in every place that the served OpenAPI document names. */
@QuarkusTest
class BadBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
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
    void bodies_that_are_no_object() {
        AtOnce.each(operations, operation -> {
            if (operation.takes("application/json")) {
                String path = operation.at("999999999999999999");
                for (String body : Nonsense.BODIES) {
                    Refused.document(village.to(operation, path).json(body),
                            operation + " " + body.substring(0, Math.min(20, body.length())));
                }
                Refused.document(village.to(operation, path).with("Content-Type", "application/json"), operation + " no body");
            }
        });
    }

    @Test
    void fields_of_another_type() {
        AtOnce.each(operations, operation -> {
            operation.fields().forEach((field, type) -> {
                List<String> values = new ArrayList<>(Nonsense.wrongTypes(type));
                if (type.equals("integer") || type.equals("number")) {
                    values.addAll(Nonsense.numbers());
                }
                for (String value : values) {
                    String body = "{\"" + field + "\":" + value + "}";
                    Refused.document(village.to(operation, operation.at("999999999999999999")).json(body),
                            operation + " " + body);
                }
            });
        });
    }

    @Test
    void content_that_is_not_taken() {
        AtOnce.each(operations, operation -> {
            if (operation.isApi() && operation.takes("application/json") && operation.bodies().size() == 1) {
                for (String type : List.of("text/plain", "application/xml", "text/html", "nonsense", "", "image/png")) {
                    Refused.document(village.to(operation, operation.at("1")).body(type, "x"), operation + " " + type);
                }
            }
        });
    }

    @Test
    void samples_with_one_thing_wrong() throws JsonProcessingException {
        AtOnce.each(Sample.all(village), sample -> {
            for (String place : sample.places()) {
                String type = sample.type(place);
                List<String> values = new ArrayList<>(Nonsense.wrongTypes(type));
                if (type.equals("integer")) {
                    values.addAll(Nonsense.numbers());
                }
                for (String value : values) {
                    Refused.document(sample.with(village, place, JSON.readTree(value)), sample + " " + place + " = " + value);
                }
            }
        });
    }

    @Test
    void every_refusal_speaks_english_too() {
        AtOnce.each(operations, operation -> {
            if (operation.isApi() && operation.takes("application/json")) {
                JsonNode answer = village.to(operation, operation.at("999999999999999999")).with("Accept-Language", "en")
                        .json("{").send()
                        .json();
                assertThat(answer.path("detail").asText()).as(operation.toString()).matches("[\\x20-\\x7e’“”]+");
                assertThat(answer.path("code").asText()).as(operation.toString()).matches("[a-z_]+");
            }
        });
    }

    @Test
    void whoever_may_not_call_learns_no_more_than_that() {
        AtOnce.each(operations, operation -> {
            if (operation.isApi() && !operation.roles().isEmpty()) {
                for (String token : List.of("", "nonsense", "x".repeat(5000), Nonsense.SQL)) {
                    Wire call = Wire.of(operation.method(), operation.at("1"), token);
                    Wire.Answer answer = (operation.takes("text/csv") ? call.body("text/csv", "a") : call.json("{}")).send();
                    assertThat(answer.status()).as(operation + " " + token).isEqualTo(401);
                    assertThat(answer.json().path("code").asText()).isEqualTo("sign_in_required");
                }
            }
        });
    }

}
