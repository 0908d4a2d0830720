package org.aixin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The token that only our own pages know. */
@QuarkusTest
class CsrfTest {
    @Inject
    TestPeople people;

    @Test
    void every_browser_gets_a_token_of_its_own_that_no_script_reads() {
        Cookie one = page().detailedCookie("csrf-token"), other = page().detailedCookie("csrf-token");
        assertThat(one.getValue()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(other.getValue()).doesNotContain("AAAAAA");
        assertThat(one.isHttpOnly()).isTrue();
        assertThat(one.getSameSite()).isEqualTo("Lax");
        assertThat(one.getPath()).isEqualTo("/");
        assertThat(one.getMaxAge()).isEqualTo(30 * 24 * 3600);
    }

    @Test
    void the_token_of_the_cookie_stands_in_the_form_and_stays() {
        Response first = page();
        String token = first.cookie("csrf-token");
        assertThat(first.asString()).contains("name=\"csrf-token\" value=\"" + token + "\"");
        Response again = given().accept("text/html").cookie("csrf-token", token).get("/sign-in");
        assertThat(again.cookie("csrf-token")).isNull();
        assertThat(again.asString()).contains("value=\"" + token + "\"");
    }

    @Test
    void a_program_that_says_who_it_is_gets_no_cookie_whatever_it_asks_for() {
        String token = people.token(people.resident(people.village(), "王秀英").id());
        for (String path : List.of("/", "/me", "/api/me", "/api/standard", "/sign-in", "/no/such")) {
            for (String accept : List.of("text/html", "application/json", "*/*")) {
                Response answer = given().auth().preemptive().oauth2(token).accept(accept).redirects().follow(false).get(path);
                assertThat(answer.headers().getValues("Set-Cookie")).as(path + " " + accept).isEmpty();
            }
        }
        assertThat(given().auth().preemptive().oauth2(token).contentType("application/json").body("{}").post("/api/me/secret")
                .headers().getValues("Set-Cookie")).isEmpty();
        assertThat(given().auth().preemptive().oauth2(token).contentType("application/x-www-form-urlencoded").post("/me/secret")
                .headers().getValues("Set-Cookie")).isEmpty();
        assertThat(given().get("/api/standard").headers().getValues("Set-Cookie")).isEmpty();
    }

    @Test
    void what_cannot_be_a_token_of_ours_is_none_even_where_cookie_and_form_agree() {
        for (String guess : List.of("", "A", "null", "A".repeat(21), "A".repeat(23), "AAAAAAAAAAAAAAAAAAAAA!")) {
            given().cookie("csrf-token", guess).contentType("application/x-www-form-urlencoded").formParam("csrf-token", guess)
                    .formParam("login", "x").post("/sign-in").then().statusCode(403).body("code", equalTo("csrf_token_missing"));
        }
        String token = page().cookie("csrf-token"), other = page().cookie("csrf-token");
        given().cookie("csrf-token", token).contentType("application/x-www-form-urlencoded").formParam("csrf-token", other)
                .post("/sign-in").then().statusCode(403);
    }

    @Test
    void a_browser_with_a_broken_token_gets_a_new_one() {
        Response answer = given().accept("text/html").cookie("csrf-token", "broken").get("/sign-in");
        answer.then().statusCode(200).body(containsString("csrf-token"));
        assertThat(answer.cookie("csrf-token")).hasSize(22);
    }

    @Test
    void a_form_in_parts_carries_it_too() {
        String session = people.token(people.staff(people.village(), Role.CLERK).id()), token = page().cookie("csrf-token");
        given().cookie("aixin", session).cookie("csrf-token", token).multiPart("photo", "x.png", new byte[10])
                .post("/desk/photo").then().statusCode(403).body("code", equalTo("csrf_token_missing"));
        given().cookie("aixin", session).cookie("csrf-token", token).multiPart("csrf-token", token)
                .multiPart("photo", "x.png", new byte[10]).accept("text/html").post("/desk/photo").then().statusCode(404);
    }

    private static Response page() {
        return given().accept("text/html").get("/sign-in");
    }
}
