package org.aixin.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sheet;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoundPagesTest {
    @Inject
    TestPeople people;
    @Inject
    Members members;
    Unit village;
    Person host;

    @BeforeEach
    void a_village() {
        village = people.village();
        host = people.staff(village, Role.ORGANIZER);
    }

    private static RequestSpecification page(String token) {
        return RestAssured.given().redirects().follow(false).cookie(JoinPages.COOKIE, token).accept("text/html");
    }

    /** A form that the phone with this token sends. */
    private static RequestSpecification form(String token) {
        String csrf = page(token).get("/join").cookie("csrf-token");
        return page(token).cookie("csrf-token", csrf).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", csrf);
    }

    private ValidatableResponse office(Played round, String path) {
        return people.as(host.id()).accept("text/html").get("/organizer/rounds/" + round.id + path).then().statusCode(200);
    }

    private String join(Played round, Member member) {
        return round.join(people.as(member.id()), Map.of()).statusCode(201).extract().path("token");
    }

    @Test
    void children_have_a_number_on_the_wall_and_no_name() {
        Played round = new Played(people, host, 1, 20);
        for (String number : List.of("小朋友 1", "小朋友 2")) {
            Member child = people.resident(village, "孩子");
            members.mark(host, child.id(), true);
            round.join(people.as(child.id()), Map.of()).statusCode(201);
            office(round, "").body(containsString(number), not(containsString("孩子")));
        }
    }

    @Test
    void the_end_list_tells_what_became_of_every_right_answer_and_a_guest_is_claimed_from_its_page() {
        Member wang = people.resident(village, "王秀英"), li = people.resident(village, "李四");
        Played round = new Played(people, host, 1, 20);
        String one = join(round, wang);
        round.join(Played.phone(), Map.of("name", "小李", "phone", people.phoneOf(li))).statusCode(201);
        String guest = round.guest("老赵");
        JsonPath asked = round.advance();
        round.answer(one, asked, "对的").statusCode(202);
        round.answer(guest, asked, "对的").statusCode(202);
        round.advance();
        office(round, "/results").body(containsString("王秀英 · 王秀英家"), containsString("等认领"), containsString("还剩 30 天"));
        office(round, "/results/paper?posted=1").body(not(containsString("王秀英")), containsString("王*英"));
        List<Sheet.Row> rows = Sheet.read(people.as(host.id()).get("/organizer/rounds/" + round.id + "/results/sheet.xlsx").then()
                .statusCode(200).extract().asByteArray()).rows();
        assertThat(rows).hasSize(4).anySatisfy(row -> assertThat(row.cells()).contains("老赵", "游客", "等认领"));
        office(round, "/guests").body(containsString("这个手机号登记的是 李四"));
        String player = round.me(guest).getString("playerId");
        people.as(host.id()).redirects().follow(false).contentType("application/x-www-form-urlencoded").accept("text/html")
                .formParam("who", people.phoneOf(li)).post("/organizer/rounds/" + round.id + "/guests/" + player).then()
                .statusCode(303);
        office(round, "/guests").body(containsString("李四 · 李四家"));
        office(round, "/results").body(containsString("认领的游客"));
    }

    @Test
    void a_phone_without_scripts_answers_by_a_form() {
        Played round = new Played(people, host, 1, 20);
        String token = round.guest("小李"), plain = "/rounds/" + round.id + "/plain";
        page(token).get(plain).then().statusCode(200).body(containsString("等主持人开始"));
        JsonPath asked = round.advance();
        page(token).get(plain).then().body(containsString("按一个答案就交上了"), containsString("还剩"));
        String right = asked.getString("question.options.find { it.text == '对的' }.id");
        for (int twice = 0; twice < 2; twice++) {
            form(token).formParam("question", asked.getString("question.id"))
                    .formParam("option", right).post(plain).then().statusCode(303);
        }
        page(token).get(plain).then().body(containsString("交上了，等公布答案"), not(containsString("因为安全")));
        round.advance();
        page(token).get(plain).then().body(containsString("答对了！"), containsString("因为安全"));
        page("nobody's").get(plain).then().statusCode(303);
    }

    @Test
    void the_door_says_what_was_wrong_where_it_was_typed_and_knows_who_was_in() {
        Played round = new Played(people, host, 1, 20);
        String token = round.guest("小李");
        form("").formParam("name", "小李").post("/join/" + round.code).then()
                .statusCode(409).body(containsString("这个名字已经有人用了"), containsString("value=\"小李\""));
        form("").formParam("code", "0").post("/join").then().statusCode(404)
                .body(containsString("没有这个场次号"), containsString("name=\"code\""));
        page(token).get("/join/" + round.code).then().statusCode(200).body(containsString("小李，继续答题"));
    }

    @Test
    void who_raises_a_hand_for_several_options_has_them_all() {
        Member wang = people.resident(village, "王秀英");
        String bank = made("/api/question-banks", Map.of("title", "题库")).getString("id");
        made("/api/question-banks/" + bank + "/questions", Map.of("text", "哪些能灭火？", "kind", "MULTIPLE", "options",
                Stream.of("沙子", "灭火毯", "汽油").map(text -> Map.of("text", text, "correct", !text.equals("汽油"))).toList()));
        String quiz = made("/api/quizzes",
                Map.of("title", "竞答", "bank", bank, "draw", 1, "secondsPerQuestion", 60, "mode", "LIVE")).getString("id");
        String round = "/rounds/" + made("/api/quizzes/" + quiz + "/rounds", Map.of()).getString("id");
        JsonPath asked = people.as(host.id()).body(Map.of()).post("/api" + round + "/advance").jsonPath();
        List<String> chosen = asked.getList("question.options.findAll { it.text != '汽油' }.id");
        String kept = people.as(host.id()).redirects().follow(false).contentType("application/x-www-form-urlencoded")
                .accept("text/html").formParam("option", chosen).formParam("who", people.phoneOf(wang))
                .post("/organizer" + round + "/hands").then().statusCode(303).extract().header("Location");
        people.as(host.id()).accept("text/html").get(kept).then().statusCode(200).body(containsString("记下了"));
        assertThat(people.as(host.id()).body(Map.of()).post("/api" + round + "/advance").jsonPath().getInt("reveal.rightPlayers"))
                .isEqualTo(1);
    }

    private JsonPath made(String path, Map<String, Object> what) {
        return people.as(host.id()).body(what).post(path).then().statusCode(201).extract().jsonPath();
    }
}
