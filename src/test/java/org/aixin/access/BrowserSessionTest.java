package org.aixin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrowserSessionTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    @Inject
    TestPeople people;

    private String phone = "";
    private long wang;

    @BeforeEach
    void somebody() {
        Member member = people.resident(people.village(), "王秀英");
        phone = people.phoneOf(member);
        wang = member.id();
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Test
    void signing_in_sets_a_cookie_that_no_script_reads_and_goes_where_one_wanted_to() {
        Response answer = signIn("/me");
        answer.then().statusCode(303).header("Location", endsWith("/me"));
        assertThat(cookies(answer)).anySatisfy(cookie -> assertThat(cookie).startsWith("aixin=").contains("HttpOnly",
                "SameSite=Lax", "Path=/", "Max-Age=259"));
        given().cookie("aixin", answer.cookie("aixin")).accept(HTML).get("/me").then().statusCode(200).body(containsString(phone))
                .header("Cache-Control", "no-store");
    }

    @Test
    void over_plain_http_the_cookies_work_whatever_a_sender_says_of_https() {
        Response answer = form().header("X-Forwarded-Proto", "https").header("Forwarded", "proto=https")
                .formParam("login", phone).formParam("secret", TestPeople.SECRET).post("/sign-in");
        assertThat(cookies(answer)).anyMatch(cookie -> cookie.startsWith("aixin="))
                .noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void a_resident_stays_signed_in_for_thirty_days_and_staff_for_a_shift() {
        Person clerk = people.staff(people.village(), Role.CLERK);
        String staff = signIn(people.phoneOf(clerk.id()), "/").cookie("aixin"), resident = signIn("/").cookie("aixin");
        TestClock.advance(Duration.ofHours(13));
        given().cookie("aixin", staff).get("/api/me").then().statusCode(401);
        TestClock.advance(Duration.ofDays(29));
        given().cookie("aixin", resident).get("/api/me").then().statusCode(200);
        TestClock.advance(Duration.ofDays(1));
        given().cookie("aixin", resident).get("/api/me").then().statusCode(401);
    }

    @Test
    void a_link_leads_nobody_to_another_site() {
        for (String elsewhere : new String[]{"https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
                "/ x"}) {
            signIn(elsewhere).then().statusCode(303).header("Location", allOf(endsWith("/"), not(containsString("evil"))));
        }
    }

    @Test
    void a_wrong_secret_is_said_on_the_page_and_sets_no_cookie() {
        form().formParam("login", phone).formParam("secret", "<b>wrong</b>").post("/sign-in").then().statusCode(401)
                .contentType(containsString("text/html")).body(containsString("手机号或密码不对"))
                .body(containsString("value=\"" + phone)).body(not(containsString("<b>wrong")))
                .header("Set-Cookie", not(containsString("aixin=")));
    }

    @Test
    void a_browser_without_a_session_is_sent_to_sign_in_and_back() {
        given().redirects().follow(false).accept(HTML).get("/me?x=1").then().statusCode(303).header("Location",
                endsWith("/sign-in?to=%2Fme%3Fx%3D1"));
        given().redirects().follow(false).accept(HTML).cookie("aixin", "dead").get("/me").then().statusCode(303);
        given().accept("application/json").get("/me").then().statusCode(not(is(303)));
    }

    @Test
    void a_browser_with_the_wrong_role_sees_a_page_that_says_so() {
        given().accept(HTML).cookie("aixin", people.token(wang)).get("/admin/units").then().statusCode(403)
                .contentType(containsString("text/html"));
    }

    @Test
    void what_the_cookie_authenticates_needs_the_pages_token() {
        String session = people.token(wang);
        given().cookie("aixin", session).contentType("application/json").body(Map.of("old", "x", "secret", "246813"))
                .post("/api/me/secret").then().statusCode(403).body("code", equalTo("csrf_token_missing"));
        given().cookie("aixin", session).delete("/api/sessions/current").then().statusCode(403);
        given().cookie("aixin", session).contentType("application/x-www-form-urlencoded").formParam("x", "y").post("/sign-out")
                .then().statusCode(403).body("code", equalTo("csrf_token_missing"));
        given().cookie("aixin", session).cookie("csrf-token", csrf()).contentType("application/x-www-form-urlencoded")
                .formParam("csrf-token", csrf()).post("/me/sign-out-everywhere").then().statusCode(403);
        given().cookie("aixin", session).get("/api/me").then().statusCode(200);
    }

    @Test
    void with_the_pages_token_it_goes_through_as_a_field_or_as_a_header() {
        String session = people.token(wang), token = csrf();
        given().cookie("aixin", session).cookie("csrf-token", token).header("X-CSRF-TOKEN", token)
                .contentType("application/json").body(Map.of("old", "wrong", "secret", "246813")).post("/api/me/secret").then()
                .statusCode(403).body("code", equalTo("secret_wrong"));
        Response out = form().cookie("aixin", session).post("/sign-out");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(cookies(out)).anySatisfy(cookie -> assertThat(cookie).startsWith("aixin=;").contains("Max-Age=0"));
        given().cookie("aixin", session).get("/api/me").then().statusCode(401);
    }

    @Test
    void nobody_can_be_signed_in_by_a_strangers_form() {
        given().contentType("application/x-www-form-urlencoded").formParam("login", phone)
                .formParam("secret", TestPeople.SECRET).post("/sign-in").then().statusCode(403).body("code",
                        equalTo("csrf_token_missing"));
    }

    @Test
    void a_program_that_says_who_it_is_needs_no_token_and_its_cookies_count_for_nothing() {
        Person admin = people.staff(people.village(), Role.ADMIN);
        given().auth().preemptive().oauth2(people.token(wang)).cookie("aixin", people.token(admin.id())).get("/api/me").then()
                .statusCode(200).body("id", equalTo(Long.toString(wang)));
        given().header("Authorization", "Bearer made-up").cookie("aixin", people.token(admin.id())).get("/api/me").then()
                .statusCode(401);
        given().auth().preemptive().oauth2(people.token(wang)).contentType("application/x-www-form-urlencoded")
                .formParam("old", "x").redirects().follow(false).post("/me/secret").then().statusCode(422);
    }

    @Test
    void every_answer_tells_the_browser_what_to_refuse() {
        for (String path : new String[]{"/sign-in", "/aixin.css", "/api/me", "/nowhere", "/q/openapi", "/favicon.svg"}) {
            given().get(path).then().header("Content-Security-Policy", containsString("script-src 'self';"))
                    .header("Content-Security-Policy", not(containsString("unsafe"))).header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "same-origin");
        }
        given().get("/api/me").then().header("Cache-Control", "no-store");
        given().get("/aixin.css").then().statusCode(200).header("Cache-Control", not(containsString("no-store")));
    }

    @Test
    void a_first_secret_is_set_on_the_page() {
        form().formParam("login", phone).formParam("code", "00000000").formParam("secret", "246813").formParam("again", "246814")
                .post("/first-secret").then().statusCode(422).body(containsString("两次输入的密码不一样"));
        form().formParam("login", phone).formParam("code", "00000000").formParam("secret", "246813").formParam("again", "246813")
                .post("/first-secret").then().statusCode(401).body(containsString("一次性密码不对"));
    }

    @Test
    void the_page_of_ones_own_data_changes_the_secret() {
        Response before = signIn("/");
        String session = before.cookie("aixin"), device = before.cookie("aixin-device");
        form().cookie("aixin", session).formParam("old", TestPeople.SECRET).formParam("secret", "246813")
                .formParam("again", "246813").post("/me/secret").then().statusCode(303).header("Location", notNullValue());
        form().cookie("aixin-device", device).formParam("login", phone).formParam("secret", "246813").post("/sign-in").then()
                .statusCode(303);
    }

    private static List<String> cookies(Response answer) {
        return answer.headers().getValues("Set-Cookie");
    }

    private Response signIn(String to) {
        return signIn(phone, to);
    }

    private static Response signIn(String login, String to) {
        return form().formParam("login", login).formParam("secret", TestPeople.SECRET).formParam("to", to).post("/sign-in");
    }

    private static RequestSpecification form() {
        String token = csrf();
        return given().redirects().follow(false).accept(HTML).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("csrf-token", token).formParam("csrf-token", token);
    }

    private static String csrf() {
        return given().accept(HTML).get("/sign-in").cookie("csrf-token");
    }
}
