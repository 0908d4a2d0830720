package org.aixin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Problem;
import org.aixin.kernel.TestClock;
import org.aixin.kernel.Tokens;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six digits, the devices on which they are enough, and strangers who guess. */
@QuarkusTest
class DeviceTest {
    private static final String SHORT = "482913", LONG = TestPeople.SECRET;
    @Inject
    TestPeople people;
    @Inject
    Secrets secrets;
    @Inject
    Devices devices;

    private Member wang;
    private Person organizer;
    private String phone = "";

    @BeforeEach
    void somebody() {
        Unit village = people.village();
        wang = people.resident(village, "王秀英");
        organizer = people.staff(village, Role.ORGANIZER);
        phone = people.phoneOf(wang);
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Test
    void six_digits_are_enough_on_the_phone_where_they_were_set_and_nowhere_else() {
        String device = set(code(), SHORT).statusCode(204).extract().cookie("aixin-device");
        TestClock.advance(Duration.ofDays(2));
        signIn(SHORT, device).statusCode(201);
        signIn(SHORT, null).statusCode(403).body("code", equalTo("device_unknown")).body("detail", containsString("一次性密码"));
        signIn(SHORT, Tokens.fresh(32)).statusCode(403);
        signIn("000000", null).statusCode(401).body("code", equalTo("sign_in_failed"));
        TestClock.advance(Duration.ofDays(401));
        devices.sweep();
        signIn(SHORT, device).statusCode(403);
    }

    @Test
    void whoever_has_just_used_a_one_time_code_comes_in_with_six_digits_though_nothing_was_kept() {
        set(code(), SHORT).statusCode(204);
        signIn(SHORT, null).statusCode(201);
        TestClock.advance(Duration.ofMinutes(16));
        signIn(SHORT, null).statusCode(403).body("code", equalTo("device_unknown"));
    }

    @Test
    void the_device_of_one_is_not_that_of_a_neighbour() {
        String device = set(code(), SHORT).extract().cookie("aixin-device");
        Member liu = people.resident(people.village(), "刘奶奶");
        secrets.keep(liu.id(), secrets.hashForDemo(SHORT));
        assertThatThrownBy(() -> secrets.memberWith(people.phoneOf(liu), SHORT, on(device, "far"))).hasMessage("device_unknown");
    }

    @Test
    void a_long_secret_needs_no_device_and_makes_the_browser_known() {
        signIn(LONG, null).statusCode(201);
        String token = given().accept("text/html").get("/sign-in").cookie("csrf-token");
        Response page = given().redirects().follow(false).accept("text/html").cookie("csrf-token", token)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("csrf-token", token)
                .formParam("login", phone).formParam("secret", LONG).post("/sign-in");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(devices.isKnown(wang.id(), page.cookie("aixin-device"))).isTrue();
    }

    @Test
    void strangers_who_guess_all_day_do_not_shut_the_owner_out() {
        String device = set(code(), SHORT).extract().cookie("aixin-device");
        TestClock.advance(Duration.ofHours(1));
        for (int i = 0; i < 40; i++) {
            String from = "203.0.113." + i;
            assertThatThrownBy(() -> secrets.memberWith(phone, "a guess", From.at(from))).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> secrets.memberWith(phone, LONG, From.at("198.51.100.1"))).hasMessage("too_many_tries");
        assertThat(secrets.memberWith(phone, SHORT, on(device, "198.51.100.1"))).as("on the known phone").isEqualTo(wang.id());
        String anew = code();
        for (int i = 0; i < 40; i++) {
            From stranger = From.at("203.0.113." + i);
            assertThatThrownBy(() -> secrets.set(phone, "00000000", "739182", stranger).await().indefinitely())
                    .isInstanceOf(Problem.class);
        }
        From owner = on(Tokens.fresh(32), "198.51.100.1");
        assertThat(secrets.set(phone, anew, "739182", owner).await().indefinitely()).as("with a code").isEqualTo(wang.id());
        assertThat(secrets.memberWith(phone, "739182", owner)).as("and on the new phone from then on").isEqualTo(wang.id());
    }

    @Test
    void whoever_steals_a_device_has_five_guesses_then_growing_waits_and_twenty_a_day() {
        String device = set(code(), SHORT).extract().cookie("aixin-device");
        assertThat(IntStream.range(0, 6).filter(i -> guessed(device))).hasSize(5);
        int wrong = 0;
        for (int i = 0; i < 60; i++) {
            TestClock.advance(Duration.ofMinutes(20));
            wrong += guessed(device) ? 1 : 0;
        }
        assertThat(wrong).as("in twenty hours, which may be of two days").isBetween(1, 2 * (WrongGuesses.A_DAY + 1));
    }

    @Test
    void a_clock_that_was_ahead_and_is_right_again_locks_nobody_out_for_longer_than_the_wait() {
        TestClock.advance(Duration.ofDays(40));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> secrets.memberWith(phone, "wrong", From.at("home"))).hasMessage("sign_in_failed");
        }
        TestClock.reset();
        assertThatThrownBy(() -> secrets.memberWith(phone, LONG, From.at("home"))).hasMessage("too_many_tries");
        TestClock.advance(Duration.ofSeconds(61));
        assertThat(secrets.memberWith(phone, LONG, From.at("home"))).isEqualTo(wang.id());
    }

    @Test
    void all_addresses_of_one_network_of_the_new_internet_are_one_sender() {
        assertThat(From.at("2001:db8:1:2::1").network()).isEqualTo(From.at("2001:db8:1:2:ffff::9").network())
                .isNotEqualTo(From.at("2001:db8:1:3::1").network());
        assertThat(From.at("198.51.100.1").network()).isNotEqualTo(From.at("198.51.100.2").network());
    }

    private boolean guessed(String device) {
        try {
            secrets.memberWith(phone, "111111", on(device, "thief"));
            return false;
        } catch (Problem refused) {
            return refused.code().equals("sign_in_failed");
        }
    }

    private static From on(String device, String address) {
        return new From(address, device, false, Screens.PROGRAM);
    }

    private String code() {
        return people.as(organizer.id()).post("/api/members/" + wang.id() + "/one-time-codes").then().statusCode(201).extract()
                .path("oneTimeCode");
    }

    private ValidatableResponse set(String code, String secret) {
        return given().contentType("application/json").body(Map.of("login", phone, "oneTimeCode", code, "secret", secret))
                .post("/api/secrets").then();
    }

    private ValidatableResponse signIn(String secret, @Nullable String device) {
        var request = given().contentType("application/json").body(Map.of("login", phone, "secret", secret));
        return (device == null ? request : request.cookie("aixin-device", device)).post("/api/sessions").then();
    }
}
