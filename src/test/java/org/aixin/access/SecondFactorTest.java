package org.aixin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondFactorTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Totp TOTP = new Totp(6);
    @Inject
    TestPeople people;
    @Inject
    BusinessTime time;
    @Inject
    Sql sql;

    private Unit village;
    private Person admin;
    private Person clerk;
    private String login = "";

    @BeforeEach
    void somebody() {
        village = people.village();
        admin = people.staff(village, Role.ADMIN);
        clerk = people.staff(village, Role.CLERK);
        login = people.phoneOf(clerk.id());
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Test
    void whoever_set_it_up_signs_in_with_secret_and_code() {
        setUp();
        signIn(null).statusCode(401).body("code", equalTo("second_factor_required"));
        signIn("000000").statusCode(403).body("code", equalTo("second_factor_failed"));
        TestClock.advance(Duration.ofSeconds(30));
        signIn(code()).statusCode(201);
    }

    @Test
    void a_code_that_was_used_is_used_for_ever() {
        setUp();
        TestClock.advance(Duration.ofSeconds(30));
        String code = code();
        signIn(code).statusCode(201);
        signIn(code).statusCode(403).body("code", equalTo("second_factor_failed"));
        TestClock.advance(Duration.ofSeconds(30));
        signIn(code).statusCode(403);
        signIn(code()).statusCode(201);
    }

    @Test
    void each_code_on_paper_is_good_once_and_new_ones_end_the_old() {
        List<String> paper = setUp();
        assertThat(paper).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[0-9]{12}"));
        signIn(paper.get(0).substring(0, 4) + " " + paper.get(0).substring(4)).statusCode(201);
        signIn(paper.get(0)).statusCode(403);
        List<String> fresh = people.as(clerk.id()).body(Map.of("totp", paper.get(1))).post("/api/me/second-factor").then()
                .statusCode(201).extract().path("codes");
        signIn(paper.get(2)).statusCode(403);
        signIn(fresh.get(2)).statusCode(201);
        people.as(clerk.id()).get("/api/me/second-factor").then().body("on", equalTo(true)).body("codesLeft", equalTo(9));
    }

    @Test
    void guesses_at_the_code_are_bounded() {
        setUp();
        for (int i = 0; i < 5; i++) {
            signIn("00000" + i).statusCode(403);
        }
        signIn("123456").statusCode(429).body("code", equalTo("too_many_tries"));
    }

    @Test
    void a_browser_is_asked_for_the_code_after_the_secret_and_nobody_before() {
        List<String> paper = setUp();
        Response half = form().formParam("login", login).formParam("secret", TestPeople.SECRET).formParam("to", "/desk")
                .post("/sign-in");
        half.then().statusCode(303).header("Location", endsWith("/sign-in/second?to=%2Fdesk"));
        String session = half.cookie("aixin");
        given().cookie("aixin", session).get("/api/me").then().statusCode(401).body("code", equalTo("second_factor_required"));
        given().redirects().follow(false).accept(HTML).cookie("aixin", session).get("/me").then().statusCode(303)
                .header("Location", endsWith("/sign-in/second?to=%2Fme"));
        form().cookie("aixin", session).formParam("code", "000000").formParam("to", "/desk").post("/sign-in/second").then()
                .statusCode(403).body(containsString("验证码不对"));
        Response whole = form().cookie("aixin", session).formParam("code", paper.get(3)).formParam("to", "/desk")
                .post("/sign-in/second");
        whole.then().statusCode(303).header("Location", endsWith("/desk"));
        given().cookie("aixin", whole.cookie("aixin")).get("/api/me").then().statusCode(200);
        given().cookie("aixin", session).get("/api/me").then().statusCode(401).body("code", equalTo("sign_in_required"));
    }

    @Test
    void whoever_must_have_one_is_led_to_set_it_up_at_the_next_sign_in() {
        require(admin, village, true).statusCode(201);
        signIn(null).statusCode(403).body("code", equalTo("second_factor_missing"));
        Response half = form().formParam("login", login).formParam("secret", TestPeople.SECRET).post("/sign-in");
        half.then().statusCode(303).header("Location", containsString("/sign-in/enrol"));
        String session = half.cookie("aixin");
        String page = given().accept(HTML).cookie("aixin", session).get("/sign-in/enrol").then().statusCode(200).extract()
                .asString();
        assertThat(page).contains("<svg").contains(new AuthenticatorKey(key(), "").getGrouped());
        Response whole = form().cookie("aixin", session).formParam("code", code()).post("/sign-in/enrol");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.asString()).contains("备用码");
        given().cookie("aixin", whole.cookie("aixin")).get("/api/me").then().statusCode(200);
        Member resident = people.resident(village, "王秀英");
        given().contentType("application/json").body(Map.of("login", people.phoneOf(resident), "secret", TestPeople.SECRET))
                .post("/api/sessions").then().statusCode(201);
        require(admin, village, false).statusCode(201);
        assertThat(
                sql.rows("SELECT required FROM second_factor_setting WHERE unit = ? ORDER BY version", row -> row.getBoolean(1),
                        village.id()))
                .containsExactly(true, false);
    }

    @Test
    void a_lost_one_is_taken_away_by_another_administrator_and_stays_on_record() {
        setUp();
        reset(clerk, clerk.id()).statusCode(403);
        reset(admin, admin.id()).statusCode(403).body("code", equalTo("own_second_factor"));
        String session = people.token(clerk.id());
        reset(admin, clerk.id()).statusCode(204);
        given().auth().preemptive().oauth2(session).get("/api/me").then().statusCode(401);
        signIn(null).statusCode(201);
        assertThat(sql.rows("SELECT actor FROM second_factor_reset WHERE member = ?", row -> row.getLong(1), clerk.id()))
                .containsExactly(admin.id());
    }

    @Test
    void another_villages_administrator_neither_requires_nor_resets() {
        setUp();
        Person foreign = people.staff(people.village(), Role.ADMIN);
        require(foreign, village, true).statusCode(403).body("code", equalTo("not_allowed"));
        reset(foreign, clerk.id()).statusCode(403).body("code", equalTo("not_allowed"));
        for (String page : List.of("/second-factor/units/" + village.id(), "/second-factor/members/" + clerk.id() + "/reset")) {
            form().cookie("aixin", people.token(foreign.id())).formParam("required", "1").post(page).then().statusCode(403);
        }
        given().accept(HTML).cookie("aixin", people.token(foreign.id())).get("/second-factor/members/" + clerk.id()).then()
                .statusCode(403);
        people.as(people.resident(village, "王秀英").id()).get("/api/me/second-factor").then().statusCode(403);
    }

    @Test
    void a_clock_that_was_ahead_leaves_no_code_used() {
        setUp();
        TestClock.advance(Duration.ofDays(40));
        signIn(code()).statusCode(201);
        TestClock.reset();
        TestClock.advance(Duration.ofMinutes(5));
        signIn(code()).statusCode(201);
        signIn(code()).statusCode(403);
    }

    private List<String> setUp() {
        people.as(clerk.id()).get("/api/me/second-factor").then().statusCode(200).body("on", equalTo(false));
        people.as(clerk.id()).body(Map.of("totp", "000000")).post("/api/me/second-factor").then().statusCode(403);
        return people.as(clerk.id()).body(Map.of("totp", code())).post("/api/me/second-factor").then().statusCode(201)
                .body("codes", hasSize(10)).extract().path("codes");
    }

    private byte[] key() {
        return sql.first("SELECT secret FROM second_factor WHERE member = ?", row -> row.getBytes(1), clerk.id()).orElseThrow();
    }

    private String code() {
        return TOTP.code(key(), Totp.step(time.now()));
    }

    private ValidatableResponse signIn(@Nullable String code) {
        Map<String, @Nullable String> body = new HashMap<>(Map.of("login", login, "secret", TestPeople.SECRET));
        body.put("totp", code);
        return given().contentType("application/json").body(body).post("/api/sessions").then();
    }

    private ValidatableResponse require(Person by, Unit unit, boolean required) {
        return people.as(by.id()).body(Map.of("required", required)).post("/api/units/" + unit.id() + "/second-factor").then();
    }

    private ValidatableResponse reset(Person by, long member) {
        return people.as(by.id()).post("/api/members/" + member + "/second-factor/reset").then();
    }

    private static RequestSpecification form() {
        String token = given().accept(HTML).get("/sign-in").cookie("csrf-token");
        return given().redirects().follow(false).accept(HTML).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("csrf-token", token).formParam("csrf-token", token);
    }
}
