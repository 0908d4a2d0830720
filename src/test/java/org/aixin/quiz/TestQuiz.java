package org.aixin.quiz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.TestPeople;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Makes banks and quizzes over the API and answers them; the right option of every question is 对的. */
class TestQuiz {
    private final TestPeople people;
    private final Person organizer;

    TestQuiz(TestPeople people, Person organizer) {
        this.people = people;
        this.organizer = organizer;
    }

    /** A question whose right options begin with a star. */
    static Map<String, Object> question(String text, String kind, String... options) {
        return Map.of("text", text, "kind", kind, "explanation", "因为。", "source", "出处", "options", Stream.of(options)
                .map(option -> Map.of("text", option.replace("*", ""), "correct", option.startsWith("*"))).toList());
    }

    /** An empty bank. */
    String bank() {
        return people.as(organizer.id()).body(Map.of("title", "题库")).post("/api/question-banks").then()
                .statusCode(201)
                .extract().path("id");
    }

    /** A bank with so many questions. */
    String bankOf(int questions) {
        String bank = bank();
        for (int i = 0; i < questions; i++) {
            people.as(organizer.id()).body(question("第" + i + "问？", "SINGLE", "*对的", "不是", "也不是"))
                    .post("/api/question-banks/" + bank + "/questions").then().statusCode(201);
        }
        return bank;
    }

    /** Imports this text into a bank. */
    ValidatableResponse fill(String bank, String text) {
        return people.as(organizer.id()).contentType("text/plain; charset=UTF-8").body(text.getBytes(StandardCharsets.UTF_8))
                .post("/api/question-banks/" + bank + "/questions").then().statusCode(200);
    }

    /** A small picture with words hidden behind it, as cameras hide where they were. */
    static byte[] png(String hidden) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
            file.writeBytes(hidden.getBytes(StandardCharsets.UTF_8));
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** An open quiz of three questions, with these settings. */
    String quiz(Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(
                Map.of("title", "安全竞答", "draw", 3, "secondsPerQuestion", 30, "mode", "SELF"));
        body.put("bank", bankOf(3));
        body.putAll(settings);
        return people.as(organizer.id()).body(body).post("/api/quizzes").then().statusCode(201).extract().path("id");
    }

    String start(Member member, String quiz) {
        return people.as(member.id()).post("/api/quizzes/" + quiz + "/attempts").then().statusCode(201).extract().path("id");
    }

    /** Hands in so many right answers, the others wrong. */
    ValidatableResponse answer(Member member, String attempt, int right) {
        return people.as(member.id()).body(answers(member, attempt, right)).post("/api/attempts/" + attempt + "/answers").then();
    }

    Map<String, Object> answers(Member member, String attempt, int right) {
        JsonPath paper = people.as(member.id()).get("/api/attempts/" + attempt).jsonPath();
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int i = 0; i < paper.getInt("questions.size()"); i++) {
            String option = "questions[%d].options.find { it.text == '%s' }.id".formatted(i, i < right ? "对的" : "不是");
            answers.add(
                    Map.of("question", paper.getString("questions[" + i + "].id"), "options", List.of(paper.getString(option))));
        }
        return Map.of("answers", answers);
    }
}
