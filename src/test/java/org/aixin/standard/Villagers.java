package org.aixin.standard;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Admissions;
import org.aixin.identity.Grants;
import org.aixin.identity.Role;
import org.aixin.identity.Secrets;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

/** A village of their own for tests that change state: a unit, its staff and residents. */
@ApplicationScoped
class Villagers {
    private static final String SECRET = "aixin2026";
    private final Units units;
    private final Admissions admissions;
    private final Grants grants;
    private final Secrets secrets;

    Villagers(Units units, Admissions admissions, Grants grants, Secrets secrets) {
        this.units = units;
        this.admissions = admissions;
        this.grants = grants;
        this.secrets = secrets;
    }

    /** Somebody in the village; the token is that of a new session. */
    record Villager(long id, String name, @Nullable String card, String token, long household) {
        /** A request in this person's name. */
        RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
        }

        /** A keyed request in this person's name. */
        RequestSpecification sends(Map<String, ?> body) {
            return asks().header("Idempotency-Key", "k" + ThreadLocalRandom.current().nextLong()).body(body);
        }
    }

    @Transactional
    Unit village() {
        return units.add(null, Unit.Kind.VILLAGE, "村" + ThreadLocalRandom.current().nextInt(1_000_000_000));
    }

    Villager villager(Unit unit, String name, Role role) {
        return villager(unit, name, role, null);
    }

    Villager villager(Unit unit, String name, Role role, @Nullable Long household) {
        String phone = "19" + ThreadLocalRandom.current().nextLong(100_000_000, 999_999_999);
        String card = Long.toString(ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L));
        long home = admit(unit, name, role, household, phone, card);
        String token = given().contentType(ContentType.JSON).body(Map.of("login", phone, "secret", SECRET)).post("/api/sessions")
                .then().statusCode(201).extract().path("token");
        String id = given().header("Authorization", "Bearer " + token).get("/api/me").then().statusCode(200).extract().path("id");
        return new Villager(Long.parseLong(id), name, card, token, home);
    }

    @Transactional
    long admit(Unit unit, String name, Role role, @Nullable Long household, String phone, String card) {
        long home = household == null ? admissions.household(name, unit.id()) : household;
        long id = admissions.admit(new Admissions.Row(name, phone, card, null, home, unit.id(), role == Role.RESIDENT));
        grants.write(id, role, unit.id(), null);
        secrets.keep(id, secrets.hashForDemo(SECRET));
        return home;
    }
}
