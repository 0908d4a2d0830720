package org.aixin.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forms that admit a person and hand out a new code, sent twice: by a double press, a reload, the browser's way back. */
@QuarkusTest
class AdmittedOnceTest {
    @Inject
    TestPeople people;
    private Unit village;
    private long organizer;
    private String phone = "";
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void a_village() {
        village = people.village();
        organizer = people.staff(village, Role.ORGANIZER).id();
        phone = TestPeople.phone();
    }

    private RequestSpecification form() {
        String token = given().accept("text/html").get("/sign-in").cookie("csrf-token");
        return given().cookie("aixin", people.token(organizer)).cookie("csrf-token", token).accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("csrf-token", token);
    }

    private Response admit(String name, String key) {
        return form().formParam("key", key).formParam("name", name).formParam("phone", phone)
                .formParam("unit", Long.toString(village.id())).post("/organizer/people");
    }

    private Response reissue(String member, String key) {
        return form().formParam("key", key).post("/organizer/people/" + member + "/one-time-codes");
    }

    private static String code(Response slip) {
        assertThat(slip.statusCode()).isEqualTo(200);
        return slip.asString().replaceAll("(?s).*class=\"figure\">(\\d{4}) (\\d{4})<.*", "$1$2");
    }

    private int firstSecret(String code, String secret) {
        return given().contentType("application/json").body(Map.of("login", phone, "oneTimeCode", code, "secret", secret))
                .post("/api/secrets").statusCode();
    }

    private int signIn(String secret) {
        return given().contentType("application/json").body(Map.of("login", phone, "secret", secret)).post("/api/sessions")
                .statusCode();
    }

    private List<String> named(String query) {
        return people.as(organizer).queryParam("query", query).get("/api/members").path("items.id");
    }

    @Test
    void sent_again_it_shows_the_same_slip() {
        String first = code(admit("陈桂英", key));
        assertThat(code(admit("陈桂英", key))).isEqualTo(first).matches("[0-9]{8}");
        assertThat(firstSecret(first, "246813")).isEqualTo(204);
    }

    @Test
    void sent_again_later_it_leaves_the_secret_that_was_set_meanwhile() {
        firstSecret(code(admit("陈桂英", key)), "246813");
        code(admit("陈桂英", key));
        assertThat(signIn("246813")).isEqualTo(201);
        assertThat(named(phone)).hasSize(1);
    }

    @Test
    void with_somebody_elses_name_in_it_it_is_refused_and_changes_nothing() {
        String first = code(admit("陈桂英", key));
        Response other = admit("陈桂花", key);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.asString()).contains("陈桂花").doesNotContain("class=\"figure\"");
        assertThat(named("陈桂花")).isEmpty();
        assertThat(firstSecret(first, "246813")).isEqualTo(204);
    }

    @Test
    void a_phone_that_is_taken_is_refused_with_a_sentence_and_its_person_keeps_the_secret() {
        firstSecret(code(admit("陈桂英", key)), "246813");
        Response taken = admit("冒名者", UUID.randomUUID().toString());
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.asString()).contains("已经登记过").doesNotContain("class=\"figure\"");
        assertThat(signIn("246813")).isEqualTo(201);
        assertThat(named(phone)).hasSize(1);
        assertThat(named("冒名者")).isEmpty();
    }

    @Test
    void a_new_code_is_asked_for_by_name_and_a_double_press_hands_out_one() {
        firstSecret(code(admit("陈桂英", key)), "246813");
        String member = named(phone).get(0), again = UUID.randomUUID().toString();
        String page = form().get("/organizer/people/" + member).asString();
        assertThat(page).contains("<details class=\"ask\">").contains("name=\"key\"");
        String code = code(reissue(member, again));
        assertThat(code(reissue(member, again))).isEqualTo(code);
        assertThat(signIn("246813")).isEqualTo(401);
        assertThat(firstSecret(code, "135792")).isEqualTo(204);
        code(reissue(member, again));
        assertThat(signIn("135792")).isEqualTo(201);
    }

    @Test
    void a_new_code_is_on_record_with_who_handed_it_out() {
        firstSecret(code(admit("陈桂英", key)), "246813");
        String member = named(phone).get(0);
        assertThat(form().get("/organizer/people/" + member).asString()).doesNotContain("补发过");
        people.as(organizer).post("/api/members/" + member + "/one-time-codes").then().statusCode(201);
        assertThat(form().get("/organizer/people/" + member).asString()).contains("补发过").contains("员工");
    }
}
