package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.aixin.identity.Role;
import org.aixin.identity.Unit;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

/** A village with its people and all that is in it, as far as it has been furnished. */
final class Things {
    static final byte[] PICTURE = picture();
    final Unit unit;
    /** Of somebody of each role. */
    final Map<Role, String> tokens = new EnumMap<>(Role.class);
    /** What stands in which gap of an address or a body, by the gap's name. */
    private final Map<String, Object> gaps = new HashMap<>();
    /** What nobody of another village may read. */
    final Set<String> marks = new LinkedHashSet<>();
    /** What no clerk of another shop may read. */
    final Set<String> ofShop = new LinkedHashSet<>();

    /** Of a clerk who works in the van alone. */
    String bound = "";

    Things(Unit unit) {
        this.unit = unit;
    }

    /** Ids are kept as texts; a number or a structure is kept as it is. */
    Things put(Object value, String... names) {
        for (String name : names) {
            gaps.put(name, value instanceof Long id ? id.toString() : value);
        }
        return this;
    }

    @Nullable
    Object gap(String name) {
        return gaps.get(name);
    }

    String text(String name) {
        return String.valueOf(gaps.get(name));
    }

    /** Words that nobody else says. */
    String secret(String words) {
        String mark = words + UUID.randomUUID().toString().substring(0, 8);
        marks.add(mark);
        return mark;
    }

    /** Words that nobody says in another shop. */
    String secretOfShop(String words) {
        String mark = secret(words);
        ofShop.add(mark);
        return mark;
    }

    RequestSpecification as(Role role) {
        return RestAssured.given().header("Authorization", "Bearer " + tokens.get(role)).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID()).redirects().follow(false);
    }

    /** A request that must succeed. */
    JsonPath done(Role role, String path, Object body) {
        Response answer = as(role).body(body).post(path);
        assertThat(answer.statusCode()).as(path + " " + answer.asString()).isBetween(200, 204);
        return new JsonPath(answer.statusCode() == 204 ? "{}" : answer.asString());
    }

    /** A form that must be taken. */
    void form(Role role, String path, Map<String, ?> fields) {
        Response answer = as(role).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields).formParam("key", UUID.randomUUID().toString()).post(path);
        assertThat(answer.statusCode()).as(path + " " + answer.asString()).isIn(200, 303);
    }

    JsonPath photo(Role role, String path) {
        Response answer = as(role).contentType("image/png").body(PICTURE).post(path);
        assertThat(answer.statusCode()).as(path + " " + answer.asString()).isBetween(200, 204);
        return new JsonPath(answer.statusCode() == 204 ? "{}" : answer.asString());
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", file);
            return file.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
