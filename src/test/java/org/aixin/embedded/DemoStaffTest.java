package org.aixin.embedded;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Everybody knows the demo's secrets, so its staff are let in from this machine alone. */
@QuarkusTest
class DemoStaffTest {
    @Test
    void staff_of_the_demo_sign_in_on_this_machine_and_from_no_other() throws Exception {
        given().contentType("application/json").body(Elsewhere.signIn("organizer")).post("/api/sessions").then().statusCode(201);
        Elsewhere.given().body(Elsewhere.signIn("organizer")).post("/api/sessions").then().statusCode(403).body("code",
                equalTo("demo_staff_only_here"));
    }

    @Test
    void nobody_comes_from_this_machine_by_saying_so() throws Exception {
        Elsewhere.given().header("X-Forwarded-For", "127.0.0.1").header("Forwarded", "for=127.0.0.1").header("X-Real-IP",
                "127.0.0.1").body(Elsewhere.signIn("admin")).post("/api/sessions").then().statusCode(403);
    }

    @Test
    void residents_of_the_demo_sign_in_from_any_phone() throws Exception {
        Elsewhere.given().body(Elsewhere.signIn("13800000002")).post("/api/sessions").then().statusCode(201);
    }
}
