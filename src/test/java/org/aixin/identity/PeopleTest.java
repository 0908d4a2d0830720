package org.aixin.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.kernel.CheckDigit;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleTest {
    @Inject
    TestPeople people;

    private Unit village = new Unit(0, null, Unit.Kind.VILLAGE, "", "/");
    private long organizer;
    private long admin;

    @BeforeEach
    void a_village() {
        village = people.village();
        organizer = people.staff(village, Role.ORGANIZER).id();
        admin = people.staff(village, Role.ADMIN).id();
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Nested
    class AsOrganizer {
        @Test
        void adds_a_person_who_sets_a_secret_with_the_code_and_signs_in() {
            String phone = TestPeople.phone();
            JsonPath added = add(organizer, Map.of("name", "陈桂英", "phone", phone)).statusCode(201).body("id", notNullValue())
                    .body("oneTimeCode", matchesPattern("[0-9]{8}")).extract().jsonPath();
            signIn(phone, added.getString("oneTimeCode")).statusCode(401);
            firstSecret(phone, added.getString("oneTimeCode"), "246813").statusCode(204);
            signIn(phone, "246813").statusCode(201).body("person.id", equalTo(added.getString("id"))).body("person.roles",
                    contains("resident"));
            firstSecret(phone, added.getString("oneTimeCode"), "975310").statusCode(401).body("code",
                    equalTo("one_time_code_failed"));
            signIn(phone, "246813").statusCode(201);
        }

        @Test
        void somebody_without_a_phone_sets_the_secret_of_their_card() {
            String card = Cards.number(System.nanoTime() % 10_000_000_000L);
            String code = add(organizer, Map.of("name", "刘奶奶", "card", card)).statusCode(201).extract().path("oneTimeCode");
            firstSecret(card, code, "246813").statusCode(204);
            signIn(card, "246813").statusCode(401);
        }

        @Test
        void a_phone_or_a_card_belongs_to_one_person() {
            String phone = TestPeople.phone(), card = "88" + phone;
            add(organizer, Map.of("name", "甲", "phone", phone, "card", card)).statusCode(201);
            add(organizer, Map.of("name", "乙", "phone", phone)).statusCode(409).body("code", equalTo("phone_taken"));
            add(organizer, Map.of("name", "乙", "card", card)).statusCode(409).body("code", equalTo("card_taken"));
        }

        @Test
        void a_new_person_is_a_household_of_their_own_unless_one_is_named() {
            String first = add(organizer, Map.of("name", "甲")).extract().path("id");
            String household = shown(organizer, first).getString("household");
            assertThat(household).isNotNull();
            String second = add(organizer, Map.of("name", "乙", "household", household)).statusCode(201).extract().path("id");
            assertThat(shown(organizer, second).getString("household")).isEqualTo(household);
            String third = add(organizer, Map.of("name", "丙")).extract().path("id");
            assertThat(shown(organizer, third).getString("household")).isNotEqualTo(household);
            for (String none : List.of("1", "x", "-1", "99999999999999999999")) {
                add(organizer, Map.of("name", "丁", "household", none)).statusCode(422).body("code", equalTo("household_unknown"));
            }
        }

        @Test
        void cannot_add_people_elsewhere_or_to_a_household_elsewhere() {
            Unit elsewhere = people.village();
            add(organizer, Map.of("name", "甲", "unit", Long.toString(elsewhere.id()))).statusCode(403).body("code",
                    equalTo("not_allowed"));
            add(organizer, Map.of("name", "甲", "unit", String.valueOf(village.parent()))).statusCode(403);
            String household = String.valueOf(people.resident(elsewhere, "乙").household());
            add(organizer, Map.of("name", "甲", "household", household)).statusCode(403);
        }

        @Test
        void what_cannot_be_is_refused_and_changes_nothing() {
            refused(Map.of("name", "<b>王</b>"), "name_refused");
            refused(Map.of("name", "王\n英"), "name_refused");
            refused(Map.of("name", "王".repeat(41)), "name_refused");
            refused(Map.of("name", ""), "name_refused");
            refused(Map.of("phone", TestPeople.phone()), "name_refused");
            refused(Map.of("name", "甲", "phone", "12345"), "phone_refused");
            refused(Map.of("name", "甲", "card", "abc"), "card_refused");
            refused(Map.of("name", "甲", "unit", "1"), "unit_unknown");
            refused(Map.of("name", "甲", "unit", "' OR 1=1"), "unit_unknown");
            add(organizer, Map.of("name", "甲", "login", "boss")).statusCode(403);
            people.as(organizer).body("null").post("/api/members").then().statusCode(400);
            assertThat(found(organizer, "甲")).isEmpty();
        }

        @Test
        void gives_a_card_that_scanners_check() {
            Member wang = people.resident(village, "王秀英");
            String card = people.as(organizer).body("{}").post("/api/members/{id}/cards", wang.id()).then().statusCode(201)
                    .extract()
                    .path("card");
            assertThat(card).matches("6[0-9]{11}").satisfies(number -> assertThat(CheckDigit.fits(number)).isTrue());
            people.as(organizer).body(Map.of("card", card)).post("/api/members/{id}/cards", people.resident(village, "李").id())
                    .then().statusCode(409).body("code", equalTo("card_taken"));
            people.as(organizer).body("{}").post("/api/members/{id}/cards", people.resident(people.village(), "李").id()).then()
                    .statusCode(403);
        }

        @Test
        void a_reissued_code_ends_the_secret_and_every_session() {
            Member wang = people.resident(village, "王秀英");
            String token = people.token(wang.id()), phone = people.phoneOf(wang);
            String code = reissue(organizer, wang.id()).statusCode(201).extract().path("oneTimeCode");
            given().auth().preemptive().oauth2(token).get("/api/me").then().statusCode(401);
            signIn(phone, TestPeople.SECRET).statusCode(401);
            String newer = reissue(organizer, wang.id()).statusCode(201).extract().path("oneTimeCode");
            firstSecret(phone, code, "246813").statusCode(401);
            firstSecret(phone, newer, "246813").statusCode(204);
        }

        @Test
        void cannot_take_over_somebody_who_works_here() {
            reissue(organizer, people.staff(village, Role.REVIEWER).id()).statusCode(403);
            reissue(organizer, organizer).statusCode(403);
            reissue(organizer, people.resident(people.village(), "远方").id()).statusCode(403);
            reissue(organizer, 1).statusCode(404);
            String asked = reissue(admin, people.staff(village, Role.REVIEWER).id()).statusCode(202).extract()
                    .path("secondPerson");
            people.confirm(people.staff(village, Role.SECRETARY).id(), asked);
            people.as(admin).get("/api/second-person/" + asked + "/slip").then().statusCode(200).body("oneTimeCode",
                    matchesPattern("[0-9]{8}"));
        }

        @Test
        void cannot_give_roles() {
            role(organizer, people.resident(village, "王").id(), "clerk", village.id()).statusCode(403);
        }
    }

    @Nested
    class WithAOneTimeCode {
        @Test
        void after_five_wrong_tries_it_waits_but_is_not_used_up_by_whoever_guessed() {
            String phone = TestPeople.phone();
            String code = add(organizer, Map.of("name", "甲", "phone", phone)).extract().path("oneTimeCode");
            for (int i = 0; i < 5; i++) {
                firstSecret(phone, "0000000" + i, "246813").statusCode(401);
            }
            firstSecret(phone, code, "246813").statusCode(429);
            TestClock.advance(Duration.ofMinutes(2));
            firstSecret(phone, code, "246813").statusCode(204);
        }

        @Test
        void a_week_later_it_is_too_old() {
            String phone = TestPeople.phone();
            String code = add(organizer, Map.of("name", "甲", "phone", phone)).extract().path("oneTimeCode");
            TestClock.advance(Duration.ofDays(7).plusMinutes(1));
            firstSecret(phone, code, "246813").statusCode(401);
        }

        @Test
        void a_secret_that_anybody_tries_first_is_refused_and_costs_no_try() {
            String phone = TestPeople.phone();
            String code = add(organizer, Map.of("name", "甲", "phone", phone)).extract().path("oneTimeCode");
            for (String weak : List.of("000000", "123456", "12345", "", "abc")) {
                firstSecret(phone, code, weak).statusCode(422).body("code", equalTo("secret_too_weak"));
            }
            firstSecret(phone, code, "246813").statusCode(204);
        }

        @Test
        void unknown_people_get_the_same_answer() {
            String wrong = firstSecret(people.phoneOf(organizer), "00000000", "246813").statusCode(401).extract().asString();
            assertThat(firstSecret(TestPeople.phone(), "00000000", "246813").statusCode(401).extract().asString())
                    .isEqualTo(wrong);
        }
    }

    @Nested
    class AsStaff {
        @Test
        void finds_people_by_name_phone_card_and_pinyin() {
            String phone = TestPeople.phone(), card = "77" + phone;
            String id = add(organizer, Map.of("name", "郝建设", "phone", phone, "card", card)).extract().path("id");
            long clerk = people.staff(village, Role.CLERK).id();
            for (String query : List.of("郝建设", "建设", phone, phone.substring(0, 9), card, "haojianshe", "Hao Jian", "hjs")) {
                assertThat(found(clerk, query)).as(query).contains(id);
            }
            for (String query : List.of("郝建国", "%", "_", "ajs", "' OR 1=1 --", "\\", "🙂", "１３")) {
                assertThat(found(clerk, query)).as(query).doesNotContain(id);
            }
        }

        @Test
        void sees_nobody_out_of_reach() {
            Unit elsewhere = people.village();
            Member far = people.resident(elsewhere, "远方人");
            assertThat(found(organizer, "远方人")).isEmpty();
            people.as(organizer).get("/api/members/{id}", far.id()).then().statusCode(403);
            people.as(organizer).get("/api/members/12345").then().statusCode(404);
            people.as(organizer).get("/api/members/abc").then().statusCode(404);
            long auditor = people.staff(elsewhere, Role.AUDITOR).id();
            people.as(auditor).get("/api/members/{id}", far.id()).then().statusCode(200).body("name", equalTo("远方人"))
                    .body("unit", equalTo(Long.toString(elsewhere.id()))).body("unitName", equalTo(elsewhere.name()));
        }

        @Test
        void turns_the_pages_of_a_long_list() {
            for (int i = 0; i < 5; i++) {
                people.resident(village, "翻页" + i);
            }
            JsonPath first = people.as(organizer).get("/api/members?query=翻页&limit=3").then().body("items", hasSize(3)).extract()
                    .jsonPath();
            JsonPath rest = people.as(organizer).get("/api/members?query=翻页&limit=3&cursor=" + first.getString("next")).then()
                    .body("items", hasSize(2)).body("next", nullValue()).extract().jsonPath();
            assertThat(rest.getList("items.id", String.class))
                    .doesNotContainAnyElementsOf(first.getList("items.id", String.class));
            people.as(organizer).get("/api/members?limit=101").then().statusCode(422);
            people.as(organizer).get("/api/members?limit=0").then().statusCode(422);
            people.as(organizer).get("/api/members?cursor=x").then().statusCode(422);
        }
    }

    @Nested
    class AsAdministrator {
        @Test
        void gives_and_takes_roles_that_count_at_once() {
            Member wang = people.resident(village, "王秀英");
            String token = people.token(wang.id());
            given().auth().preemptive().oauth2(token).get("/api/members").then().statusCode(403);
            role(admin, wang.id(), "clerk", village.id()).statusCode(201).body("role", equalTo("clerk")).body("unit",
                    equalTo(Long.toString(village.id())));
            role(admin, wang.id(), "CLERK", village.id()).statusCode(201);
            given().auth().preemptive().oauth2(token).get("/api/members").then().statusCode(200);
            given().auth().preemptive().oauth2(token).get("/api/me").then().body("roles", hasItem("clerk"));
            people.as(admin).delete("/api/members/{id}/roles/clerk/{unit}", wang.id(), village.id()).then().statusCode(204);
            given().auth().preemptive().oauth2(token).get("/api/members").then().statusCode(403);
            people.as(admin).delete("/api/members/{id}/roles/clerk/{unit}", wang.id(), village.id()).then().statusCode(404);
        }

        @Test
        void gives_no_role_to_themselves_or_out_of_reach() {
            role(admin, admin, "auditor", village.id()).statusCode(403).body("code", equalTo("own_role"));
            Member wang = people.resident(village, "王秀英");
            role(admin, wang.id(), "admin", village.parent()).statusCode(403);
            Unit elsewhere = people.village();
            role(admin, wang.id(), "clerk", elsewhere.id()).statusCode(403);
            role(admin, people.resident(elsewhere, "远").id(), "clerk", village.id()).statusCode(403);
            role(admin, wang.id(), "king", village.id()).statusCode(422).body("code", equalTo("role_unknown"));
            role(admin, wang.id(), "clerk", 1L).statusCode(422).body("code", equalTo("unit_unknown"));
        }

        @Test
        void a_role_reaches_the_units_below() {
            String compound = unit(admin, "一组", "COMPOUND", village.id()).statusCode(201).extract().path("id");
            add(organizer, Map.of("name", "甲", "unit", compound)).statusCode(201);
        }

        @Test
        void makes_units_that_fit_below_their_parent() {
            unit(admin, "一组", "compound", village.id()).statusCode(201).body("kind", equalTo("COMPOUND")).body("parent",
                    equalTo(Long.toString(village.id())));
            unit(admin, "一组", "BRANCH", village.id()).statusCode(409).body("code", equalTo("unit_name_taken"));
            unit(admin, "党支部", "BRANCH", village.id()).statusCode(201);
            unit(admin, "县", "COUNTY", village.id()).statusCode(422).body("code", equalTo("unit_kind_misplaced"));
            unit(admin, "村", "VILLAGE", village.id()).statusCode(422);
            unit(admin, "x", "PLANET", village.id()).statusCode(422).body("code", equalTo("unit_kind_unknown"));
            unit(admin, "<i>", "COMPOUND", village.id()).statusCode(422).body("code", equalTo("unit_name_refused"));
            unit(admin, "村", "VILLAGE", village.parent()).statusCode(403);
            unit(organizer, "二组", "COMPOUND", village.id()).statusCode(403);
            people.as(organizer).get("/api/units").then().body("items.name", hasItem("党支部"));
        }

        @Test
        void staff_without_a_phone_get_a_login() {
            String login = "staff." + TestPeople.phone();
            String code = add(admin, Map.of("name", "新员工", "login", login)).statusCode(201).extract().path("oneTimeCode");
            firstSecret(login, code, "八个字的密码可以").statusCode(204);
            signIn(login.toUpperCase(), "八个字的密码可以").statusCode(201);
            add(admin, Map.of("name", "另一人", "login", login)).statusCode(409).body("code", equalTo("login_taken"));
        }
    }

    @Nested
    class InABrowser {
        @Test
        void a_form_sent_twice_admits_once_and_shows_a_code_that_works() {
            String session = people.token(organizer), phone = TestPeople.phone();
            String first = admitOnPage(session, phone, "one key"), second = admitOnPage(session, phone, "one key");
            assertThat(found(organizer, phone)).hasSize(1);
            String code = second.replaceAll("(?s).*class=\"figure\">(\\d{4}) (\\d{4})<.*", "$1$2");
            assertThat(code).matches("[0-9]{8}");
            firstSecret(phone, code, "246813").statusCode(204);
            assertThat(first).contains(phone).contains("<svg");
        }

        @Test
        void what_is_wrong_is_said_beside_the_form_with_what_was_typed() {
            String token = given().accept("text/html").get("/sign-in").cookie("csrf-token");
            given().cookie("aixin", people.token(organizer)).cookie("csrf-token", token).accept("text/html")
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("csrf-token", token)
                    .formParam("key", "k").formParam("name", "\"><script>x</script>").formParam("phone", "123")
                    .formParam("unit", Long.toString(village.id())).post("/organizer/people").then().statusCode(422)
                    .body(containsString("请填写姓名")).body(containsString("value=\"123\"")).body(not(containsString("<script>x")));
        }

        @Test
        void people_cards_roles_and_units_have_their_pages() {
            Member wang = people.resident(village, "王秀英");
            String session = people.token(admin), clerk = people.token(people.staff(village, Role.CLERK).id());
            for (String path : List.of("/organizer/people", "/organizer/people?q=wxy", "/admin/people",
                    "/admin/people/" + wang.id(),
                    "/organizer/people/" + wang.id(), "/organizer/people?kin=" + wang.id(), "/admin/units")) {
                given().cookie("aixin", session).accept("text/html").get(path).then().statusCode(200);
                given().cookie("aixin", clerk).accept("text/html").get(path).then().statusCode(403);
            }
            given().cookie("aixin", session).accept("text/html").get("/admin/people/{id}/card", wang.id()).then().statusCode(404);
        }

        private String admitOnPage(String session, String phone, String key) {
            String token = given().accept("text/html").get("/sign-in").cookie("csrf-token");
            return given().cookie("aixin", session).cookie("csrf-token", token).accept("text/html")
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("csrf-token", token)
                    .formParam("key", key).formParam("name", "陈桂英").formParam("phone", phone)
                    .formParam("unit", Long.toString(village.id())).post("/organizer/people").then().statusCode(200).extract()
                    .asString();
        }
    }

    private ValidatableResponse add(long by, Map<String, Object> body) {
        Map<String, Object> all = new HashMap<>(Map.of("unit", Long.toString(village.id())));
        all.putAll(body);
        return people.as(by).body(all).post("/api/members").then();
    }

    private void refused(Map<String, Object> body, String code) {
        add(organizer, body).statusCode(422).body("code", equalTo(code));
    }

    private List<String> found(long by, String query) {
        return people.as(by).queryParam("query", query).get("/api/members").then().statusCode(200).extract().path("items.id");
    }

    private JsonPath shown(long by, String id) {
        return people.as(by).get("/api/members/{id}", id).then().statusCode(200).extract().jsonPath();
    }

    private ValidatableResponse role(long by, long member, String role, @Nullable Long unit) {
        return people.as(by).body(Map.of("role", role, "unit", String.valueOf(unit))).post("/api/members/{id}/roles", member)
                .then();
    }

    private ValidatableResponse unit(long by, String name, String kind, @Nullable Long parent) {
        return people.as(by).body(Map.of("name", name, "kind", kind, "parent", String.valueOf(parent))).post("/api/units").then();
    }

    private ValidatableResponse reissue(long by, long member) {
        return people.as(by).post("/api/members/{id}/one-time-codes", member).then();
    }

    private static ValidatableResponse firstSecret(String login, String code, String secret) {
        return given().contentType("application/json").body(Map.of("login", login, "oneTimeCode", code, "secret", secret))
                .post("/api/secrets").then();
    }

    private static ValidatableResponse signIn(String login, String secret) {
        return given().contentType("application/json").body(Map.of("login", login, "secret", secret)).post("/api/sessions")
                .then();
    }
}
