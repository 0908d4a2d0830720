package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.kernel.Sql;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other programs hold us to: question banks and self-paced quizzes. */
@QuarkusTest
class ContractQuizTest {
    @Inject
    Village villages;
    @Inject
    Sql sql;
    private Village.Furnished village;

    @BeforeEach
    void a_village() {
        village = villages.furnished(0, 0);
    }

    private JsonPath started() {
        return village.as(Role.RESIDENT).post("/api/quizzes/" + village.quiz() + "/attempts").then().statusCode(201)
                .body("id", notNullValue()).body("deadline", matchesPattern(ContractTest.OFFSET_TIME))
                .body("questions", hasSize(2)).extract().jsonPath();
    }

    /** Answers to every question of an attempt: all right, or all wrong. */
    private Map<String, Object> answers(JsonPath attempt, boolean right) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (String question : attempt.<String>getList("questions.id")) {
            String option = sql.first("SELECT id FROM question_option WHERE question = ? AND correct = ?",
                    row -> row.getString(1), Long.valueOf(question), right).orElseThrow();
            answers.add(Map.of("question", question, "options", List.of(option)));
        }
        return Map.of("answers", answers);
    }

    @Test
    void a_paper_never_tells_what_is_right() {
        JsonPath attempt = started();
        assertThat(attempt.getString("questions[0].kind")).isEqualTo("SINGLE");
        assertThat(attempt.<Map<String, Object>>getList("questions[0].options").get(0)).containsOnlyKeys("id", "text");
        assertThat(attempt.<Map<String, Object>>getList("questions").get(0)).containsOnlyKeys("id", "text", "kind", "options");
        assertThat(attempt.prettify()).doesNotContain("correct", "right", "explanation");
        assertThat(started().getString("id")).isEqualTo(attempt.getString("id"));
    }

    @Test
    void the_same_answers_again_get_the_first_result_and_others_none() {
        JsonPath attempt = started();
        String path = "/api/attempts/" + attempt.getString("id") + "/answers";
        for (int i = 0; i < 2; i++) {
            village.as(Role.RESIDENT).body(answers(attempt, true)).post(path).then().statusCode(201).body("correct", equalTo(2))
                    .body("of", equalTo(2)).body("points", equalTo(2)).body("review", hasSize(2));
        }
        village.as(Role.RESIDENT).body(answers(attempt, false)).post(path).then().statusCode(409).body("code",
                equalTo("already_answered"));
        village.as(Role.RESIDENT).get("/api/me/balance").then().body("points", equalTo(2));
        village.as(Role.RESIDENT).get("/api/me/statement").then().body("items", hasSize(1)).body("items[0].source.kind",
                equalTo("quiz"));
    }

    @Test
    void wrong_answers_earn_nothing() {
        JsonPath attempt = started();
        village.as(Role.RESIDENT).body(answers(attempt, false)).post("/api/attempts/" + attempt.getString("id") + "/answers")
                .then().statusCode(201).body("correct", equalTo(0)).body("points", equalTo(0));
    }

    @Test
    void a_sheet_imports_its_good_rows_and_says_why_others_stay_out() {
        String sheet = "题目,题型,选项A,选项B,答案\n灯坏了找谁？,单选,电工,自己,A\n坏的一行,单选,甲,乙,Z\n";
        village.as(Role.ORGANIZER).contentType("text/csv").body(sheet.getBytes(StandardCharsets.UTF_8))
                .post("/api/question-banks/" + village.bank() + "/questions").then().statusCode(200).body("imported", equalTo(1))
                .body("rejected", hasSize(1)).body("rejected[0].row", equalTo(3)).body("rejected[0].reason", notNullValue());
    }

    @Test
    void only_residents_take_part_and_only_organizers_ask() {
        village.as(Role.CLERK).post("/api/quizzes/" + village.quiz() + "/attempts").then().statusCode(403);
        village.as(Role.RESIDENT).body(Map.of("title", "x")).post("/api/question-banks").then().statusCode(403);
        village.as(Role.RESIDENT).get("/api/question-banks/" + village.bank() + "/questions").then().statusCode(403);
    }
}
