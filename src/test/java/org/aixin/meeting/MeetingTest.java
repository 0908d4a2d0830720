package org.aixin.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.AtOnce;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A review group decides a batch of claims, and what it decided stands. */
@QuarkusTest
class MeetingTest {
    @Inject
    TestPeople people;
    @Inject
    Closing closing;
    @Inject
    MeetingRows rows;
    @Inject
    Sql sql;

    private Unit village;
    private Member wang;
    private Member liu;
    private Member zhao;
    private Member resident;
    private Member neighbour;
    private long organizer;
    private long reviewer;

    @BeforeEach
    void a_village() {
        village = people.village();
        wang = people.resident(village, "王组长");
        liu = people.resident(village, "刘组员");
        zhao = people.resident(village, "赵组员");
        resident = people.resident(village, "王秀英");
        neighbour = people.resident(village, "刘二梅");
        organizer = people.staff(village, Role.ORGANIZER).id();
        reviewer = people.staff(village, Role.REVIEWER).id();
    }

    private ValidatableResponse send(long who, String path, Object body) {
        return people.as(who).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path).then();
    }

    private String claim(Member who) {
        return claim(who, "cleanup");
    }

    private String claim(Member who, String rule) {
        String at = new TestClock().instant().minus(Duration.ofDays(1)).toString();
        return send(who.id(), "/api/claims", Map.of("rule", rule, "occurredAt", at, "note", "扫了广场")).statusCode(201)
                .extract().path("id");
    }

    private Map<String, Object> call(Member... group) {
        Map<String, Object> call = new HashMap<>();
        call.put("unit", Long.toString(village.id()));
        call.put("place", "村委会");
        call.put("members", List.of(group).stream().map(one -> Long.toString(one.id())).toList());
        return call;
    }

    private String meeting() {
        return send(organizer, "/api/meetings", call(wang, liu, zhao)).statusCode(201).extract().path("id");
    }

    private static Map<String, Object> votes(String claim, int inFavour, int against, Member... recused) {
        return Map.of("claim", claim, "inFavour", inFavour, "against", against, "recused",
                List.of(recused).stream().map(one -> Long.toString(one.id())).toList());
    }

    @SafeVarargs
    private ValidatableResponse enter(String meeting, Map<String, Object>... rows) {
        return people.as(organizer).body(Map.of("rows", List.of(rows))).post("/api/meetings/" + meeting + "/votes").then();
    }

    private ValidatableResponse close(String meeting) {
        return send(organizer, "/api/meetings/" + meeting + "/closing", Map.of());
    }

    private String status(String claim) {
        return people.as(reviewer).get("/api/claims/" + claim).then().statusCode(200).extract().path("status");
    }

    @Test
    void the_majority_decides_and_a_tie_rejects_and_the_rest_waits_on() {
        String yes = claim(resident);
        String tie = claim(neighbour);
        String few = claim(people.resident(village, "陈一"));
        String none = claim(people.resident(village, "陈二"));
        String meeting = meeting();
        people.as(reviewer).get("/api/meetings/" + meeting).then().statusCode(200)
                .body("items.claim", contains(yes, tie, few, none))
                .body("quorum", equalTo(2)).body("meeting.state", equalTo("open"));
        enter(meeting, votes(yes, 3, 0), votes(tie, 1, 1), votes(few, 1, 0)).statusCode(200);
        close(meeting).statusCode(200).body("meeting.state", equalTo("closed"))
                .body("items.outcome", contains("approved", "rejected", "no_quorum", "not_voted"));
        assertThat(List.of(status(yes), status(tie), status(few), status(none))).containsExactly("noticed", "rejected",
                "submitted", "submitted");
        people.as(neighbour.id()).get("/api/claims/" + tie).then().body("reviewNote", containsString("同意 1 票，反对 1 票"));
    }

    @Test
    void closing_again_changes_nothing_and_the_minutes_stand() {
        String claim = claim(resident);
        String meeting = meeting();
        enter(meeting, votes(claim, 2, 1)).statusCode(200);
        long done = AtOnce.count(4, i -> close(meeting).extract().statusCode() == 200);
        assertThat(done).isEqualTo(4);
        close(meeting).body("items.outcome", contains("approved"));
        assertThat(sql.first("SELECT COUNT(*) FROM notice_row r JOIN notice n ON n.id = r.notice WHERE n.unit = ?",
                row -> row.getInt(1), village.id())).contains(1);
        enter(meeting, votes(claim, 0, 3)).statusCode(409).body("code", equalTo("meeting_closed"));
        for (String change : List.of("UPDATE meeting SET place = 'x' WHERE id = ?",
                "UPDATE meeting_claim SET in_favour = 3 WHERE meeting = ?",
                "UPDATE meeting_seat SET present = FALSE WHERE meeting = ?", "DELETE FROM meeting_claim WHERE meeting = ?")) {
            assertThatThrownBy(() -> sql.update(change, Long.valueOf(meeting))).as(change)
                    .hasRootCauseInstanceOf(Exception.class);
        }
    }

    @Test
    void what_a_kill_cut_short_any_node_goes_on_with() {
        String first = claim(resident);
        String second = claim(neighbour);
        String meeting = meeting();
        enter(meeting, votes(first, 3, 0), votes(second, 3, 0)).statusCode(200);
        rows.closing(Long.parseLong(meeting), new TestClock().instant().minus(Duration.ofMinutes(5)));
        people.as(organizer).get("/api/meetings/" + meeting).then().body("meeting.state", equalTo("closing"));
        closing.sweep();
        closing.sweep();
        people.as(organizer).get("/api/meetings/" + meeting).then().body("meeting.state", equalTo("closed"))
                .body("items.outcome", contains("approved", "approved"));
    }

    @Test
    void nobody_votes_on_their_own_household_or_on_what_they_claimed_for_others() {
        Member inTheHouse = people.resident(village, "王大山", Objects.requireNonNull(resident.household()));
        String claim = claim(resident);
        String meeting = send(organizer, "/api/meetings", call(wang, liu, inTheHouse)).statusCode(201).extract().path("id");
        enter(meeting, votes(claim, 3, 0)).statusCode(422).body("code", equalTo("too_many_votes"));
        enter(meeting, votes(claim, 2, 0)).statusCode(200).body("items[0].recused", contains("王大山"));
        enter(meeting, votes(claim, 2, 0, liu)).statusCode(422).body("code", equalTo("too_many_votes"));
        enter(meeting, votes(claim, 1, 0, liu)).statusCode(200).body("items[0].recused", contains("刘组员", "王大山"));
        close(meeting).body("items.outcome", contains("no_quorum"));
        assertThat(status(claim)).isEqualTo("submitted");
    }

    @Test
    void the_chairs_own_household_is_decided_by_the_others() {
        people.grant(resident.id(), Role.ORGANIZER, village);
        String claim = claim(resident);
        String meeting = send(resident.id(), "/api/meetings", call(wang, liu, resident)).statusCode(201).extract().path("id");
        enter(meeting, votes(claim, 2, 0)).statusCode(200);
        close(meeting).statusCode(200).body("items.outcome", contains("approved"));
        assertThat(sql.first("SELECT reviewer FROM claim WHERE id = ?", row -> row.getLong(1), Long.valueOf(claim)))
                .contains(wang.id());
    }

    @Test
    void whoever_voted_answers_no_objection_to_it() {
        people.grant(liu.id(), Role.REVIEWER, village);
        String claim = claim(resident);
        String meeting = meeting();
        enter(meeting, votes(claim, 3, 0)).statusCode(200);
        close(meeting).statusCode(200);
        String notice = sql.first("SELECT id FROM notice WHERE unit = ?", row -> row.getString(1), village.id()).orElseThrow();
        String objection = send(neighbour.id(), "/api/notices/" + notice + "/objections", Map.of("row", 1, "reason", "没看见"))
                .statusCode(201).extract().path("id");
        Map<String, Object> decision = Map.of("uphold", false, "reply", "查过了");
        send(liu.id(), "/api/objections/" + objection + "/decision", decision).statusCode(403)
                .body("code", equalTo("approved_by_you"));
        send(reviewer, "/api/objections/" + objection + "/decision", decision).statusCode(200);
    }

    @Test
    void what_a_reviewer_decided_before_stands() {
        String claim = claim(resident);
        String meeting = meeting();
        enter(meeting, votes(claim, 0, 3)).statusCode(200);
        send(reviewer, "/api/claims/" + claim + "/review", Map.of("approve", true)).statusCode(200);
        close(meeting).statusCode(200).body("items.outcome", contains("decided_before"));
        assertThat(status(claim)).isEqualTo("noticed");
    }

    @Test
    void what_the_standard_does_not_allow_waits_on_and_the_others_are_decided() {
        String unseen = claim(resident, "good_deed");
        String claim = claim(neighbour);
        String meeting = meeting();
        enter(meeting, votes(unseen, 3, 0), votes(claim, 3, 0)).statusCode(200);
        close(meeting).statusCode(200).body("items.outcome", contains("refused", "approved"))
                .body("items[0].reason", equalTo("photo_required"));
        assertThat(status(unseen)).isEqualTo("submitted");
    }

    @Test
    void a_claim_is_before_one_meeting_at_a_time_and_free_again_after_it() {
        String claim = claim(resident);
        String other = claim(neighbour);
        String first = meeting();
        send(organizer, "/api/meetings", call(wang, liu, zhao)).statusCode(409).body("code", equalTo("nothing_waiting"));
        Map<String, Object> chosen = call(wang, liu, zhao);
        chosen.put("claims", List.of(claim));
        send(organizer, "/api/meetings", chosen).statusCode(422).body("code", equalTo("claim_not_waiting"));
        close(first).statusCode(409).body("code", equalTo("nothing_voted"));
        enter(first, votes(other, 2, 0)).statusCode(200);
        close(first).statusCode(200);
        send(organizer, "/api/meetings", chosen).statusCode(201).body("claims", equalTo(1));
    }

    @Test
    void a_group_is_three_adults_of_the_village_at_least() {
        claim(resident);
        send(organizer, "/api/meetings", call(wang, liu)).statusCode(422).body("code", equalTo("group_too_small"));
        send(organizer, "/api/meetings", call(wang, liu, liu)).statusCode(422).body("code", equalTo("group_too_small"));
        Member elsewhere = people.resident(people.village(), "外村人");
        send(organizer, "/api/meetings", call(wang, liu, elsewhere)).statusCode(422).body("code", equalTo("group_elsewhere"));
        people.as(organizer).contentType(ContentType.JSON).body(Map.of("child", true)).patch("/api/members/" + zhao.id()).then()
                .statusCode(200);
        send(organizer, "/api/meetings", call(wang, liu, zhao)).statusCode(422).body("code", equalTo("group_elsewhere"));
        long stranger = people.staff(people.village(), Role.ORGANIZER).id();
        send(stranger, "/api/meetings", call(wang, liu, zhao)).statusCode(403).body("code", equalTo("not_allowed"));
    }

    private RequestSpecification browser(long who) {
        return RestAssured.given().redirects().follow(false).auth().preemptive().oauth2(people.token(who)).accept("text/html")
                .contentType(ContentType.URLENC.withCharset("UTF-8"));
    }

    @Test
    void on_pages_it_is_called_printed_entered_and_closed() {
        String claim = claim(resident);
        browser(organizer).get("/meetings").then().statusCode(200).body(containsString("还没有开过评议会"));
        browser(organizer).get("/meetings/new").then().statusCode(200).body(containsString("扫了广场"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            browser(organizer).formParam("key", key).formParam("place", "村委会").formParam("claim", claim)
                    .formParam("group", "王组长\n刘组员\n赵组员").post("/meetings/new").then().statusCode(303);
        }
        people.as(organizer).get("/api/meetings").then().body("items", hasSize(1)).body("items.unit",
                hasItem(Long.toString(village.id())));
        String id = people.as(organizer).get("/api/meetings").then().extract().path("items[0].id");
        browser(organizer).get("/meetings/" + id + "/batch").then().statusCode(200).body(containsString("□"),
                containsString("王秀英"), containsString("刘组员"));
        browser(organizer).get("/meetings/" + id).then().statusCode(200).body(containsString("结束会议"));
        browser(organizer).formParam("present", List.of(wang.id(), liu.id())).formParam("claim", claim)
                .formParam("inFavour", "3").formParam("against", "0").post("/meetings/" + id).then().statusCode(422)
                .body(containsString("票数多于能表决的人数"));
        browser(organizer).formParam("present", List.of(wang.id(), liu.id())).formParam("claim", claim)
                .formParam("inFavour", "2").formParam("against", "0").formParam("close", "1").post("/meetings/" + id).then()
                .statusCode(303);
        browser(organizer).get("/meetings/" + id).then().statusCode(200).body(containsString("评议会纪要"),
                containsString("到会 2 人，应到 3 人"), containsString("赵组员（缺席）"), not(containsString("结束会议")));
    }

    @Test
    void who_is_unclear_is_said() {
        claim(resident);
        browser(organizer).formParam("key", UUID.randomUUID().toString()).formParam("place", "村委会")
                .formParam("group", "王组长\n谁也不是").post("/meetings/new").then().statusCode(422)
                .body(containsString("谁也不是"), containsString("认不出"));
        people.as(organizer).get("/api/meetings").then().body("items", hasSize(0)).body("next", nullValue());
    }
}
