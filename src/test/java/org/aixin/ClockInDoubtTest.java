package org.aixin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.aixin.Village.Furnished;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.kernel.TestStart;
import org.aixin.kernel.Timers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock that was moved: nothing is taken away by it, nothing is written with a wrong time, and it comes back by itself. */
@QuarkusTest
class ClockInDoubtTest {
    private static final Duration HOUR = Duration.ofHours(1), DAY = Duration.ofDays(1), YEAR = Duration.ofDays(365);
    @Inject
    Village villages;
    @Inject
    TestPeople people;
    @Inject
    Units units;
    @Inject
    TestStart start;
    @Inject
    BusinessTime time;
    @Inject
    Timers timers;
    @Inject
    Sql sql;
    Furnished village;
    long top;

    @BeforeEach
    void a_village() {
        start.afresh();
        village = villages.furnished(20, 60);
        top = people.staff(units.unit(Objects.requireNonNull(village.unit().parent())), Role.ADMIN).id();
    }

    @AfterEach
    void now() {
        start.afresh();
    }

    private Response reserve() {
        return people.as(village.wang().id()).header("Idempotency-Key", UUID.randomUUID()).body(village.wish(1))
                .post("/api/orders");
    }

    private void isInDoubt(String why) {
        reserve().then().statusCode(503).header("Retry-After", equalTo("30")).body("code", equalTo("clock_in_doubt")).body(
                "detail",
                containsString("时间"));
        people.as(top).get("/api/clock").then().statusCode(200).body("inDoubt", equalTo(true)).body("why", equalTo(why));
        given().get("/q/health/ready").then().statusCode(200)
                .body("checks.find { it.name == 'clock' }.data.inDoubt", equalTo(true));
    }

    private void isBelieved() {
        reserve().then().statusCode(201);
        people.as(top).get("/api/clock").then().body("inDoubt", equalTo(false));
    }

    private Response say(long member, LocalDate day) {
        return people.as(member).body(Map.of("day", day.toString())).post("/api/clock");
    }

    @Test
    void wherever_the_clock_jumps_it_is_doubted_at_once_and_believed_again_when_it_is_corrected() {
        for (Duration wrong : new Duration[]{HOUR, DAY, Duration.ofDays(40).minusMinutes(1), YEAR, YEAR.multipliedBy(30),
                HOUR.negated(),
                DAY.negated(), YEAR.negated(), YEAR.multipliedBy(-25)}) {
            TestClock.setWrong(wrong);
            isInDoubt(wrong.isNegative() ? "BEHIND" : wrong.compareTo(Duration.ofDays(40)) > 0 ? "AHEAD" : "JUMPED");
            TestClock.setWrong(Duration.ZERO);
            isBelieved();
        }
    }

    @Test
    void time_that_goes_by_and_small_corrections_raise_no_doubt() {
        TestClock.advance(YEAR);
        start.minute();
        TestClock.setWrong(Duration.ofSeconds(110));
        isBelieved();
        TestClock.setWrong(Duration.ofSeconds(-110));
        isBelieved();
    }

    @Test
    void in_doubt_people_still_read_and_sign_in_and_the_pages_say_so() {
        TestClock.setWrong(YEAR);
        given().contentType("application/json").body(Map.of("login", village.phone(), "secret", TestPeople.SECRET))
                .post("/api/sessions").then().statusCode(201);
        TestClock.setWrong(DAY);
        people.as(village.wang().id()).get("/api/me").then().statusCode(200);
        given().accept("text/html").get("/").then().statusCode(200).body(containsString("本机的时间待核对"));
        people.as(top).accept("text/html").get("/").then().body(containsString("对吗？"), containsString("/clock"));
        people.as(people.staff(village.unit(), Role.ADMIN).id()).accept("text/html").get("/").then()
                .body(not(containsString("对吗？")));
        people.as(top).accept("text/html").get("/clock").then().statusCode(200).body(containsString("今天的日期"));
        people.as(people.staff(village.unit(), Role.ADMIN).id()).accept("text/html").get("/clock").then().statusCode(200)
                .body(not(containsString("今天的日期")));
    }

    @Test
    void sweeps_rest_while_the_clock_is_in_doubt_and_go_on_afterwards() throws Exception {
        AtomicInteger swept = new AtomicInteger(), always = new AtomicInteger();
        TestClock.setWrong(YEAR);
        timers.sweep(Duration.ofMillis(1), Duration.ofMillis(5), swept::incrementAndGet);
        timers.always(Duration.ofMillis(1), Duration.ofMillis(5), always::incrementAndGet);
        while (always.get() < 20) {
            Thread.sleep(5);
        }
        assertThat(swept).hasValue(0);
        TestClock.setWrong(Duration.ZERO);
        while (swept.get() == 0) {
            Thread.sleep(5);
        }
    }

    @Test
    void a_jump_within_forty_days_is_believed_when_the_clock_has_run_on_for_an_hour() {
        TestClock.setWrong(Duration.ofDays(10));
        isInDoubt("JUMPED");
        TestClock.advance(HOUR.minusMinutes(1));
        isInDoubt("JUMPED");
        TestClock.advance(Duration.ofMinutes(2));
        isBelieved();
        TestClock.setWrong(Duration.ofDays(10).plus(YEAR));
        isInDoubt("AHEAD");
        TestClock.advance(DAY);
        isInDoubt("AHEAD");
    }

    @Test
    void only_an_administrator_of_all_who_names_the_day_can_say_that_it_is_right_and_it_stands_on_record() {
        TestClock.setWrong(DAY.negated());
        isInDoubt("BEHIND");
        LocalDate shown = time.today();
        say(people.staff(village.unit(), Role.ADMIN).id(), shown).then().statusCode(403);
        say(top, shown.plusDays(1)).then().statusCode(422).body("code", equalTo("clock_other_day"));
        isInDoubt("BEHIND");
        say(top, shown).then().statusCode(200).body("inDoubt", equalTo(false));
        isBelieved();
        assertThat(sql.first("SELECT why FROM clock_confirmation WHERE member = ?", row -> row.getString(1), top))
                .hasValue("BEHIND");
        start.again();
        isBelieved();
    }

    @Test
    void a_start_with_a_clock_before_the_last_run_or_forty_days_after_it_asks() {
        TestClock.setWrong(HOUR.negated());
        start.again();
        isInDoubt("BEHIND");
        TestClock.setWrong(YEAR.multipliedBy(-26));
        start.again();
        isInDoubt("BEHIND");
        TestClock.setWrong(Duration.ofDays(41));
        start.again();
        isInDoubt("AHEAD");
        TestClock.setWrong(Duration.ZERO);
        isBelieved();
        TestClock.setWrong(Duration.ofDays(39));
        start.again();
        isBelieved();
    }

    @Test
    void a_first_start_is_asked_nothing() {
        sql.update("DELETE FROM clock_seen");
        TestClock.setWrong(YEAR.multipliedBy(20));
        start.again();
        isBelieved();
    }
}
