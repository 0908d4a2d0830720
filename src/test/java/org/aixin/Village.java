package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A village that was furnished over HTTP alone: somebody of each role, a resident with points, a shop with rice, a quiz. */
@Singleton
class Village {
    private final TestPeople people;

    Village(TestPeople people) {
        this.people = people;
    }

    /** What there is; {@code token} by role. */
    record Furnished(Unit unit, Map<Role, String> tokens, Member wang, String phone, String shop, String rice, String bank,
            String quiz) {
        RequestSpecification as(Role role) {
            return RestAssured.given().header("Authorization", "Bearer " + tokens.get(role)).contentType("application/json");
        }

        /** A keyed request that must succeed. */
        JsonPath done(Role role, String path, Object body) {
            Response answer = as(role).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path);
            assertThat(answer.statusCode()).as(path + " " + answer.asString()).isEqualTo(201);
            return answer.jsonPath();
        }

        Map<String, Object> wish(int quantity) {
            return Map.of("shop", shop, "lines", List.of(Map.of("goods", rice, "quantity", quantity)));
        }
    }

    Furnished furnished(int rice, int points) {
        Unit unit = people.village();
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        for (Role role : Role.staff()) {
            tokens.put(role, people.token(people.staff(unit, role).id()));
        }
        Member wang = people.resident(unit, "王秀英");
        tokens.put(Role.RESIDENT, people.token(wang.id()));
        String word = "v" + Long.toString(unit.id(), 36);
        Furnished bare = new Furnished(unit, tokens, wang, people.phoneOf(wang), word, word, "", "");
        String at = Long.toString(unit.id());
        bare.done(Role.ADMIN, "/api/goods", Map.of("code", word, "name", "大米 5 公斤", "points", 5, "unit", "袋"));
        bare.done(Role.ADMIN, "/api/shops", Map.of("code", word, "name", "测试超市", "kind", "FIXED", "unit", at));
        if (rice > 0) {
            bare.done(Role.CLERK, "/api/shops/" + word + "/slips",
                    Map.of("kind", "IN", "reason", "进货", "lines", bare.wish(rice).get("lines")));
        }
        for (int earned = 0; earned < points; earned += 20) {
            bare.done(Role.ORGANIZER, "/api/awards",
                    Map.of("memberId", Long.toString(wang.id()), "rule", "quiz_correct", "quantity", 20,
                            "occurredAt", OffsetDateTime.now().minusDays(1 + earned / 20).toString()));
        }
        String bank = bare.done(Role.ORGANIZER, "/api/question-banks", Map.of("title", "题库")).getString("id");
        for (int i = 0; i < 3; i++) {
            bare.done(Role.ORGANIZER, "/api/question-banks/" + bank + "/questions", Map.of("text", "第 " + i + " 题", "kind",
                    "SINGLE", "options", List.of(Map.of("text", "对", "correct", true), Map.of("text", "错", "correct", false))));
        }
        String quiz = bare.done(Role.ORGANIZER, "/api/quizzes", Map.of("title", "竞答", "bank", bank, "draw", 2,
                "secondsPerQuestion", 60, "mode", "SELF", "triesPerDay", 3)).getString("id");
        return new Furnished(unit, tokens, wang, bare.phone, word, word, bank, quiz);
    }
}
