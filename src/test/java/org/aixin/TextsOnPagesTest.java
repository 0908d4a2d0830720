package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.identity.Role;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTML, SQL and emoji in every text that people may type: stored as typed, and shown as typed on every page that shows it. */
@QuarkusTest
class TextsOnPagesTest {
    private static final String LONG = "<img src=x onerror=alert(1)>'; DROP TABLE member; --🎉", SHORT = "<u>题</u>🎉",
            UNIT = "<i>袋</i>";
    private static final List<String> MARKUP = List.of("<img src=x", "<u>题", "<i>袋");
    @Inject
    Village villages;
    private Village.Furnished village;
    private String shop = "", goods = "";

    @BeforeEach
    void a_village_with_a_shop_of_strange_names() {
        village = villages.furnished(0, 100);
        shop = village.shop() + "x";
        goods = village.rice() + "x";
        village.done(Role.ADMIN, "/api/goods", Map.of("code", goods, "name", LONG, "points", 5, "unit", UNIT));
        village.done(Role.ADMIN, "/api/shops",
                Map.of("code", shop, "name", LONG, "kind", "FIXED", "unit", Long.toString(village.unit().id())));
        village.done(Role.CLERK, "/api/shops/" + shop + "/slips", Map.of("kind", "IN", "reason", LONG, "lines", lines(9)));
    }

    @Test
    void of_goods_shops_and_slips() {
        assertThat(village.as(Role.CLERK).get("/api/shops/" + shop + "/slips").jsonPath().getString("items[0].reason"))
                .isEqualTo(LONG);
        shows(Role.ADMIN, "/admin/goods?cursor=" + village.unit().id(), UNIT);
        shows(Role.ADMIN, "/admin/shops", LONG);
        shows(Role.CLERK, "/stock?shop=" + shop, LONG, UNIT);
        shows(Role.CLERK, "/desk/shop", LONG);
        shows(Role.CLERK, "/desk", LONG);
        shows(Role.RESIDENT, "/shop?shop=" + shop, LONG);
        shows(Role.RESIDENT, "/shop/confirm?shop=" + shop + "&n_" + goods + "=1", LONG);
    }

    @Test
    void of_orders_and_why_they_were_undone() {
        String id = village.done(Role.RESIDENT, "/api/orders", Map.of("shop", shop, "lines", lines(1))).getString("id");
        shows(Role.RESIDENT, "/orders/" + id, LONG);
        hides(Role.RESIDENT, "/orders/" + id + "/cancel");
        shows(Role.RESIDENT, "/orders", LONG);
        String code = page(Role.RESIDENT, "/api/orders/" + id).jsonPath().getString("code");
        village.done(Role.CLERK, "/api/desk/collections", Map.of("shop", shop, "code", code));
        hides(Role.RESIDENT, "/passbook");
        shows(Role.CLERK, "/desk/day", LONG);
        hides(Role.CLERK, "/desk/undo/" + id);
        village.done(Role.ADMIN, "/api/orders/" + id + "/reversal", Map.of("reason", LONG));
        shows(Role.RESIDENT, "/orders/" + id, LONG);
        shows(Role.CLERK, "/desk/day", LONG);
        hides(Role.AUDITOR, "/members/" + village.wang().id() + "/passbook");
    }

    @Test
    void of_awards_and_why_they_were_taken_back() {
        String id = village
                .done(Role.ORGANIZER, "/api/awards", Map.of("memberId", Long.toString(village.wang().id()), "rule", "drill",
                        "occurredAt", OffsetDateTime.now().minusHours(1).toString(), "reference", "<b>r</b>", "note", LONG))
                .getString("id");
        assertThat(village.as(Role.ORGANIZER).get("/api/awards?memberId=" + village.wang().id()).jsonPath()
                .getList("items.note", String.class)).contains(LONG);
        shows(Role.ORGANIZER, "/organizer/awards?member=" + village.wang().id(), LONG);
        shows(Role.RESIDENT, "/passbook", LONG);
        village.done(Role.ORGANIZER, "/api/awards/" + id + "/reversal", Map.of("reason", LONG));
        shows(Role.ORGANIZER, "/organizer/awards?member=" + village.wang().id(), LONG);
        shows(Role.RESIDENT, "/passbook", LONG);
        hides(Role.ORGANIZER, "/organizer/roll-call?rule=drill&day=2026-01-01&title=" + "%3Cimg%20src=x%3E");
    }

    @Test
    void of_quizzes_questions_and_answers() {
        String bank = village.done(Role.ORGANIZER, "/api/question-banks", Map.of("title", LONG)).getString("id");
        village.done(Role.ORGANIZER, "/api/question-banks/" + bank + "/questions",
                Map.of("text", LONG, "kind", "SINGLE", "explanation", LONG, "source", LONG, "topic", SHORT, "options",
                        List.of(Map.of("text", LONG, "correct", true), Map.of("text", "错", "correct", false))));
        String quiz = village.done(Role.ORGANIZER, "/api/quizzes", Map.of("title", LONG, "bank", bank, "draw", 1,
                "secondsPerQuestion", 60, "mode", "SELF", "triesPerDay", 3)).getString("id");
        shows(Role.ORGANIZER, "/organizer/quizzes", LONG, SHORT);
        shows(Role.ORGANIZER, "/organizer/quizzes/" + quiz, LONG);
        shows(Role.ORGANIZER, "/organizer/question-banks/" + bank, LONG, SHORT);
        shows(Role.RESIDENT, "/quizzes", LONG);
        shows(Role.RESIDENT, "/quizzes/" + quiz, LONG);
        JsonPath attempt = village.done(Role.RESIDENT, "/api/quizzes/" + quiz + "/attempts", Map.of());
        shows(Role.RESIDENT, "/attempts/" + attempt.getString("id"), LONG);
        village.done(Role.RESIDENT, "/api/attempts/" + attempt.getString("id") + "/answers", Map.of("answers", List.of(Map.of(
                "question", attempt.getString("questions[0].id"), "options",
                List.of(attempt.getString("questions[0].options[0].id"))))));
        shows(Role.RESIDENT, "/attempts/" + attempt.getString("id"), LONG);
        hides(Role.RESIDENT, "/passbook");
    }

    /** Names of people and units, codes and phones may not look like markup at all. */
    @Test
    void of_people_and_units_are_refused() {
        String unit = Long.toString(village.unit().id());
        for (String name : List.of(LONG, SHORT, "<b>", "王&amp;", "a\"b", "=1+1")) {
            village.as(Role.ADMIN).body(Map.of("name", name, "unit", unit)).post("/api/members").then().statusCode(422);
            village.as(Role.ADMIN).body(Map.of("name", name, "kind", "COMPOUND", "parent", unit)).post("/api/units").then()
                    .statusCode(422);
        }
    }

    private List<Map<String, Object>> lines(int quantity) {
        return List.of(Map.of("goods", goods, "quantity", quantity));
    }

    private void shows(Role role, String path, String... texts) {
        String html = hides(role, path);
        for (String text : texts) {
            assertThat(html).as(path).contains(escaped(text));
        }
    }

    private String hides(Role role, String path) {
        Response page = page(role, path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        MARKUP.forEach(markup -> assertThat(page.asString()).as(path).doesNotContain(markup));
        return page.asString();
    }

    /** As in a browser that has chosen the shop. */
    private Response page(Role role, String path) {
        return RestAssured.given().urlEncodingEnabled(false).redirects().follow(false).cookie("aixin", village.tokens().get(role))
                .cookie("shop", shop).accept(path.startsWith("/api/") ? "application/json" : "text/html").get(path);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;");
    }
}
