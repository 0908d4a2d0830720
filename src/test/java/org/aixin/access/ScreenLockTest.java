package org.aixin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Screens of staff that lock, and the list of where one is signed in. */
@QuarkusTest
class ScreenLockTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    @Inject
    TestPeople people;

    private Unit village;
    private Person clerk;

    @BeforeEach
    void somebody() {
        village = people.village();
        clerk = people.staff(village, Role.CLERK);
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Test
    void a_staff_screen_that_nobody_uses_locks_and_the_secret_unlocks_it() {
        String session = browser(people.phoneOf(clerk.id()));
        for (int i = 0; i < 4; i++) {
            TestClock.advance(Duration.ofMinutes(9));
            me(session).statusCode(200);
        }
        TestClock.advance(Duration.ofMinutes(10).plusSeconds(30));
        me(session).statusCode(401).body("code", equalTo("session_locked"));
        given().redirects().follow(false).accept(HTML).cookie("aixin", session).get("/stock?x=1").then().statusCode(303)
                .header("Location", endsWith("/sign-in/unlock?to=%2Fstock%3Fx%3D1"));
        unlock(session, "wrong").statusCode(403).body("code", equalTo("pin_wrong"));
        unlock(session, TestPeople.SECRET).statusCode(204);
        me(session).statusCode(200);
    }

    @Test
    void a_pin_unlocks_and_the_fifth_wrong_one_ends_the_session() {
        String session = browser(people.phoneOf(clerk.id()));
        pin("1234", TestPeople.SECRET).statusCode(422).body("code", equalTo("pin_too_weak"));
        pin("2905", "wrong").statusCode(403).body("code", equalTo("secret_wrong"));
        pin("2905", TestPeople.SECRET).statusCode(204);
        lock(session).statusCode(204);
        me(session).statusCode(401).body("code", equalTo("session_locked"));
        unlock(session, "2905").statusCode(204);
        lock(session).statusCode(204);
        for (int i = 0; i < 4; i++) {
            unlock(session, "2906").statusCode(403).body("detail", containsString(Integer.toString(4 - i)));
        }
        unlock(session, "2906").statusCode(401).body("code", equalTo("session_ended"));
        unlock(session, "2905").statusCode(409).body("code", equalTo("not_locked"));
        me(session).statusCode(401).body("code", equalTo("sign_in_required"));
    }

    @Test
    void neither_a_residents_phone_nor_a_program_locks() {
        String phone = browser(people.phoneOf(people.resident(village, "王秀英")));
        String program = people.token(clerk.id());
        TestClock.advance(Duration.ofHours(3));
        me(phone).statusCode(200);
        given().auth().preemptive().oauth2(program).get("/api/me").then().statusCode(200);
        given().accept(HTML).cookie("aixin", phone).get("/me").then().body(not(containsString("lock.js")));
    }

    @Test
    void a_staff_page_carries_its_lock_and_the_page_without_scripts_leads_back() {
        String session = browser(people.phoneOf(clerk.id()));
        given().accept(HTML).cookie("aixin", session).get("/me").then().statusCode(200).body(containsString("id=\"lock\""))
                .body(containsString("data-seconds=\"600\"")).body(containsString("lock.js"));
        lock(session);
        given().accept(HTML).cookie("aixin", session).get("/sign-in/unlock?to=/me").then().statusCode(200);
        form().cookie("aixin", session).formParam("secret", "wrong").formParam("to", "/me").post("/sign-in/unlock").then()
                .statusCode(403).body(containsString("还可以试 4 次"));
        form().cookie("aixin", session).formParam("secret", TestPeople.SECRET).formParam("to", "/me").post("/sign-in/unlock")
                .then().statusCode(303).header("Location", endsWith("/me"));
    }

    @Test
    void ones_sessions_are_listed_and_ended_one_by_one_or_all_others() {
        String phone = people.phoneOf(people.resident(village, "王秀英"));
        String here = browser(phone), there = browser(phone), third = browser(phone);
        ValidatableResponse list = given().cookie("aixin", here).get("/api/me/sessions").then().statusCode(200)
                .body("items", hasSize(3)).body("items.findAll{it.current}.device", contains("android wechat"));
        String id = list.extract().path("items.find{!it.current}.id");
        given().accept(HTML).cookie("aixin", here).get("/me").then().body(containsString("安卓手机 · 微信"))
                .body(containsString("/me/sign-out/" + id));
        form().cookie("aixin", here).post("/me/sign-out/" + id).then().statusCode(303);
        assertThat(me(there).extract().statusCode() + me(third).extract().statusCode()).isEqualTo(200 + 401);
        form().cookie("aixin", here).post("/me/sign-out-others").then().statusCode(303);
        given().cookie("aixin", here).get("/api/me/sessions").then().body("items", hasSize(1));
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        String wang = browser(people.phoneOf(people.resident(village, "王秀英")));
        String id = given().cookie("aixin", wang).get("/api/me/sessions").path("items[0].id");
        Person foreign = people.staff(people.village(), Role.ADMIN);
        people.as(foreign.id()).delete("/api/me/sessions/" + id).then().statusCode(404);
        people.as(people.staff(village, Role.ADMIN).id()).delete("/api/me/sessions/" + id).then().statusCode(404);
        me(wang).statusCode(200);
    }

    private String browser(String phone) {
        Response answer = form().header("User-Agent", "Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 MicroMessenger/8.0")
                .formParam("login", phone).formParam("secret", TestPeople.SECRET).post("/sign-in");
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.cookie("aixin");
    }

    private static ValidatableResponse me(String session) {
        return given().cookie("aixin", session).get("/api/me").then();
    }

    private ValidatableResponse pin(String pin, String secret) {
        return people.as(clerk.id()).body(Map.of("pin", pin, "secret", secret)).post("/api/me/pin").then();
    }

    private static ValidatableResponse lock(String session) {
        String token = given().accept(HTML).get("/sign-in").cookie("csrf-token");
        return given().cookie("csrf-token", token).cookie("aixin", session).header("X-CSRF-TOKEN", token)
                .post("/api/sessions/current/lock").then();
    }

    private static ValidatableResponse unlock(String session, String secret) {
        return given().cookie("aixin", session).contentType("application/json").body(Map.of("secret", secret))
                .post("/api/sessions/current/unlock").then();
    }

    private static RequestSpecification form() {
        String token = given().accept(HTML).get("/sign-in").cookie("csrf-token");
        return given().redirects().follow(false).accept(HTML).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("csrf-token", token).formParam("csrf-token", token);
    }
}
