package org.aixin.identity;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.access.Secrets;
import org.aixin.access.TestSessions;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** People and units of a test's own, so that no test depends on another or on the demo village. */
@ApplicationScoped
public class TestPeople {
    public static final String SECRET = "a test's secret";
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis() % 1_000_000_000L);
    private final Units units;
    private final Members members;
    private final Admissions admissions;
    private final Grants grants;
    private final Secrets secrets;
    private final TestSessions sessions;
    private final String hash;

    TestPeople(Units units, Members members, Admissions admissions, Grants grants, Secrets secrets, TestSessions sessions,
            Hashing hashing) {
        this.units = units;
        this.members = members;
        this.admissions = admissions;
        this.grants = grants;
        this.secrets = secrets;
        this.sessions = sessions;
        this.hash = hashing.hash(SECRET);
    }

    /** A village in a county of its own; its parent is the county. */
    @Transactional
    public Unit village() {
        long number = NUMBERS.incrementAndGet();
        Unit county = units.add(null, Unit.Kind.COUNTY, "县" + number);
        return units.add(county, Unit.Kind.VILLAGE, "村" + number);
    }

    /** One village more in a county. */
    @Transactional
    public Unit villageOf(Unit county) {
        return units.add(county, Unit.Kind.VILLAGE, "村" + NUMBERS.incrementAndGet());
    }

    /** The county in which a village lies. */
    public Unit county(Unit village) {
        return units.unit(Objects.requireNonNull(village.parent()));
    }

    /** A resident of the unit with a household of their own, a phone, and {@link #SECRET}. */
    @Transactional
    public Member resident(Unit unit, String name) {
        return resident(unit, name, admissions.household(name, unit.id()));
    }

    /** A resident in this household. */
    @Transactional
    public Member resident(Unit unit, String name, long household) {
        long id = admissions.admit(new Admissions.Row(name, phone(), null, null, household, unit.id(), false));
        grants.write(id, Role.RESIDENT, unit.id(), null);
        secrets.keep(id, hash);
        return new Member(id, name, null, null, household, unit.path(), unit.name(), false, false);
    }

    /** Somebody who works here: with a phone and {@link #SECRET}, no household, and the role at the unit. */
    @Transactional
    public Person staff(Unit unit, Role role) {
        long id = admissions.admit(new Admissions.Row("员工", phone(), null, null, null, unit.id(), false));
        grants.write(id, role, unit.id(), null);
        secrets.keep(id, hash);
        return sessions.person(id);
    }

    /** Gives a member a role more. */
    public void grant(long member, Role role, Unit unit) {
        grants.write(member, role, unit.id(), null);
    }

    /** The phone of somebody who was made here. */
    public String phoneOf(Member member) {
        return phoneOf(member.id());
    }

    /** The phone of somebody who was made here. */
    public String phoneOf(long member) {
        return Objects.requireNonNull(members.member(member).phone());
    }

    /** A phone that nobody has. */
    public static String phone() {
        return "19" + "%09d".formatted(NUMBERS.incrementAndGet() % 1_000_000_000L);
    }

    /** Lets this person say yes, as the second, to what waits under this id. */
    public void confirm(long by, String secondPerson) {
        as(by).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("confirm", true))
                .post("/api/second-person/" + secondPerson + "/decision").then().statusCode(200);
    }

    /** A request with the token of this member. */
    public RequestSpecification as(long member) {
        return RestAssured.given().auth().preemptive().oauth2(token(member)).contentType("application/json");
    }

    /** The token of a session that was just opened for this member. */
    public String token(long member) {
        return sessions.token(member);
    }
}
