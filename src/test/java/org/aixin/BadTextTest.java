package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Inject;

import org.aixin.identity.Role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts that are too long, or that nobody can read. */
@QuarkusTest
class BadTextTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    @Inject
    TriedVillage village;

    @BeforeEach
    void as_things_stand() {
        village.remember();
    }

    @AfterEach
    void nothing_has_changed() {
        village.mustBeAsItWas();
    }

    @Test
    void texts_that_nobody_can_read_or_that_are_too_long() throws JsonProcessingException {
        AtOnce.each(Sample.all(village), sample -> {
            for (String place : sample.texts()) {
                for (String text : List.of("\0", "x\u0007y", "x\u001b[31my", "\u202egnp.exe", "\ufffd", "长".repeat(3000))) {
                    Refused.document(sample.with(village, place, JSON.textNode(text)), sample + " " + place + " = " + text);
                }
            }
        });
    }

    /** Half an emoji, written as JSON can write it and UTF-8 cannot. */
    @Test
    void half_an_emoji_in_every_text() throws JsonProcessingException {
        AtOnce.each(Sample.all(village), sample -> {
            for (String place : sample.texts()) {
                for (String half : List.of("\\ud800", "x\\udfffy", "\\ude00\\ud83d")) {
                    Wire whole = sample.with(village, place, JSON.textNode("HERE"));
                    String body = Objects.requireNonNull(whole.body()).replace("HERE", half);
                    Refused.document(whole.json(body), sample + " " + place + " " + half);
                }
            }
        });
    }

    @Test
    void ten_million_characters_in_a_text_of_each() throws JsonProcessingException {
        JsonNode endless = JSON.textNode(Nonsense.TEN_MILLION);
        AtOnce.each(Sample.all(village), sample -> {
            Optional<String> place = sample.texts().stream().filter(text -> !text.substring(1).contains("/")).findFirst();
            if (place.isPresent()) {
                Refused.document(sample.with(village, place.get(), endless), sample + " " + place.get() + " 10 MB");
            }
        });
    }

    @Test
    void more_than_twelve_megabytes_is_not_even_read() throws IOException {
        for (String path : List.of("/api/orders", "/api/desk/scan-photo?shop=x", "/api/sessions", "/nothing")) {
            assertThat(Wire.raw(
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                            + village.furnished().tokens().get(Role.CLERK)
                            + "\r\nConnection: close\r\nContent-Length: 13000000\r\n\r\n{"))
                    .as(path)
                    .startsWith("HTTP/1.1 413").containsIgnoringCase("application/problem+json");
        }
    }

}
