package org.aixin.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one person could do alone stands where an auditor looks. */
@QuarkusTest
class WatchTest {
    @Inject
    TestPeople people;

    private Unit village;
    private Person auditor;
    private Person organizer;
    private Person reviewer;

    @BeforeEach
    void a_village_with_an_auditor_and_an_organizer() {
        village = people.village();
        auditor = people.staff(village, Role.AUDITOR);
        organizer = people.staff(village, Role.ORGANIZER);
        reviewer = people.staff(village, Role.REVIEWER);
    }

    @Test
    void somebody_registered_and_given_the_points_of_many_days_at_one_sitting_stands_out() {
        String invented = admitted("钱多多");
        quizzes(Long.parseLong(invented), 2);
        people.as(auditor.id()).get("/api/watch/new_resident").then().body("items.member.name", contains("钱多多"))
                .body("items[0].by.id", equalTo(Long.toString(organizer.id())));
        people.as(auditor.id()).get("/api/watch/unusual_gain").then().body("items.member.name", contains("钱多多"))
                .body("items[0].by.id", equalTo(Long.toString(organizer.id())))
                .body("items[0].text", containsString("40 分")).body("items[0].text", containsString("补记"));
    }

    @Test
    void an_ordinary_day_does_not() {
        quizzes(people.resident(village, "王秀英").id(), 1);
        people.as(auditor.id()).get("/api/watch/unusual_gain").then().body("items", empty());
    }

    @Test
    void what_was_taken_back_does_not_count() {
        long invented = Long.parseLong(admitted("钱多多"));
        String award = quizzes(invented, 2);
        people.as(organizer.id()).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("reason", "记错了"))
                .post("/api/awards/{id}/reversal", award).then().statusCode(201);
        people.as(auditor.id()).get("/api/watch/unusual_gain").then().body("items", empty());
    }

    @Test
    void lists_are_paged_and_a_period_cuts_them() {
        for (int i = 0; i < 5; i++) {
            admitted("新人" + "甲乙丙丁戊".charAt(i));
        }
        String next = people.as(auditor.id()).get("/api/watch/new_resident?limit=3").then().body("items", hasSize(3)).extract()
                .path("next");
        people.as(auditor.id()).get("/api/watch/new_resident?limit=3&cursor={next}", next).then().body("items", hasSize(2))
                .body("next", equalTo(null));
        people.as(auditor.id()).get("/api/watch/new_resident?from=2020-01-01&to=2020-02-01").then().body("items", empty());
        people.as(auditor.id()).get("/api/watch/nothing_like_it").then().statusCode(404);
    }

    @Test
    void the_auditor_of_another_village_sees_none_of_it_and_an_organizer_may_not_look() {
        admitted("钱多多");
        Person elsewhere = people.staff(people.village(), Role.AUDITOR);
        people.as(elsewhere.id()).get("/api/watch/new_resident").then().statusCode(200).body("items", empty());
        people.as(organizer.id()).get("/api/watch").then().statusCode(403);
    }

    @Test
    void the_page_shows_every_kind_and_says_where_there_is_nothing() {
        admitted("钱多多");
        String page = people.as(auditor.id()).accept("text/html").get("/audit/watch").then().statusCode(200).extract().asString();
        assertThat(page).contains("新登记的居民", "钱多多", "补发的一次性密码", "这些日子没有");
        people.as(auditor.id()).accept("text/html").get("/audit/watch/new_resident").then().statusCode(200)
                .body(containsString("钱多多"));
    }

    private String admitted(String name) {
        return people.as(organizer.id()).body(Map.of("name", name, "unit", Long.toString(village.id()))).post("/api/members")
                .then().statusCode(201).extract().path("id");
    }

    /** Twenty points for each of so many days before today, recorded now and, for days before the entry, confirmed; answers the last award. */
    private String quizzes(long member, int days) {
        String award = "";
        for (int day = 1; day <= days; day++) {
            JsonPath given = people.as(organizer.id()).header("Idempotency-Key", UUID.randomUUID())
                    .body(Map.of("memberId", Long.toString(member), "rule", "quiz_correct", "quantity", 20, "occurredAt",
                            OffsetDateTime.now().minusDays(day).toString()))
                    .post("/api/awards").then().statusCode(201).extract().jsonPath();
            award = given.getString("id");
            if (given.getString("outcome").equals("pending")) {
                people.as(reviewer.id()).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("confirm", true))
                        .post("/api/proposals/{id}/decision", award).then().statusCode(200);
            }
        }
        return award;
    }
}
