package org.aixin.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drill is run step by step, and who was there gets the points of the standard once. */
@QuarkusTest
class DrillTest {
    private static final int EACH = 5;
    @Inject
    TestPeople people;
    @Inject
    Ledger ledger;
    @Inject
    Closing closing;
    @Inject
    DrillRows rows;
    @Inject
    Sql sql;
    private Unit village;
    private long organizer;
    private Member wang;
    private Member li;

    @BeforeEach
    void a_village() {
        village = people.village();
        organizer = people.staff(village, Role.ORGANIZER).id();
        wang = people.resident(village, "王秀英");
        li = people.resident(village, "李大爷");
    }

    private String drill() {
        return drill(new TestClock().instant());
    }

    private String drill(Instant at) {
        return people.as(organizer).body(plan(at)).post("/api/drills").then().statusCode(201).extract().path("drill.id");
    }

    private static Map<String, Object> plan(Instant at) {
        return Map.of("title", "消防疏散演练", "place", "健身广场", "startsAt", at.toString(), "roles",
                List.of(Map.of("name", "指挥组", "people", "赵大山、王秀英")), "steps",
                List.of(Map.of("title", "发出警报", "who", "指挥组"), Map.of("title", "清点人数")));
    }

    private ValidatableResponse scan(long who, String drill, String code) {
        return people.as(who).body(Map.of("code", code)).post("/api/drills/" + drill + "/roll").then();
    }

    private ValidatableResponse scan(String drill, Member member) {
        return scan(organizer, drill, people.phoneOf(member));
    }

    private ValidatableResponse close(String drill) {
        return people.as(organizer).header("Idempotency-Key", UUID.randomUUID()).post("/api/drills/" + drill + "/roll/closing")
                .then();
    }

    private long points(Member member) {
        return ledger.balance(Owner.member(member.id()), Asset.POINTS).available();
    }

    private RequestSpecification form(long who) {
        return people.as(who).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects()
                .follow(false);
    }

    @Test
    void one_that_does_not_take_place_says_why_and_gives_nothing() {
        String drill = drill(), cancellation = "/organizer/drills/" + drill + "/cancellation";
        scan(drill, wang).statusCode(201);
        form(organizer).formParam("reason", "").post(cancellation).then().statusCode(422);
        form(organizer).formParam("reason", "下雨").post(cancellation).then().statusCode(303);
        people.as(organizer).body(Map.of("reason", "再按一次")).post("/api/drills/" + drill + "/cancellation").then().statusCode(200)
                .body("drill.state", equalTo("cancelled")).body("drill.reason", equalTo("下雨"));
        scan(drill, li).statusCode(409).body("code", equalTo("drill_cancelled"));
        close(drill).statusCode(409).body("code", equalTo("drill_cancelled"));
        people.as(organizer).body(plan(new TestClock().instant())).put("/api/drills/" + drill).then().statusCode(409);
        for (String page : List.of("", "/sheet", "/roll")) {
            form(organizer).get("/organizer/drills/" + drill + page).then().statusCode(200).body(containsString("下雨"));
        }
        assertThat(points(wang)).isZero();
        String given = drill();
        scan(given, li).statusCode(201);
        close(given).statusCode(200);
        people.as(organizer).body(Map.of("reason", "记错了")).post("/api/drills/" + given + "/cancellation").then().statusCode(409)
                .body("code", equalTo("drill_has_points"));
    }

    @Test
    void one_press_a_step_keeps_its_first_time_and_can_be_undone() {
        String drill = drill();
        String step = "/organizer/drills/" + drill + "/steps/1";
        form(organizer).formParam("done", "true").post(step).then().statusCode(303);
        String first = people.as(organizer).get("/api/drills/" + drill).then().statusCode(200)
                .body("steps.title", contains("发出警报", "清点人数")).body("steps[1].doneAt", nullValue())
                .body("drill.state", equalTo("running")).extract().path("steps[0].doneAt");
        people.as(organizer).body(Map.of("done", true)).post("/api/drills/" + drill + "/steps/1").then().statusCode(200)
                .body("[0].doneAt", equalTo(first));
        people.as(organizer).body(plan(new TestClock().instant())).put("/api/drills/" + drill).then().statusCode(409)
                .body("code", equalTo("drill_begun"));
        form(organizer).get("/organizer/drills/" + drill).then().statusCode(200).body(containsString("完成这一步"));
        form(organizer).formParam("done", "false").post(step).then().statusCode(303);
        people.as(organizer).body(plan(new TestClock().instant())).put("/api/drills/" + drill).then().statusCode(200)
                .body("steps[0].doneAt", nullValue());
        people.as(organizer).body(Map.of("done", true)).post("/api/drills/" + drill + "/steps/9").then().statusCode(404);
    }

    @Test
    void a_scan_answers_who_it_was_by_card_live_code_phone_or_name_and_once() {
        String drill = drill(), roll = "/organizer/drills/" + drill + "/roll";
        String card = people.as(organizer).body("{}").post("/api/members/" + wang.id() + "/cards").then().statusCode(201)
                .extract().path("card");
        scan(organizer, drill, card).statusCode(201).body("outcome", equalTo("added")).body("name", equalTo("王秀英"))
                .body("unit", equalTo(village.name()));
        String live = people.as(wang.id()).get("/api/me/code").then().extract().path("code");
        scan(organizer, drill, live).statusCode(200).body("outcome", equalTo("already_there"));
        scan(organizer, drill, "李大爷").statusCode(201);
        scan(organizer, drill, "000000000000").statusCode(404).body("code", equalTo("roll_unknown"));
        people.resident(village, "张三");
        people.resident(village, "张三");
        scan(organizer, drill, "张三").statusCode(409).body("code", equalTo("roll_several")).body("members", hasSize(2));
        String seen = form(organizer).formParam("code", card).post(roll).then().statusCode(303).extract().header("Location");
        form(organizer).get(seen).then().statusCode(200).body(containsString("王秀英已经点过名了"));
        form(organizer).formParam("code", "没有这人").post(roll).then().statusCode(200).body(containsString("不认识“没有这人”"));
        form(organizer).formParam("member", li.id()).post(roll + "/removal").then().statusCode(303);
        form(organizer).get("/organizer/drills/" + drill + "/sheet").then().statusCode(200).body(containsString("王秀英"))
                .body(containsString("赵大山")).body(not(containsString("李大爷")));
    }

    @Test
    void closing_gives_everybody_the_points_once_whatever_is_retried() {
        String drill = drill();
        List<Member> there = new ArrayList<>(List.of(wang, li));
        for (int i = 0; i < 3; i++) {
            there.add(people.resident(village, "居民" + i));
        }
        there.forEach(member -> scan(drill, member).statusCode(201));
        assertThat(AtOnce.count(4, i -> close(drill).extract().statusCode() == 200)).isEqualTo(4);
        close(drill).body("drill.state", equalTo("closed")).body("people", hasSize(5)).body("people[0].outcome",
                equalTo("credited")).body("people[0].points", equalTo(EACH));
        assertThat(there).allMatch(member -> points(member) == EACH);
        people.as(organizer).post("/api/drills/" + drill + "/roll/closing").then().statusCode(400);
        scan(drill, people.resident(village, "迟到的")).statusCode(409).body("code", equalTo("roll_closed"));
        people.as(organizer).delete("/api/drills/" + drill + "/roll/" + wang.id()).then().statusCode(409);
        form(organizer).get("/organizer/drills/" + drill + "/roll").then().statusCode(200)
                .body(containsString("5 人，共记 " + 5 * EACH + " 分"));
        people.as(wang.id()).get("/api/me/statement").then().body("items[0].title", containsString("消防疏散演练"));
        assertThatThrownBy(() -> sql.update("UPDATE drill_mark SET award = NULL WHERE drill = ? AND member = ?",
                Long.valueOf(drill), wang.id())).hasMessageContaining("drill_mark_given");
    }

    @Test
    void a_kill_in_the_middle_of_closing_is_made_good_and_the_days_cap_holds() {
        String first = drill(), second = drill(), third = drill();
        for (String drill : List.of(first, second, third)) {
            scan(drill, wang).statusCode(201);
            scan(drill, li).statusCode(201);
        }
        sql.update("UPDATE drill SET closing_at = ?, closed_by = ? WHERE id = ?",
                new TestClock().instant().minus(Duration.ofMinutes(2)), organizer, first);
        closing.sweep();
        assertThat(rows.drill(Long.parseLong(first)).closedAt()).isNotNull();
        assertThat(points(wang)).isEqualTo(EACH);
        close(second).body("people.outcome", contains("credited", "credited"));
        close(third).body("people.outcome", contains("capped", "capped")).body("people.points", contains(0, 0));
        assertThat(points(wang)).isEqualTo(2 * EACH);
    }

    @Test
    void ones_own_household_is_called_by_somebody_else_and_nobody_out_of_reach() {
        String drill = drill();
        Member kin = people.resident(village, "王小明", Objects.requireNonNull(wang.household()));
        people.grant(kin.id(), Role.ORGANIZER, village);
        scan(kin.id(), drill, people.phoneOf(wang)).statusCode(403).body("code", equalTo("own_household"));
        scan(kin.id(), drill, people.phoneOf(kin)).statusCode(403);
        form(kin.id()).formParam("code", people.phoneOf(wang)).post("/organizer/drills/" + drill + "/roll").then()
                .statusCode(403).body(containsString("没有记上"));
        scan(drill, wang).statusCode(201);
        people.as(kin.id()).delete("/api/drills/" + drill + "/roll/" + wang.id()).then().statusCode(403);
        Unit other = people.village();
        Member far = people.resident(other, "外村人");
        scan(drill, far).statusCode(404);
        people.as(organizer).body(Map.of("memberId", Long.toString(far.id()))).post("/api/drills/" + drill + "/roll").then()
                .statusCode(403);
        long stranger = people.staff(other, Role.ORGANIZER).id();
        people.as(stranger).get("/api/drills/" + drill).then().statusCode(403);
        scan(stranger, drill, people.phoneOf(far)).statusCode(403);
        close(drill()).statusCode(409).body("code", equalTo("roll_empty"));
    }

    @Test
    void nothing_happens_before_its_day_and_what_cannot_be_a_plan_is_refused() {
        String tomorrow = drill(new TestClock().instant().plus(Duration.ofDays(1)));
        scan(tomorrow, wang).statusCode(409).body("code", equalTo("drill_not_yet"));
        people.as(organizer).body(Map.of("done", true)).post("/api/drills/" + tomorrow + "/steps/1").then().statusCode(409);
        String longAgo = drill(new TestClock().instant().minus(Duration.ofDays(33)));
        scan(longAgo, wang).statusCode(409).body("code", equalTo("drill_over"));
        String yesterday = drill(new TestClock().instant().minus(Duration.ofDays(1)));
        scan(yesterday, wang).statusCode(201);
        close(yesterday).body("people.points", contains(EACH));
        for (Map<String, Object> wrong : List.of(Map.<String, Object>of(), dull("9999-01-01T00:00:00Z"),
                dull(new TestClock().instant().toString()))) {
            people.as(organizer).body(wrong).post("/api/drills").then().statusCode(422).body("code", notNullValue());
        }
        form(organizer).formParam("title", "夜间演练").formParam("day", "不是日子").formParam("key", UUID.randomUUID())
                .post("/organizer/drills/new").then().statusCode(422).body(containsString("夜间演练"));
    }

    private static Map<String, Object> dull(String startsAt) {
        return Map.of("title", "演练", "place", "广场", "startsAt", startsAt);
    }

    @Test
    void who_leaves_is_taken_off_open_rolls_and_out_of_the_plans() {
        String drill = drill(), done = drill();
        scan(drill, wang).statusCode(201);
        scan(done, wang).statusCode(201);
        close(done).statusCode(200);
        long admin = people.staff(village, Role.ADMIN).id();
        people.as(admin).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("name", "王秀英", "reason", "搬走"))
                .post("/api/removals/" + wang.id()).then().statusCode(201);
        people.as(organizer).get("/api/drills/" + drill).then().body("drill.people", equalTo(0)).body("roles[0].people",
                equalTo("赵大山、王*英"));
        people.as(organizer).get("/api/drills/" + done + "/roll").then().statusCode(200).body("items", hasSize(1))
                .body("items[0].name", not(equalTo("王秀英")));
    }
}
