package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twenty fingers on one button. */
@QuarkusTest
class AttemptsInParallelTest {
    private static final int AT_ONCE = 20;
    @Inject
    TestPeople people;
    @Inject
    Ledger ledger;
    TestQuiz quiz;
    Member wang;

    @BeforeEach
    void aVillage() {
        Unit village = people.village();
        wang = people.resident(village, "王秀英");
        quiz = new TestQuiz(people, people.staff(village, Role.ORGANIZER));
    }

    @Test
    void twenty_equal_answers_at_once_are_one_credit_and_one_result() throws Exception {
        String attempt = quiz.start(wang, quiz.quiz(Map.of()));
        Map<String, Object> answers = quiz.answers(wang, attempt, 3);
        String token = people.token(wang.id());
        List<Response> all = atOnce(
                () -> request(token).body(answers).post("/api/attempts/" + attempt + "/answers"));
        assertThat(all).allSatisfy(one -> assertThat(one.statusCode()).isEqualTo(201));
        assertThat(new HashSet<>(all.stream().map(Response::asString).toList())).hasSize(1);
        assertThat(ledger.balance(Owner.member(wang.id()), Asset.POINTS).balance()).isEqualTo(3);
        assertThat(ledger.check().ok()).isTrue();
    }

    @Test
    void different_answers_at_once_are_marked_once() throws Exception {
        String attempt = quiz.start(wang, quiz.quiz(Map.of()));
        List<Map<String, Object>> guesses = List.of(quiz.answers(wang, attempt, 0), quiz.answers(wang, attempt, 1),
                quiz.answers(wang, attempt, 2), quiz.answers(wang, attempt, 3));
        AtomicInteger next = new AtomicInteger();
        String token = people.token(wang.id());
        List<Response> all = atOnce(() -> request(token).body(guesses.get(next.getAndIncrement() % guesses.size()))
                .post("/api/attempts/" + attempt + "/answers"));
        List<Response> taken = all.stream().filter(one -> one.statusCode() == 201).toList();
        assertThat(new HashSet<>(taken.stream().map(Response::asString).toList())).hasSize(1);
        assertThat(all).allSatisfy(one -> assertThat(one.statusCode() == 201 ? "" : one.path("code"))
                .isIn("", "already_answered"));
        assertThat(ledger.balance(Owner.member(wang.id()), Asset.POINTS).balance())
                .isEqualTo(taken.get(0).<Integer>path("points").longValue());
    }

    @Test
    void twenty_starts_at_once_are_one_attempt() throws Exception {
        String id = quiz.quiz(Map.of("triesPerDay", 3));
        String token = people.token(wang.id());
        List<Response> all = atOnce(() -> request(token).post("/api/quizzes/" + id + "/attempts"));
        assertThat(all).allSatisfy(one -> assertThat(one.statusCode()).isEqualTo(201));
        assertThat(new HashSet<>(all.stream().map(one -> one.<String>path("id")).toList())).hasSize(1);
        assertThat(request(token).get("/api/quizzes/" + id).<Integer>path("triesLeft")).isEqualTo(2);
    }

    @Test
    void no_haste_wins_a_try_more_than_a_day_has() throws Exception {
        String id = quiz.quiz(Map.of("triesPerDay", 3));
        String token = people.token(wang.id());
        List<String> answered = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            answered.add(quiz.start(wang, id));
            quiz.answer(wang, answered.get(round), 1).statusCode(201);
        }
        List<Response> all = atOnce(() -> request(token).post("/api/quizzes/" + id + "/attempts"));
        assertThat(new HashSet<>(answered)).hasSize(3);
        assertThat(all).allSatisfy(one -> assertThat(one.<String>path("code")).isEqualTo("no_tries_left"));
    }

    private static io.restassured.specification.RequestSpecification request(String token) {
        return io.restassured.RestAssured.given().auth().preemptive().oauth2(token).contentType("application/json");
    }

    private static List<Response> atOnce(Callable<Response> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Response>> waiting = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                waiting.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<Response> all = new ArrayList<>();
            for (Future<Response> one : waiting) {
                all.add(one.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
