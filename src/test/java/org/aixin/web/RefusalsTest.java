package org.aixin.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.channels.ClosedChannelException;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusalsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/no/such", "/api/no/such", "/q/no/such", "/no.css", "/webjars/no", "/a%00b", "/%27%20OR%201=1",
            "/api/members/x/y/z"})
    void an_unknown_path_is_a_document_for_programs(String path) {
        document(given().urlEncodingEnabled(false).get(path).then(), 404, "not_found");
    }

    @Test
    void an_unknown_path_is_a_page_for_browsers_and_a_document_below_api() {
        given().accept("text/html").get("/no/such").then().statusCode(404).contentType("text/html")
                .body(containsString("没有找到您要的内容")).body(containsString("href=\"/\"")).body(not(containsString("Exception")));
        document(given().accept("text/html").get("/api/no/such").then(), 404, "not_found");
    }

    @Test
    void the_language_is_what_the_program_asks_for() {
        given().header("Accept-Language", "en").get("/no/such").then().body("title", equalTo("Not found"));
        given().header("Accept-Language", "zh-CN").get("/no/such").then().body("title", equalTo("没有找到"));
        given().header("Accept-Language", "!!;q=x").get("/no/such").then().body("title", equalTo("没有找到"));
    }

    @Test
    void wrong_methods_and_formats_are_documents() {
        document(given().post("/api/standard").then(), 405, "method_not_allowed");
        document(given().accept("application/xml").get("/api/standard").then(), 406, "not_acceptable");
        document(given().contentType("text/plain").body("x").post("/api/sessions").then(), 415, "media_type_unsupported");
        document(given().contentType("application/json").body("{").post("/api/sessions").then(), 400, "request_unreadable");
        document(given().contentType("application/json").body("{\"login\": {}}").post("/api/sessions").then(), 422,
                "value_refused").body("field", equalTo("login"));
        document(given().get("/api/me").then(), 401, "sign_in_required").header("WWW-Authenticate", notNullValue());
    }

    @Test
    void too_large_a_body_is_a_document_or_a_page() {
        String large = " ".repeat(13 * 1024 * 1024); // bytes would be printed one by one
        document(given().contentType("application/json").body(large).post("/api/sessions").then(), 413, "too_large");
        given().accept("text/html").contentType("application/json").body(large).post("/sign-in").then().statusCode(413)
                .contentType("text/html").body(containsString("内容太大"));
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_sign_in_and_back() {
        given().accept("text/html").redirects().follow(false).get("/organizer/awards?rule=drill").then().statusCode(303)
                .header("Location", containsString("/sign-in?to=%2Forganizer%2Fawards%3Frule%3Ddrill"));
    }

    @Test
    void who_hangs_up_is_no_fault_of_ours() {
        assertThat(OuterRefusals.hungUp(new IllegalStateException("Request has already been read"))).isTrue();
        assertThat(OuterRefusals.hungUp(new RuntimeException(new ClosedChannelException()))).isTrue();
        assertThat(OuterRefusals.hungUp(new IllegalStateException("The ledger says no"))).isFalse();
    }

    private static ValidatableResponse document(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code))
                .body("status", equalTo(status)).body("title", notNullValue()).body("detail", notNullValue())
                .body(not(containsString("Exception")));
    }
}
