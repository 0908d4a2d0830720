package org.aixin.round;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.aixin.identity.Person;
import org.aixin.identity.TestPeople;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** A round that is played over the API; the right option of every question is 对的. */
public final class Played {
    private final TestPeople people;
    private final Person host;
    public final String id, code;
    private final String venue;

    /** A round whose lobby is open, of so many questions of so many seconds each. */
    public Played(TestPeople people, Person host, int questions, int seconds) {
        this.people = people;
        this.host = host;
        JsonPath opened = people.as(host.id()).post("/api/quizzes/" + quiz(questions, seconds) + "/rounds").then().statusCode(201)
                .extract()
                .jsonPath();
        this.id = opened.getString("id");
        this.code = opened.getString("joinCode");
        this.venue = opened.getString("venue");
    }

    private String quiz(int questions, int seconds) {
        String bank = people.as(host.id()).body(Map.of("title", "题库")).post("/api/question-banks").then().statusCode(201)
                .extract()
                .path("id");
        IntStream.range(0, questions).forEach(i -> people.as(host.id()).body(Map.of("text", "第" + i + "问？", "kind", "SINGLE",
                "explanation", "因为安全。", "options",
                Stream.of("对的", "不是", "也不是").map(text -> Map.of("text", text, "correct", text.equals("对的"))).toList()))
                .post("/api/question-banks/" + bank + "/questions").then().statusCode(201));
        return people.as(host.id())
                .body(Map.of("title", "现场竞答", "bank", bank, "draw", questions, "secondsPerQuestion", seconds, "mode",
                        "LIVE"))
                .post("/api/quizzes").then().statusCode(201).extract().path("id");
    }

    /** A phone of nobody who is known here. */
    static RequestSpecification phone() {
        return RestAssured.given().contentType("application/json");
    }

    /** A phone that is a player's. */
    static RequestSpecification phone(String token) {
        return phone().header("Authorization", "Bearer " + token);
    }

    /** As somebody who scanned the wall. */
    ValidatableResponse join(RequestSpecification phone, Map<String, String> asked) {
        Map<String, String> scanned = new HashMap<>(asked);
        scanned.put("venue", venue);
        return typed(phone, scanned);
    }

    /** As somebody who typed the code. */
    ValidatableResponse typed(RequestSpecification phone, Map<String, String> asked) {
        return phone.body(asked).post("/api/rounds/" + code + "/players").then();
    }

    /** The token of a new guest. */
    String guest(String name) {
        return join(phone(), Map.of("name", name)).statusCode(201).extract().path("token");
    }

    ValidatableResponse host(String verb, Object body) {
        return people.as(host.id()).body(body).post("/api/rounds/" + id + "/" + verb).then();
    }

    /** What everybody sees after the host's key. */
    JsonPath advance() {
        return host("advance", Map.of()).statusCode(200).extract().jsonPath();
    }

    ValidatableResponse answer(String token, JsonPath scene, String text) {
        String option = scene.getString("question.options.find { it.text == '" + text + "' }.id");
        return answer(token, scene.getString("question.id"), Set.of(option));
    }

    ValidatableResponse answer(String token, String question, Set<String> options) {
        return phone(token).body(Map.of("question", question, "options", List.copyOf(options)))
                .post("/api/rounds/" + id + "/answers")
                .then();
    }

    JsonPath me(String token) {
        return phone(token).get("/api/rounds/" + id + "/me").then().statusCode(200).extract().jsonPath();
    }
}
