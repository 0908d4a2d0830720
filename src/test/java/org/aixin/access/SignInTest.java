package org.aixin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.QuickHashing;
import org.aixin.identity.TestPeople;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest {
    @Inject
    TestPeople people;
    @Inject
    Secrets secrets;
    @Inject
    QuickHashing hashing;
    @Inject
    Sql sql;

    private Member wang;
    private String phone = "";

    @BeforeEach
    void somebody() {
        wang = people.resident(people.village(), "王秀英");
        phone = people.phoneOf(wang);
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Test
    void the_right_secret_answers_a_token_and_who_one_is() {
        signIn(phone, TestPeople.SECRET).statusCode(201).body("token", notNullValue()).body("expiresAt", notNullValue())
                .body("person.id", equalTo(Long.toString(wang.id()))).body("person.name", equalTo("王秀英"))
                .body("person.roles", contains("resident"));
    }

    @Test
    void a_program_without_any_cookie_may_sign_in() {
        Response answer = given().contentType("application/json").body(Map.of("login", phone, "secret", TestPeople.SECRET))
                .post("/api/sessions");
        assertThat(answer.statusCode()).isEqualTo(201);
        given().header("Authorization", "Bearer " + answer.path("token")).get("/api/me").then().statusCode(200).body("id",
                equalTo(Long.toString(wang.id())));
    }

    @Test
    void only_the_tokens_hash_is_kept() {
        String token = signIn(phone, TestPeople.SECRET).extract().path("token");
        List<String> kept = sql.rows("SELECT HEX(token) FROM session WHERE member = ?", row -> row.getString(1), wang.id());
        assertThat(kept).hasSize(1).noneMatch(hex -> hex.contains(token)).allMatch(hex -> hex.length() == 64);
    }

    @Test
    void a_wrong_secret_and_an_unknown_person_get_the_same_answer() {
        String wrong = signIn(phone, "wrong").statusCode(401).body("code", equalTo("sign_in_failed")).extract().asString();
        String unknown = signIn(TestPeople.phone(), "wrong").statusCode(401).extract().asString();
        assertThat(unknown).isEqualTo(wrong);
        signIn("' OR 1=1 --", "wrong").statusCode(401);
        signIn("王".repeat(5000), "x".repeat(100_000)).statusCode(401);
    }

    @Test
    void whoever_leaves_the_login_empty_is_told_so_as_often_as_they_like() {
        for (int i = 0; i < 7; i++) {
            signIn(null, null).statusCode(401).body("code", equalTo("sign_in_failed"));
            signIn(" ", TestPeople.SECRET).statusCode(401).body("code", equalTo("sign_in_failed"));
        }
        signIn(phone, null).statusCode(401).body("code", equalTo("sign_in_failed"));
        signIn(phone, "").statusCode(401);
    }

    /** That a comparison costs the same for both is HashingTest's. */
    @Test
    void an_unknown_person_costs_as_much_work_as_a_known_one() {
        assertThat(comparisons(() -> signIn(phone, "wrong"))).isOne();
        assertThat(comparisons(() -> signIn(TestPeople.phone(), "wrong"))).isOne();
        assertThat(comparisons(() -> signIn("' OR 1=1 --", "wrong"))).isOne();
    }

    @Test
    void after_five_wrong_secrets_even_the_right_one_waits_and_the_wait_doubles() {
        wrong(5);
        signIn(phone, TestPeople.SECRET).statusCode(429).body("code", equalTo("too_many_tries"))
                .header("Retry-After", equalTo("60"));
        TestClock.advance(Duration.ofSeconds(61));
        signIn(phone, "wrong").statusCode(401);
        assertThat(Integer.parseInt(signIn(phone, "wrong").statusCode(429).extract().header("Retry-After"))).isBetween(115, 120);
        TestClock.advance(Duration.ofSeconds(121));
        signIn(phone, TestPeople.SECRET).statusCode(201);
        wrong(4);
        signIn(phone, TestPeople.SECRET).statusCode(201);
    }

    @Test
    void unknown_people_wait_like_known_ones() {
        String nobody = TestPeople.phone();
        for (int i = 0; i < 5; i++) {
            signIn(nobody, "wrong").statusCode(401);
        }
        signIn(nobody, "wrong").statusCode(429);
    }

    @Test
    void one_persons_wrong_secrets_do_not_hinder_a_neighbour_at_the_same_address() {
        wrong(5);
        Member liu = people.resident(people.village(), "刘奶奶");
        signIn(people.phoneOf(liu), TestPeople.SECRET).statusCode(201);
    }

    @Test
    void over_twenty_wrong_ones_a_day_only_an_address_that_was_right_before_may_try() {
        assertThat(secrets.memberWith(phone, TestPeople.SECRET, From.at("home"))).isEqualTo(wang.id());
        for (int i = 0; i < 21; i++) {
            String address = "guesser " + i;
            assertThatThrownBy(() -> secrets.memberWith(phone, "wrong", From.at(address))).hasMessage("sign_in_failed");
        }
        assertThatThrownBy(() -> secrets.memberWith(phone, TestPeople.SECRET, From.at("guesser 22"))).isInstanceOf(Problem.class)
                .hasMessage("too_many_tries");
        assertThat(secrets.memberWith(phone, TestPeople.SECRET, From.at("home"))).isEqualTo(wang.id());
        TestClock.advance(Duration.ofDays(1));
        assertThat(secrets.memberWith(phone, TestPeople.SECRET, From.at("guesser 22"))).isEqualTo(wang.id());
    }

    @Test
    void parallel_guesses_are_all_counted() throws Exception {
        List<String> outcomes = together(30, i -> secrets.memberWith(phone, "guess " + i, From.at("somewhere")));
        assertThat(outcomes.stream().filter("sign_in_failed"::equals)).hasSize(5);
        assertThat(outcomes.stream().filter("too_many_tries"::equals)).hasSize(25);
    }

    @Test
    void many_right_secrets_at_once_hinder_nobody() throws Exception {
        assertThat(together(20, i -> secrets.memberWith(phone, TestPeople.SECRET, From.at("home")))).containsOnly("fine");
    }

    @Test
    void wrong_secrets_of_a_card_count_too() {
        for (int i = 0; i < 5; i++) {
            assertThat(secrets.verify(wang, "wrong", "desk").await().indefinitely()).isFalse();
        }
        assertThatThrownBy(() -> secrets.verify(wang, TestPeople.SECRET, "desk").await().indefinitely())
                .hasMessage("too_many_tries");
        assertThat(secrets.verify(wang, TestPeople.SECRET, "other desk").await().indefinitely()).isTrue();
        signIn(phone, TestPeople.SECRET).statusCode(201);
    }

    @Test
    void a_token_is_dead_the_moment_one_signs_out() {
        String token = people.token(wang.id());
        given().auth().preemptive().oauth2(token).delete("/api/sessions/current").then().statusCode(204);
        given().auth().preemptive().oauth2(token).get("/api/me").then().statusCode(401).body("code", equalTo("sign_in_required"));
        given().auth().preemptive().oauth2(token).delete("/api/sessions/current").then().statusCode(401);
    }

    @Test
    void a_programs_token_lives_twelve_hours() {
        String token = people.token(wang.id());
        TestClock.advance(Duration.ofHours(12).minusSeconds(5));
        given().auth().preemptive().oauth2(token).get("/api/me").then().statusCode(200);
        TestClock.advance(Duration.ofSeconds(6));
        given().auth().preemptive().oauth2(token).get("/api/me").then().statusCode(401);
    }

    @Test
    void nobody_and_a_made_up_token_are_asked_to_sign_in() {
        given().get("/api/me").then().statusCode(401).contentType("application/problem+json").header("WWW-Authenticate",
                "Bearer").body("code", equalTo("sign_in_required"));
        given().auth().preemptive().oauth2("made-up").get("/api/me").then().statusCode(401);
        given().header("Authorization", "Basic YTpi").get("/api/me").then().statusCode(401);
    }

    @Test
    void signing_out_everywhere_ends_every_session() {
        String here = people.token(wang.id()), there = people.token(wang.id());
        given().auth().preemptive().oauth2(here).delete("/api/me/sessions").then().statusCode(204);
        given().auth().preemptive().oauth2(there).get("/api/me").then().statusCode(401);
    }

    @Test
    void a_changed_secret_ends_the_other_sessions() {
        String here = people.token(wang.id()), there = people.token(wang.id());
        change(here, "wrong", "246813").statusCode(403).body("code", equalTo("secret_wrong"));
        change(here, TestPeople.SECRET, "111111").statusCode(422).body("code", equalTo("secret_too_weak"));
        change(here, TestPeople.SECRET, "a secret of 2026").statusCode(204);
        given().auth().preemptive().oauth2(here).get("/api/me").then().statusCode(200);
        given().auth().preemptive().oauth2(there).get("/api/me").then().statusCode(401);
        signIn(phone, TestPeople.SECRET).statusCode(401);
        signIn(phone, "a secret of 2026").statusCode(201);
    }

    @Test
    void broken_requests_are_refused_as_problems() {
        for (String body : List.of("", "null", "[]", "{", "\"x\"")) {
            given().contentType("application/json").body(body).post("/api/sessions").then().log()
                    .ifValidationFails().statusCode(400).contentType("application/problem+json")
                    .body("code", equalTo("request_unreadable"));
        }
        given().contentType("application/json").body("{\"login\":{}}").post("/api/sessions").then().statusCode(422)
                .contentType("application/problem+json");
        given().contentType("text/plain").body("x").post("/api/sessions").then().statusCode(415).body("status", greaterThan(400));
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            signIn(phone, "wrong").statusCode(401);
        }
    }

    private static ValidatableResponse signIn(@Nullable String login, @Nullable String secret) {
        HashMap<String, @Nullable String> body = new HashMap<>();
        body.put("login", login);
        body.put("secret", secret);
        return given().contentType("application/json").body(body).post("/api/sessions").then();
    }

    private static ValidatableResponse change(String token, String old, String secret) {
        return given().auth().preemptive().oauth2(token).contentType("application/json")
                .body(Map.of("old", old, "secret", secret)).post("/api/me/secret").then();
    }

    private int comparisons(Runnable request) {
        int before = hashing.comparisons();
        request.run();
        return hashing.comparisons() - before;
    }

    private static List<String> together(int times, IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<String>> calls = IntStream.range(0, times).mapToObj(i -> (Callable<String>) () -> {
                try {
                    work.accept(i);
                    return "fine";
                } catch (Problem refused) {
                    return refused.code();
                }
            }).toList();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }
}
