package org.aixin.household;

import static org.aixin.redemption.TestShops.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.MemberCodes;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.redemption.TestShops;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes to a household that shares its points, and whose yes that takes: 王秀英 has 70 points, 李强 none. */
@QuarkusTest
class JoiningTest {
    private static final int NOTICE_DAYS = 5;
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    MemberCodes codes;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;
    private Unit village;
    private Member wang;
    private Member li;
    private long organizer;
    private long reviewer;

    @BeforeEach
    void a_family_that_pools() {
        village = people.village();
        organizer = people.staff(village, Role.ORGANIZER).id();
        reviewer = people.staff(village, Role.REVIEWER).id();
        wang = people.resident(village, "王秀英");
        li = people.resident(village, "李强", Objects.requireNonNull(wang.household()));
        shops.points(wang, 70);
        pool();
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private void pool() {
        long admin = people.staff(village, Role.ADMIN).id();
        String asked = people.as(admin).body(Map.of("setting", "POOLED")).put("/api/units/" + village.id() + "/pooling").then()
                .statusCode(202).extract().path("secondPerson");
        people.confirm(reviewer, asked);
    }

    private ValidatableResponse join(long by, String name, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "unit", Long.toString(village.id()), "household",
                String.valueOf(wang.household())));
        body.putAll(more);
        return people.as(by).body(body).post("/api/members").then();
    }

    private String asked() {
        return join(organizer, "王小明", Map.of()).statusCode(202).body("id", nullValue()).extract().path("secondPerson");
    }

    private ValidatableResponse decide(long by, String asked, Map<String, Object> decision) {
        return people.as(by).header("Idempotency-Key", key()).body(decision).post("/api/second-person/" + asked + "/decision")
                .then();
    }

    private long spendable(long member) {
        return ledger.spendable(Owner.member(member));
    }

    private RequestSpecification browser(long member) {
        return RestAssured.given().cookie("aixin", people.token(member)).accept("text/html");
    }

    private int inTheHouse() {
        return sql.rows("SELECT COUNT(*) FROM member WHERE household = ?", row -> row.getInt(1), wang.household()).get(0);
    }

    @Test
    void an_organizer_alone_brings_nobody_in_and_another_does() {
        String asked = asked();
        assertThat(asked()).as("asked again it is the same").isEqualTo(asked);
        assertThat(inTheHouse()).isEqualTo(2);
        decide(organizer, asked, Map.of("confirm", true)).statusCode(403).body("code", equalTo("asked_by_you"));
        people.as(organizer).get("/api/second-person/" + asked + "/slip").then().statusCode(409).body("code",
                equalTo("second_person_awaited"));
        decide(reviewer, asked, Map.of("confirm", true)).statusCode(200).body("status", equalTo("confirmed"));
        decide(reviewer, asked, Map.of("confirm", true)).statusCode(409).body("code", equalTo("second_person_decided"));
        assertThat(inTheHouse()).isEqualTo(3);
        people.as(reviewer).get("/api/second-person/" + asked + "/slip").then().statusCode(403);
        people.as(organizer).get("/api/second-person/" + asked + "/slip").then().statusCode(200)
                .body("oneTimeCode.length()", equalTo(8));
    }

    @Test
    void whoever_came_neither_spends_nor_is_drawn_on_before_the_notice_time_is_over() {
        String asked = asked();
        people.confirm(reviewer, asked);
        long ming = Long.parseLong(people.as(organizer).get("/api/second-person/" + asked + "/slip").path("id"));
        assertThat(List.of(spendable(ming), spendable(li.id()))).containsExactly(0L, 70L);
        shops.points(new Member(ming, "", null, null, null, "/", "", false, false), 5);
        assertThat(List.of(spendable(ming), spendable(li.id()))).containsExactly(5L, 70L);
        TestClock.advance(Duration.ofDays(NOTICE_DAYS).minusMinutes(1));
        assertThat(spendable(ming)).isEqualTo(5);
        TestClock.advance(Duration.ofMinutes(2));
        assertThat(List.of(spendable(ming), spendable(li.id()))).containsExactly(75L, 75L);
    }

    @Test
    void the_household_is_told_who_came_and_from_when() {
        browser(li.id()).get("/").then().body(not(containsString("王小明")));
        people.confirm(reviewer, asked());
        for (String page : List.of("/", "/passbook")) {
            browser(li.id()).get(page).then().statusCode(200).body(containsString("王小明登记到了您家"))
                    .body(containsString("不认识，请马上告诉村里"));
        }
        TestClock.advance(Duration.ofDays(32));
        browser(li.id()).get("/").then().body(not(containsString("王小明登记到了您家")));
    }

    @Test
    void one_of_the_household_says_yes_with_their_card_and_secret_and_no_code_that_an_organizer_saw_does() {
        String live = codes.of(li.id()).code();
        join(organizer, "王小明", Map.of("consent", Map.of("code", live))).statusCode(422).body("code",
                equalTo("consent_code_refused"));
        join(organizer, "王小明", Map.of("consent", yes(li.id()))).statusCode(201);
        String card = people.as(organizer).body("{}").post("/api/members/" + wang.id() + "/cards").path("card");
        join(organizer, "王小红", Map.of("consent", Map.of("code", card))).statusCode(422).body("code",
                equalTo("consent_secret_refused"));
        join(organizer, "王小红", Map.of("consent", Map.of("code", card, "secret", "12341234"))).statusCode(422);
        join(organizer, "王小红", Map.of("consent", Map.of("code", card, "secret", TestPeople.SECRET))).statusCode(201);
        assertThat(inTheHouse()).isEqualTo(4);
    }

    /** What somebody types who says yes: the number of their card, new where they have none, and their secret. */
    private Map<String, String> yes(long member) {
        String card = people.as(organizer).body("{}").post("/api/members/" + member + "/cards").path("card");
        return Map.of("code", card, "secret", TestPeople.SECRET);
    }

    @Test
    void no_stranger_no_child_and_no_newcomer_says_yes() {
        Member stranger = people.resident(village, "高建军");
        join(organizer, "王小明", Map.of("consent", yes(stranger.id()))).statusCode(422).body("code",
                equalTo("consent_code_refused"));
        people.as(organizer).body(Map.of("child", true)).patch("/api/members/" + li.id()).then().statusCode(200);
        join(organizer, "王小明", Map.of("consent", yes(li.id()))).statusCode(422);
        String asked = asked();
        people.confirm(reviewer, asked);
        long ming = Long.parseLong(people.as(organizer).get("/api/second-person/" + asked + "/slip").path("id"));
        join(organizer, "王小红", Map.of("consent", yes(ming))).statusCode(422);
        assertThat(inTheHouse()).isEqualTo(3);
    }

    @Test
    void no_leads_to_nothing_and_is_told_with_its_reason() {
        String asked = asked();
        decide(reviewer, asked, Map.of("confirm", false)).statusCode(422).body("code", equalTo("text_required"));
        decide(reviewer, asked, Map.of()).statusCode(422);
        decide(reviewer, asked, Map.of("confirm", false, "reason", "没有这个人")).statusCode(200).body("status",
                equalTo("refused"));
        browser(organizer).get("/second-person").then().statusCode(200).body(containsString("没有这个人"))
                .body(not(containsString("王小明")));
        assertThat(inTheHouse()).isEqualTo(2);
        String again = asked();
        people.as(reviewer).delete("/api/second-person/" + again).then().statusCode(403).body("code",
                equalTo("asked_by_another"));
        people.as(organizer).delete("/api/second-person/" + again).then().statusCode(204);
        decide(reviewer, again, Map.of("confirm", true)).statusCode(409);
        assertThat(sql.first("SELECT 1 FROM second_person WHERE payload IS NOT NULL AND unit = ?", row -> 1, village.id()))
                .as("what named people is gone once it is decided").isEmpty();
    }

    @Test
    void nobody_decides_for_another_village_or_for_their_own_household() {
        Unit elsewhere = people.village();
        long stranger = people.staff(elsewhere, Role.REVIEWER).id(), boss = people.staff(elsewhere, Role.ADMIN).id();
        String asked = asked();
        for (long foreign : List.of(stranger, boss)) {
            people.as(foreign).get("/api/second-person").then().statusCode(200).body("items", empty());
            people.as(foreign).get("/api/second-person/" + asked).then().statusCode(403);
            decide(foreign, asked, Map.of("confirm", true)).statusCode(403);
            people.as(foreign).delete("/api/second-person/" + asked).then().statusCode(403);
            browser(foreign).get("/second-person").then().body(not(containsString("王小明")));
        }
        people.as(boss).get("/api/second-person/" + asked + "/slip").then().statusCode(403);
        browser(boss).get("/admin/people/slips/" + asked).then().statusCode(403);
        people.as(boss).body(Map.of("code", "1")).post("/api/members/" + wang.id() + "/one-time-codes/consented").then()
                .statusCode(403);
        people.grant(li.id(), Role.REVIEWER, village);
        decide(li.id(), asked, Map.of("confirm", true)).statusCode(403).body("code", equalTo("own_household"));
        people.as(li.id()).get("/api/second-person").then().body("items", hasSize(1));
        assertThat(inTheHouse()).isEqualTo(2);
    }

    @Test
    void a_new_code_for_somebody_with_points_takes_a_second_person_or_their_own_yes_and_is_told() {
        String token = people.token(wang.id()), path = "/api/members/" + wang.id() + "/one-time-codes";
        String asked = people.as(organizer).post(path).then().statusCode(202).extract().path("secondPerson");
        RestAssured.given().auth().preemptive().oauth2(token).get("/api/me").then().statusCode(200);
        people.as(organizer).post("/api/members/" + li.id() + "/one-time-codes").then().statusCode(202);
        people.as(organizer).body(yes(li.id())).post(path + "/consented").then().statusCode(422);
        people.confirm(reviewer, asked);
        RestAssured.given().auth().preemptive().oauth2(token).get("/api/me").then().statusCode(401);
        String first = people.as(organizer).get("/api/second-person/" + asked + "/slip").path("oneTimeCode");
        RestAssured.given().contentType("application/json")
                .body(Map.of("login", people.phoneOf(wang), "oneTimeCode", first, "secret", TestPeople.SECRET))
                .post("/api/secrets")
                .then().statusCode(204);
        people.as(organizer).body(Map.of("code", codes.of(wang.id()).code())).post(path + "/consented").then().statusCode(422);
        people.as(organizer).body(yes(wang.id())).post(path + "/consented").then().statusCode(201);
        browser(wang.id()).get("/").then().body(containsString("换过一次性密码"));
    }

    @Test
    void somebody_who_never_had_anything_and_whose_household_is_their_own_needs_no_second_person() {
        Member poor = people.resident(village, "赵大山");
        people.as(organizer).post("/api/members/" + poor.id() + "/one-time-codes").then().statusCode(201);
    }

    @Test
    void what_waits_ends_with_its_member() {
        String asked = people.as(organizer).post("/api/members/" + li.id() + "/one-time-codes").then().statusCode(202).extract()
                .path("secondPerson");
        long admin = people.staff(village, Role.ADMIN).id();
        people.as(admin).header("Idempotency-Key", key()).body(Map.of("name", "李强", "reason", "搬走"))
                .post("/api/removals/" + li.id()).then().statusCode(201);
        decide(reviewer, asked, Map.of("confirm", true)).statusCode(409);
    }

    @Test
    void whoever_decides_sees_the_count_on_the_first_page_and_presses_once() {
        asked();
        browser(reviewer).get("/").then().statusCode(200).body(containsString("有 1 件事等您这第二个人来定"));
        browser(organizer).get("/").then().body(not(containsString("件事等您这第二个人")));
        browser(reviewer).get("/second-person").then().statusCode(200).body(containsString("把“王小明”登记到王秀英家里"));
    }
}
