package org.aixin.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff find people by whatever they know of them. */
@QuarkusTest
class MemberSearchTest {
    @Inject
    TestPeople people;

    private Person organizer;
    private Member wang;

    @BeforeEach
    void a_village() {
        Unit village = people.village();
        organizer = people.staff(village, Role.ORGANIZER);
        wang = people.resident(village, "王秀英");
        people.resident(village, "李德福");
    }

    @Test
    void by_characters_of_the_name() {
        find("王").body("items.name", contains("王秀英"));
        find("秀英").body("items.name", contains("王秀英"));
        find("德").body("items.name", contains("李德福"));
    }

    @Test
    void by_pinyin_initials_and_phone_in_any_width() {
        for (String typed : List.of("wangxiu", "WXY", people.phoneOf(wang), people.phoneOf(wang).substring(0, 10))) {
            find(typed).body("items.id", hasItem(Long.toString(wang.id())));
        }
        StringBuilder wide = new StringBuilder();
        people.phoneOf(wang).chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        find(wide.toString()).body("items.id", contains(Long.toString(wang.id())));
    }

    @Test
    void strange_words_find_nobody_and_break_nothing() {
        for (String typed : List.of("😀", "𠀀", "%", "_", "\\", "' OR 1=1 --", "é", "\u0000", "王%")) {
            find(typed).body("items", empty());
        }
    }

    @Test
    void only_within_reach() {
        Person stranger = people.staff(people.village(), Role.ORGANIZER);
        people.as(stranger.id()).queryParam("query", "王秀英").get("/api/members").then().statusCode(200).body("items", empty());
        people.as(stranger.id()).get("/api/members/" + wang.id()).then().statusCode(403).body("code", equalTo("not_allowed"));
    }

    private ValidatableResponse find(String typed) {
        return people.as(organizer.id()).queryParam("query", typed).get("/api/members").then().statusCode(200);
    }
}
