package org.aixin.standard;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.identity.Admissions;
import org.aixin.identity.Grants;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

/** A village of their own for tests that change state: a unit, its staff and residents. */
@ApplicationScoped
class Villagers {
    private final Units units;
    private final Admissions admissions;
    private final Grants grants;
    private final TestPeople people;

    Villagers(Units units, Admissions admissions, Grants grants, TestPeople people) {
        this.units = units;
        this.admissions = admissions;
        this.grants = grants;
        this.people = people;
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
        long home = household == null ? home(unit, name) : household;
        long id = admit(unit, name, role, home, phone, card);
        return new Villager(id, name, card, people.token(id), home);
    }

    @Transactional
    long home(Unit unit, String name) {
        return admissions.household(name, unit.id());
    }

    @Transactional
    long admit(Unit unit, String name, Role role, long home, String phone, String card) {
        long id = admissions.admit(new Admissions.Row(name, phone, card, null, home, unit.id(), role == Role.RESIDENT));
        grants.write(id, role, unit.id(), null);
        return id;
    }
}
