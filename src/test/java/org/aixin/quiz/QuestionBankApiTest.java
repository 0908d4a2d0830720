package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bank keeps: no question twice, pictures, and what was asked where a question goes out of use. */
@QuarkusTest
class QuestionBankApiTest {
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

    @Test
    void a_question_written_a_little_differently_is_known_and_nearly_the_same_ones_are_listed() {
        String bank = quiz.bank();
        quiz.fill(bank, "发现有人触电，首先怎么做？\nA. 断电\nB. 泼水\n答案：A\n发现有人触电时，首先怎么做？\nA. 断电\nB. 泼水\n答案：A\n")
                .body("form", equalTo("AIKEN")).body("imported", equalTo(2));
        quiz.fill(bank, "发现有人 触电,首先怎么做\nA. 断电\nB. 泼水\nANSWER: A\n").body("imported", equalTo(0)).body("rejected.row", contains(1))
                .body("rejected[0].reason", equalTo("题库里已经有这道题（第 1 题），不用再加。"));
        as(organizer).get("/api/question-banks/" + bank + "/alike").then().body("items", hasSize(1))
                .body("items[0].firstPlace", equalTo(1)).body("items[0].secondPlace", equalTo(2));
    }

    @Test
    void a_question_out_of_use_is_drawn_no_more_and_may_be_written_anew() {
        String bank = quiz.bankOf(3);
        String path = "/api/question-banks/" + bank + "/questions";
        String id = as(organizer).get(path).path("items[0].id");
        String running = quiz.quiz(Map.of("bank", bank));
        String attempt = quiz.start(wang, running);
        as(people.resident(people.village(), "外人")).post(path + "/" + id + "/retirement").then().statusCode(403);
        as(organizer).post("/api/question-banks/" + quiz.bank() + "/questions/" + id + "/retirement").then().statusCode(404);
        as(organizer).post(path + "/" + id + "/retirement").then().statusCode(204);
        as(organizer).get(path).then().body("items", hasSize(2));
        as(organizer).get("/api/question-banks/" + bank).then().body("questions", equalTo(2));
        quiz.answer(wang, attempt, 3).statusCode(201).body("correct", equalTo(3));
        as(wang).post("/api/quizzes/" + running + "/attempts").then().statusCode(409)
                .body("code", equalTo("quiz_short_of_questions"));
        as(organizer).body(TestQuiz.question("第0问？", "SINGLE", "*对的", "不是")).post(path).then().statusCode(201);
    }

    @Test
    void a_picture_is_drawn_anew_shown_to_whoever_answers_and_comes_back_with_an_export() {
        String bank = quiz.bankOf(1);
        String path = "/api/question-banks/" + bank + "/questions";
        String id = as(organizer).get(path).path("items[0].id");
        byte[] photo = TestQuiz.png("secret of the camera");
        as(organizer).contentType("image/png").body("no picture".getBytes()).post(path + "/" + id + "/picture").then()
                .statusCode(415).body("code", equalTo("photo_kind_refused"));
        String picture = as(organizer).contentType("image/png").body(photo).post(path + "/" + id + "/picture").then()
                .statusCode(201).extract().path("picture");
        as(organizer).contentType("image/png").body(photo).post(path + "/" + id + "/picture").then().statusCode(409)
                .body("code", equalTo("picture_stays"));
        byte[] kept = RestAssured.get(picture).then().statusCode(200).contentType("image/jpeg").extract().asByteArray();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("secret of the camera");
        RestAssured.get(picture.substring(0, picture.length() - 1) + "!").then().statusCode(404);

        String attempt = quiz.start(wang, quiz.quiz(Map.of("bank", bank, "draw", 1)));
        as(wang).get("/api/attempts/" + attempt).then().body("questions[0].picture", equalTo(picture));

        byte[] file = as(organizer).get(path + ".xlsx").then().statusCode(200).extract().asByteArray();
        String copy = quiz.bank();
        as(organizer).contentType("application/octet-stream").body(file).post("/api/question-banks/" + copy + "/questions").then()
                .body("form", equalTo("SHEET")).body("imported", equalTo(1));
        as(organizer).get("/api/question-banks/" + copy + "/questions").then().body("items[0].picture", equalTo(picture))
                .body("items[0].options.correct", contains(true, false, false)).body("items[0].source", equalTo("出处"));
        quiz.fill(copy, "题目,题型,选项A,选项B,答案,图片\n问？,单选,一,二,A,/pictures/AAAAAAAAAAAAAAAAAAAAAA\n").body("imported", equalTo(0))
                .body("rejected[0].reason", equalTo("没有这张图片。请先把题收进来，再给它加图片。"));
    }

    private RequestSpecification as(Person person) {
        return people.as(person.id());
    }

    private RequestSpecification as(Member member) {
        return people.as(member.id());
    }
}
