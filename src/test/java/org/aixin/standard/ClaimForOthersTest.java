package org.aixin.standard;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody claims for a resident who cannot, and everybody sees who did; hours are claimed as hours. */
@QuarkusTest
class ClaimForOthersTest {
    @Inject
    TestPeople people;

    private Unit village;
    private Member elder;
    private long organizer;
    private long reviewer;

    @BeforeEach
    void a_village() {
        village = people.village();
        elder = people.resident(village, "王秀英");
        organizer = people.staff(village, Role.ORGANIZER).id();
        reviewer = people.staff(village, Role.REVIEWER).id();
    }

    private static Map<String, Object> deed(String rule, Object quantity) {
        Map<String, Object> deed = new HashMap<>();
        deed.put("rule", rule);
        deed.put("quantity", quantity);
        deed.put("occurredAt", new TestClock().instant().minus(Duration.ofDays(1)).toString());
        deed.put("note", "扫了广场");
        return deed;
    }

    private ValidatableResponse claims(long who, Member whose, String rule, Object quantity) {
        Map<String, Object> deed = deed(rule, quantity);
        deed.put("memberId", Long.toString(whose.id()));
        return people.as(who).body(deed).post("/api/claims").then();
    }

    private String claim() {
        return claims(organizer, elder, "cleanup", 1).statusCode(201).extract().path("id");
    }

    private ValidatableResponse review(long who, String claim) {
        return people.as(who).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("approve", true))
                .post("/api/claims/" + claim + "/review").then();
    }

    private RequestSpecification browser(long who) {
        return RestAssured.given().redirects().follow(false).auth().preemptive().oauth2(people.token(who)).accept("text/html");
    }

    @Test
    void both_are_named_to_the_resident_and_to_the_reviewer() {
        String claim = claim();
        String by = people.as(elder.id()).get("/api/claims/" + claim).then().statusCode(200)
                .body("memberId", equalTo(Long.toString(elder.id()))).body("by.id", equalTo(Long.toString(organizer))).extract()
                .path("by.name");
        browser(elder.id()).get("/claims").then().body(containsString(by + "代报"));
        browser(reviewer).get("/reviews").then().body(containsString(by + "代报"), containsString("王秀英"));
        browser(reviewer).get("/reviews/" + claim).then().body(containsString("代报人"), containsString(by));
        people.as(organizer).get("/api/claims?by=me").then().statusCode(200).body("items.id", hasItem(claim));
        review(reviewer, claim).statusCode(200).body("status", equalTo("noticed"));
    }

    @Test
    void ones_own_claim_names_nobody_else() {
        String claim = people.as(elder.id()).body(deed("cleanup", 1)).post("/api/claims").then().statusCode(201).extract()
                .path("id");
        people.as(elder.id()).get("/api/claims/" + claim).then().body("by", nullValue());
    }

    @Test
    void who_claimed_it_does_not_review_it() {
        people.grant(organizer, Role.REVIEWER, village);
        review(organizer, claim()).statusCode(403).body("code", equalTo("claimed_by_you"));
    }

    @Test
    void nobody_claims_for_their_household_for_strangers_or_without_the_office() {
        Member inTheHouse = people.resident(village, "王大山", Objects.requireNonNull(elder.household()));
        people.grant(inTheHouse.id(), Role.ORGANIZER, village);
        claims(inTheHouse.id(), elder, "cleanup", 1).statusCode(403).body("code", equalTo("own_household"));
        long elsewhere = people.staff(people.village(), Role.ORGANIZER).id();
        claims(elsewhere, elder, "cleanup", 1).statusCode(403).body("code", equalTo("not_allowed"));
        Member neighbour = people.resident(village, "刘二梅");
        claims(neighbour.id(), elder, "cleanup", 1).statusCode(403).body("code", equalTo("not_allowed"));
        people.as(organizer).body(deed("cleanup", 1)).post("/api/claims").then().statusCode(422)
                .body("code", equalTo("member_required"));
    }

    @Test
    void who_claimed_it_adds_the_photo() {
        byte[] nothing = {1, 2, 3};
        String claim = claim();
        people.as(organizer).contentType("image/jpeg").body(nothing).post("/api/claims/" + claim + "/photos").then()
                .statusCode(415);
        long other = people.staff(village, Role.ORGANIZER).id();
        people.as(other).contentType("image/jpeg").body(nothing).post("/api/claims/" + claim + "/photos").then()
                .statusCode(403);
    }

    @Test
    void hours_are_claimed_as_hours() {
        String claim = claims(elder.id(), elder, "volunteer_hour", 1.5).statusCode(201).extract().path("id");
        people.as(elder.id()).get("/api/claims/" + claim).then().body("quantity", equalTo(1.5f)).body("by", nullValue());
        claims(elder.id(), elder, "volunteer_hour", 0).statusCode(422).body("code", equalTo("quantity_refused"));
        claims(elder.id(), elder, "volunteer_hour", 99).statusCode(422).body("code", equalTo("quantity_too_large"));
        claims(elder.id(), elder, "cleanup", 2).statusCode(422).body("code", equalTo("quantity_too_large"));
    }

    @Test
    void the_page_finds_the_person_and_takes_the_claim_once() {
        browser(organizer).get("/organizer/claims").then().statusCode(200).body(containsString("还没有替人申报过"));
        browser(organizer).queryParam("who", "无此人").get("/organizer/claims").then().statusCode(200)
                .body(containsString("没有找到“无此人”"));
        browser(organizer).queryParam("who", "王秀英").get("/organizer/claims").then().statusCode(200)
                .body(containsString("替 王秀英 申报"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            sends(key, elder).then().statusCode(303).header("Location", containsString("sent=1"));
        }
        browser(organizer).get("/organizer/claims?sent=1").then().body(containsString("已提交"), containsString("王秀英"),
                not(containsString("还没有替人申报过")));
        sends(UUID.randomUUID().toString(), elder).then().statusCode(409).body(containsString("已经申报过"));
        sends(key, people.resident(people.village(), "外村人")).then().statusCode(403);
    }

    private io.restassured.response.Response sends(String key, Member whose) {
        return browser(organizer).multiPart("key", key).multiPart("member", Long.toString(whose.id()))
                .multiPart("rule", "cleanup")
                .multiPart("day", new TestClock().instant().minus(Duration.ofDays(2)).toString().substring(0, 10))
                .multiPart(new MultiPartSpecBuilder("扫了广场").controlName("note").charset("UTF-8").build())
                .post("/organizer/claims");
    }
}
