package org.aixin.quiz;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a quiz draws, when it can be taken, and what stands on the certificate of who passed it. */
@QuarkusTest
class QuizTermsTest {
    @Inject
    TestPeople people;

    Unit village;
    Person organizer;
    Member wang;
    TestQuiz quiz;

    @BeforeEach
    void aVillage() {
        village = people.village();
        organizer = people.staff(village, Role.ORGANIZER);
        wang = people.resident(village, "王秀英");
        quiz = new TestQuiz(people, organizer);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void a_quiz_is_drawn_by_topic_and_difficulty() {
        String bank = quiz.bank();
        quiz.fill(bank, "题目,题型,选项A,选项B,答案,主题,难度\n甲,单选,对的,不是,A,用电,1\n乙,单选,对的,不是,A,用电,4\n丙,单选,对的,不是,A,消防,5\n丁,单选,对的,不是,A,,5\n")
                .body("imported", equalTo(4));
        List<Map<String, Object>> parts = List.of(Map.of("difficulty", List.of(4, 5), "count", 2),
                Map.of("topic", "用电", "difficulty", List.of(2, 5), "count", 1));
        Map<String, Object> wanted = Map.of("title", "竞答", "bank", bank, "secondsPerQuestion", 30, "parts", parts);
        String id = as(organizer).body(wanted).post("/api/quizzes").then().statusCode(201).body("draw", equalTo(3))
                .body("parts[0].topic", equalTo(null)).body("parts[1].difficulty", contains(2, 5)).extract().path("id");
        as(wang).post("/api/quizzes/" + id + "/attempts").then().statusCode(201).body("questions.text[2]", equalTo("乙"))
                .body("questions.text", containsInAnyOrder("乙", "丙", "丁"));
        refusedQuiz(with(wanted, "draw", 4), "parts_sum");
        refusedQuiz(with(wanted, "parts", List.of(Map.of("topic", "消防", "count", 2))), "part_beyond_bank");
        refusedQuiz(with(wanted, "parts", List.of(Map.of("difficulty", List.of(5, 4), "count", 1))), "difficulty_range_refused");
        refusedQuiz(with(wanted, "parts", List.of(Map.of("difficulty", List.of(1), "count", 1))), "difficulty_range_refused");
        refusedQuiz(with(wanted, "parts", List.of(Map.of("topic", "消防"))), "quiz_number_required");
        refusedQuiz(with(wanted, "parts", List.of(Map.of("count", Integer.MAX_VALUE))), "quiz_number_out_of_range");
        refusedQuiz(with(wanted, "parts", Collections.singletonList(null)), "quiz_number_required");
    }

    @Test
    void a_quiz_has_a_window() {
        Instant now = new TestClock().instant();
        String id = quiz.quiz(Map.of("opensAt", now.plusSeconds(60).toString(), "closesAt", now.plusSeconds(120).toString()));
        as(wang).get("/api/quizzes").then().body("items.find { it.id == '" + id + "' }.open", equalTo(false));
        as(wang).post("/api/quizzes/" + id + "/attempts").then().statusCode(409).body("code", equalTo("quiz_not_yet_open"));
        TestClock.advance(Duration.ofSeconds(61));
        String attempt = quiz.start(wang, id);
        TestClock.advance(Duration.ofSeconds(60));
        as(wang).get("/api/quizzes/" + id).then().body("open", equalTo(false));
        quiz.answer(wang, attempt, 1).statusCode(201);
        as(wang).post("/api/quizzes/" + id + "/attempts").then().statusCode(409).body("code", equalTo("quiz_closed"));
        Map<String, Object> past = Map.of("title", "竞答", "bank", quiz.bankOf(1), "draw", 1, "secondsPerQuestion", 30);
        refusedQuiz(with(past, "closesAt", now.minusSeconds(1).toString()), "window_refused");
        refusedQuiz(with(past, "opensAt", "9999-12-31T00:00:00Z"), "window_too_far");
    }

    @Test
    void who_passed_has_a_certificate() {
        String id = quiz.quiz(Map.of("pass", 2));
        String failed = quiz.start(wang, id);
        as(wang).get("/api/attempts/" + failed + "/certificate").then().statusCode(409).body("code", equalTo("not_passed"));
        quiz.answer(wang, failed, 1);
        as(wang).get("/api/attempts/" + failed + "/certificate").then().statusCode(409);
        String passed = quiz.start(wang, id);
        quiz.answer(wang, passed, 2);
        for (long reader : List.of(wang.id(), organizer.id())) {
            people.as(reader).get("/api/attempts/" + passed + "/certificate").then().statusCode(200)
                    .body("name", equalTo("王秀英")).body("quiz", equalTo("安全竞答")).body("correct", equalTo(2)).body("of", equalTo(3))
                    .body("unit", equalTo(village.name()));
        }
        as(people.resident(village, "李四")).get("/api/attempts/" + passed + "/certificate").then().statusCode(404);
        as(people.staff(people.village(), Role.ORGANIZER)).get("/api/attempts/" + passed + "/certificate").then().statusCode(404);
    }

    @Test
    void what_changes_while_it_is_open_leaves_attempts_their_time_and_pass_line() {
        Instant now = new TestClock().instant();
        String id = quiz.quiz(Map.of("pass", 2, "triesPerDay", 1)), attempt = quiz.start(wang, id);
        Map<String, Object> changed = Map.of("title", "防汛竞答", "closesAt", now.plusSeconds(30).toString(), "triesPerDay", 2,
                "pass", 3);
        as(organizer).body(changed).put("/api/quizzes/" + id).then().statusCode(200).body("title", equalTo("防汛竞答"))
                .body("pass", equalTo(3));
        String again = "/api/quizzes/" + id + "/attempts";
        TestClock.advance(Duration.ofSeconds(31));
        quiz.answer(wang, attempt, 2).statusCode(201).body("passed", equalTo(true));
        as(wang).post(again).then().statusCode(409).body("code", equalTo("quiz_closed"));
        String clock = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(ZoneId.of("Asia/Shanghai"))
                .format(now.plusSeconds(3600));
        form().formParam("title", "防汛竞答").formParam("closesAt", clock).formParam("triesPerDay", "2").formParam("pass", "3")
                .post("/organizer/quizzes/" + id + "/edit").then().statusCode(303);
        form().get("/organizer/quizzes/" + id + "/edit").then().statusCode(200).body(containsString(clock));
        quiz.answer(wang, quiz.start(wang, id), 2).statusCode(201).body("passed", equalTo(false));
        as(wang).post(again).then().statusCode(409).body("code", equalTo("no_tries_left"));
        form().formParam("title", "打错的").formParam("pass", "4").post("/organizer/quizzes/" + id + "/edit").then()
                .statusCode(422).body(containsString("打错的"));
        as(organizer).body(with(changed, "title", " ")).put("/api/quizzes/" + id).then().statusCode(422);
        as(people.staff(people.village(), Role.ORGANIZER)).body(changed).put("/api/quizzes/" + id).then().statusCode(403);
    }

    private RequestSpecification form() {
        return as(organizer).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects()
                .follow(false);
    }

    private void refusedQuiz(Map<String, Object> body, String code) {
        as(organizer).body(body).post("/api/quizzes").then().statusCode(422).body("code", equalTo(code));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    private RequestSpecification as(Person person) {
        return people.as(person.id());
    }

    private RequestSpecification as(Member member) {
        return people.as(member.id());
    }
}
