package org.aixin.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;

import org.aixin.kernel.Sql;
import org.aixin.kernel.TestDisk;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk that is almost full: nothing is taken that grows, and all else goes on. */
@QuarkusTest
class SheddingTest {
    @Inject
    Sql sql;

    @BeforeEach
    void almostFull() {
        TestDisk.hasMegabytes(120);
    }

    private static String token(String login) {
        return given().contentType("application/json").body("{\"login\":\"%s\",\"secret\":\"aixin2026\"}".formatted(login))
                .post("/api/sessions").then().statusCode(201).extract().path("token");
    }

    private static RequestSpecification as(String login) {
        return given().header("Authorization", "Bearer " + token(login)).contentType("application/json");
    }

    private long units() {
        return sql.first("SELECT COUNT(*) FROM unit", row -> row.getLong(1)).orElseThrow();
    }

    @Test
    void writes_are_turned_away_with_a_sentence_and_change_nothing() {
        long before = units();
        as("admin").header("Idempotency-Key", "full").body("{}").post("/api/units").then().statusCode(503)
                .contentType("application/problem+json").header("Retry-After", "60").body("code", equalTo("disk_almost_full"))
                .body("detail", containsString("腾出空间"));
        as("13800000001").header("Idempotency-Key", "full")
                .body("{\"shop\":\"GJZ\",\"lines\":[{\"goods\":\"soy\",\"quantity\":1}]}")
                .post("/api/orders").then().statusCode(503).body("code", equalTo("disk_almost_full"));
        assertThat(units()).isEqualTo(before);
    }

    @Test
    void people_sign_in_and_out_and_read() {
        as("13800000001").get("/api/me/balance").then().statusCode(200);
        as("13800000001").delete("/api/sessions/current").then().statusCode(204);
    }

    @Test
    void with_room_again_writes_are_taken() {
        TestDisk.hasMegabytes(331);
        as("admin").header("Idempotency-Key", "room").body("{}").post("/api/units").then().statusCode(422);
    }

    @Test
    void health_and_the_first_page_of_an_administrator_say_so() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.find { it.name == 'disk' }.data.almostFull",
                equalTo(true));
        Response page = browser("admin").get("/");
        page.then().statusCode(200).body(containsString("磁盘快满了：只剩 120 MB")).body(containsString("空出 330 MB 以上"));
        browser("13800000001").get("/").then().statusCode(200).body(not(containsString("磁盘快满了")));
    }

    @Test
    void a_form_keeps_what_was_typed_and_can_be_sent_again_as_it_was() {
        sent("admin").formParam("name", "张家\"湾<村").formParam("kind", "VILLAGE").post("/admin/units?x=1").then().statusCode(503)
                .contentType("text/html").body(containsString("磁盘快满了")).body(containsString("value=\"张家&quot;湾&lt;村\""))
                .body(containsString("action=\"/admin/units?x=1\"")).body(containsString("name=\"csrf-token\""))
                .body(containsString("再试一次"));
    }

    @Test
    void a_form_with_a_secret_is_not_written_into_a_page() {
        sent("13800000001").formParam("secret", "aixin2026").formParam("newSecret", "geheim77").post("/me/secret").then()
                .statusCode(503).body(containsString("磁盘快满了")).body(not(containsString("geheim77")));
    }

    private static RequestSpecification sent(String login) {
        String csrf = "only-our-pages-know-01";
        return browser(login).contentType("application/x-www-form-urlencoded; charset=UTF-8").cookie("csrf-token", csrf)
                .formParam("csrf-token", csrf);
    }

    private static RequestSpecification browser(String login) {
        return given().accept("text/html").redirects().follow(false).cookie("aixin", token(login));
    }
}
