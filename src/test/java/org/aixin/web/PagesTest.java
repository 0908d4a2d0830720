package org.aixin.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.round.Played;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesTest {
    private static final int MOST_BYTES = 60 * 1024;
    private static final String TAKER = "13800000020";
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    @Inject
    TestPeople people;

    static Stream<Arguments> pages() {
        return Stream.of(Arguments.of("", "/"), Arguments.of("", "/deeds"), Arguments.of("", "/no/such/page"),
                Arguments.of("13800000001", "/"), Arguments.of("13800000001", "/deeds"), Arguments.of("organizer", "/"),
                Arguments.of("organizer", "/organizer/roll-call"), Arguments.of("organizer", "/organizer/awards"),
                Arguments.of("secretary", "/secretary"), Arguments.of("admin", "/"), Arguments.of("clerk", "/"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_chinese_unless_english_was_chosen(String login, String page) {
        String chinese = browser(login).header("Accept-Language", "en").get(page).asString();
        String english = browser(login).cookie("lang", "en").get(page).asString();
        assertThat(chinese).contains("<html lang=\"zh-CN\"").contains("演示数据，请勿登记真实信息").doesNotContain("Demo data");
        assertThat(english).contains("<html lang=\"en\"").contains("Demo data").doesNotContain("演示数据");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_keeps_to_the_content_security_policy(String login, String page) {
        assertThat(browser(login).get(page).asString()).doesNotContain(" style=").doesNotContain("<style")
                .doesNotContainPattern("<script(?![^>]* src=)").doesNotContainPattern(" on[a-z]+=\"").doesNotContain("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/deeds", "/shop", "/shop/confirm?shop=GJZ&n_soy=1", "/orders", "/quizzes", "/passbook", "/me",
            "/code"})
    void the_first_load_of_a_residents_page_is_small(String page) throws IOException {
        isSmall("13800000001", page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/first-secret", "/join"})
    void the_first_load_before_signing_in_is_small(String page) throws IOException {
        isSmall("", page);
    }

    @Test
    void the_first_load_after_a_reservation_or_in_a_quiz_is_small() throws IOException {
        String order = "/orders/" + api().body(Map.of("shop", "GJZ", "lines", List.of(Map.of("goods", "soy", "quantity", 1))))
                .post("/api/orders").then().statusCode(201).extract().path("id");
        isSmall(TAKER, order);
        isSmall(TAKER, order + "/cancel");
        String quiz = "/quizzes/" + api().get("/api/quizzes").path("items[0].id");
        isSmall(TAKER, quiz);
        String attempt = api().post("/api" + quiz + "/attempts").then().statusCode(201).extract().path("id");
        isSmall(TAKER, "/attempts/" + attempt);
    }

    @Test
    void the_first_load_of_a_live_round_is_small() throws IOException {
        Unit village = people.village();
        Played round = new Played(people, people.staff(village, Role.ORGANIZER), 1, 20);
        isSmall(browser(""), "/join/" + round.code);
        String player = given().contentType(ContentType.JSON).body(Map.of("name", "小李"))
                .post("/api/rounds/" + round.code + "/players").then().statusCode(201).extract().path("token");
        isSmall(browser("").cookie("aixin-player", player), "/rounds/" + round.id);
        isSmall(browser("").cookie("aixin-player", player), "/rounds/" + round.id + "/plain");
    }

    private static RequestSpecification api() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token(TAKER))
                .header("Idempotency-Key", UUID.randomUUID());
    }

    private static void isSmall(String login, String page) throws IOException {
        isSmall(browser(login), page);
    }

    private static void isSmall(RequestSpecification browser, String page) throws IOException {
        String html = browser.get(page).then().statusCode(200).extract().asString();
        int bytes = compressed(html);
        for (String part : html.split("\"")) {
            if (part.matches("/[\\w./-]+\\.(css|js|svg|mp4)(\\?.*)?") || part.startsWith("/webjars/")) {
                bytes += compressed(browser("").get(part).then().statusCode(200).extract().asString());
            }
        }
        assertThat(bytes).as("compressed bytes of %s", page).isLessThan(MOST_BYTES);
    }

    @Test
    void pages_and_style_sheets_are_compressed_and_style_sheets_kept() {
        String css = given().get("/deeds").asString().replaceAll("(?s).*href=\"(/aixin\\.css\\?v=\\w+)\".*", "$1");
        given().header("Accept-Encoding", "gzip").get(css).then().statusCode(200).header("Cache-Control",
                containsString("max-age"));
    }

    @Test
    void large_letters_and_the_language_are_switched_by_links_that_come_back() {
        browser("").get("/view?large=1&to=/deeds").then().statusCode(303).header("Location", containsString("/deeds"))
                .cookie("large", "1");
        browser("").cookie("large", "1").get("/deeds").then().body(containsString("class=\"large\""))
                .body(containsString("/view?large=0&amp;to=%2Fdeeds"));
        browser("").get("/view?lang=en&to=/deeds?a=b").then().statusCode(303).cookie("lang", "en");
        browser("").get("/view?lang=%3Cscript%3E").then().statusCode(303).cookie("lang", "zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)",
            "%0d%0aSet-Cookie:a=b", "/%250d%250a", "/a b"})
    void a_switch_leads_nowhere_else(String to) {
        String location = given().redirects().follow(false).urlEncodingEnabled(false)
                .get("/view?large=1&to=" + to.replace(" ", "%20").replace("\\", "%5C"))
                .then().statusCode(303).extract().header("Location");
        assertThat(location.replaceFirst("^https?://[^/]+", "")).startsWith("/").doesNotStartWith("//")
                .doesNotContain("elsewhere")
                .doesNotContain("Set-Cookie");
    }

    @Test
    void a_resident_sees_points_code_ways_and_the_newest_lines() {
        browser("13800000001").get("/").then().statusCode(200).body(containsString("王秀英，您好")).body(containsString("出示积分码"))
                .body(containsString("爱心存折")).body(containsString("href=\"/shop\"")).body(not(containsString("/organizer")));
    }

    @Test
    void staff_see_their_own_work() {
        browser("organizer").get("/").then().statusCode(200).body(containsString("href=\"/organizer/roll-call\""))
                .body(not(containsString("href=\"/admin/units\"")));
        browser("clerk").get("/").then().body(containsString("href=\"/desk\"")).body(not(containsString("/organizer/roll-call")));
        browser("admin").get("/").then().body(containsString("href=\"/admin/units\""));
    }

    @Test
    void a_stranger_is_told_what_this_is() {
        browser("").get("/").then().statusCode(200).body(containsString("href=\"/sign-in\"")).body(containsString("大米"));
    }

    private static RequestSpecification browser(String login) {
        RequestSpecification browser = given().redirects().follow(false).accept("text/html,*/*;q=0.8");
        return login.isEmpty() ? browser : browser.cookie("aixin", token(login));
    }

    private static String token(String login) {
        return TOKENS.computeIfAbsent(login,
                who -> given().contentType(ContentType.JSON).body(Map.of("login", who, "secret", "aixin2026"))
                        .post("/api/sessions")
                        .then().statusCode(201).body("person.name", not(equalTo(""))).extract().path("token"));
    }

    private static int compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
