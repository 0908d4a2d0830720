package org.aixin.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.quiz.Earnings;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoundsTest {
    @Inject
    TestPeople people;
    @Inject
    Ledger ledger;
    @Inject
    Earnings earnings;
    @Inject
    Sql sql;
    Unit village;
    Person host;
    Member wang;

    @BeforeEach
    void a_village() {
        village = people.village();
        host = people.staff(village, Role.ORGANIZER);
        wang = people.resident(village, "王秀英");
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    private Played round(int questions) {
        return new Played(people, host, questions, 20);
    }

    private long points(Member member) {
        return ledger.balance(Owner.member(member.id()), Asset.POINTS).available();
    }

    private void becomes(Member member, long points) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(10);
        while (points(member) != points && Instant.now().isBefore(end)) {
            Thread.sleep(30);
        }
        assertThat(points(member)).isEqualTo(points);
    }

    private String join(Played round, Member member) {
        return round.join(people.as(member.id()), Map.of()).statusCode(201).extract().path("token");
    }

    @Test
    void a_round_goes_from_the_lobby_to_its_end_and_every_right_answer_is_credited_once() throws Exception {
        Played round = round(2);
        String phone = join(round, wang), guest = round.guest("小李");
        JsonPath first = round.advance();
        assertThat(first.getString("state")).isEqualTo("question");
        assertThat(first.getInt("players")).isEqualTo(2);
        round.answer(phone, first, "对的").statusCode(202).body("accepted", equalTo(true));
        round.answer(guest, first, "不是").statusCode(202);
        JsonPath told = round.advance();
        assertThat(told.getString("state")).isEqualTo("reveal");
        assertThat(told.getInt("reveal.rightPlayers")).isEqualTo(1);
        assertThat(told.getString("reveal.explanation")).isEqualTo("因为安全。");
        assertThat(told.getMap("reveal.counts").values()).containsExactlyInAnyOrder(1, 1, 0);
        becomes(wang, earnings.perAnswer());
        assertThat(round.advance().getString("standings[0].name")).isEqualTo("王*英");
        JsonPath second = round.advance();
        round.answer(phone, second, "对的").statusCode(202);
        round.advance();
        becomes(wang, 2L * earnings.perAnswer());
        round.advance();
        assertThat(round.advance().getString("state")).isEqualTo("podium");
        assertThat(round.advance().getString("state")).isEqualTo("ended");
        round.host("advance", Map.of()).statusCode(409).body("code", equalTo("round_ended"));
        assertThat(round.me(phone).getInt("right")).isEqualTo(2);
        people.as(wang.id()).get("/api/me/statement").then().body("items[0].source.kind", equalTo("quiz")).body(
                "items[0].title", equalTo("现场竞答，第 2 题答对"));
        assertThat(people.as(wang.id()).get("/api/me/statement").jsonPath().getString("items[0].source.reference"))
                .startsWith(round.id);
    }

    @Test
    void nothing_before_the_reveal_tells_what_is_right() {
        Played round = round(1);
        String phone = round.guest("小李");
        JsonPath asked = round.advance();
        round.answer(phone, asked, "对的").statusCode(202);
        for (String body : List.of(asked.prettify(), Played.phone().get("/api/rounds/" + round.id).asString(),
                Played.phone(phone).get("/api/rounds/" + round.id + "/me").asString())) {
            assertThat(body).doesNotContain("因为", "correct\":true", "correct\":false", "rightPlayers");
        }
        assertThat(round.me(phone).getInt("right")).isZero();
    }

    @Test
    void an_answer_is_locked_and_comes_in_time_or_not_at_all() {
        Played round = round(2);
        String phone = round.guest("小李"), late = round.guest("老张");
        JsonPath asked = round.advance();
        round.answer(phone, asked, "不是").statusCode(202);
        round.answer(phone, asked, "对的").statusCode(409).body("code", equalTo("already_answered"));
        round.answer("nobody's", asked, "对的").statusCode(401).body("code", equalTo("player_unknown"));
        round.answer(late, "12", Set.of("13")).statusCode(422).body("code", equalTo("question_unknown"));
        round.answer(late, asked.getString("question.id"), Set.of("13")).statusCode(422).body("code", equalTo("option_unknown"));
        TestClock.advance(Duration.ofSeconds(21));
        round.answer(late, asked, "对的").statusCode(409).body("code", equalTo("too_late"));
        round.host("extend", Map.of("seconds", 10)).statusCode(200);
        round.host("pause", Map.of()).statusCode(200).body("leftMillis", greaterThan(8_000));
        round.answer(late, asked, "对的").statusCode(409).body("code", equalTo("round_paused"));
        TestClock.advance(Duration.ofSeconds(60));
        round.host("resume", Map.of()).statusCode(200);
        round.answer(late, asked, "对的").statusCode(202);
        round.advance();
        round.answer(round.guest("新来的"), asked, "对的").statusCode(409).body("code", equalTo("too_late"));
        round.answer(phone, asked, "不是").statusCode(409).body("code", equalTo("already_answered"));
    }

    @Test
    void a_player_is_the_same_on_another_phone() {
        Played round = round(1);
        String phone = join(round, wang), guest = round.guest("小李");
        JsonPath asked = round.advance();
        round.answer(phone, asked, "对的").statusCode(202);
        round.answer(guest, asked, "对的").statusCode(202);
        round.advance();
        String again = join(round, wang);
        assertThat(round.me(again).getInt("right")).isEqualTo(1);
        Played.phone(phone).get("/api/rounds/" + round.id + "/me").then().statusCode(401);
        String back = round.me(guest).getString("back");
        round.join(Played.phone(), Map.of("name", "小李")).statusCode(409).body("code", equalTo("name_taken"));
        String moved = round.join(Played.phone(), Map.of("name", "小李", "back", back)).statusCode(201).extract().path("token");
        assertThat(round.me(moved).getInt("right")).isEqualTo(1);
        String wrong = back.equals("0000") ? "0001" : "0000";
        for (int i = 0; i < 5; i++) {
            round.join(Played.phone(), Map.of("name", "小李", "back", wrong)).statusCode(403).body("code", equalTo("back_wrong"));
        }
        round.join(Played.phone(), Map.of("name", "小李", "back", back)).statusCode(403);
    }

    @Test
    void the_host_takes_a_name_from_the_wall_and_skips_a_question_that_then_counts_for_nobody() {
        Played round = round(2);
        round.join(Played.phone(), Map.of("name", "傻逼")).statusCode(422).body("code", equalTo("wall_name_unwelcome"));
        round.join(Played.phone(), Map.of("name", "13800000001")).statusCode(422).body("code", equalTo("wall_name_refused"));
        String phone = round.guest("小李"), rude = round.guest("讨厌");
        String player = round.me(rude).getString("playerId");
        people.as(host.id()).post("/api/rounds/" + round.id + "/players/" + player + "/removal").then().statusCode(204);
        JsonPath asked = round.advance();
        round.answer(rude, asked, "对的").statusCode(403).body("code", equalTo("player_removed"));
        round.answer(phone, asked, "对的").statusCode(202);
        JsonPath next = round.host("skip", Map.of("version", asked.getInt("version"))).statusCode(200).extract().jsonPath();
        assertThat(next.getInt("position")).isEqualTo(2);
        round.host("advance", Map.of("version", asked.getInt("version"))).statusCode(409).body("code", equalTo("round_moved_on"));
        assertThat(round.me(phone).getInt("right")).isZero();
        round.host("end", Map.of()).statusCode(200).body("state", equalTo("ended"));
        round.join(Played.phone(), Map.of("name", "晚来")).statusCode(404).body("code", equalTo("round_unknown"));
    }

    @Test
    void a_round_that_nobody_ended_is_over_when_another_is_opened_a_day_later() {
        Played forgotten = round(2), stays = round(1);
        String guest = forgotten.guest("小李");
        forgotten.answer(guest, forgotten.advance(), "对的").statusCode(202);
        sql.update("UPDATE live_round SET created_at = created_at - INTERVAL 25 HOUR WHERE id = ?", forgotten.id);
        round(1);
        Played.phone().get("/api/rounds/" + forgotten.id).then().body("state", equalTo("ended"));
        forgotten.join(Played.phone(), Map.of("name", "晚来")).statusCode(404).body("code", equalTo("round_unknown"));
        assertThat(forgotten.me(guest).getInt("right")).isZero();
        stays.join(Played.phone(), Map.of("name", "小李")).statusCode(201);
    }

    @Test
    void what_somebody_answered_who_is_taken_out_counts_nowhere() {
        Played round = round(1);
        String stays = round.guest("小李"), goes = round.guest("讨厌");
        JsonPath asked = round.advance();
        round.answer(stays, asked, "不是").statusCode(202);
        round.answer(goes, asked, "对的").statusCode(202);
        String player = round.me(goes).getString("playerId");
        people.as(host.id()).post("/api/rounds/" + round.id + "/players/" + player + "/removal").then().statusCode(204);
        JsonPath shown = round.advance();
        assertThat(shown.getInt("answered")).isEqualTo(1);
        assertThat(shown.getInt("reveal.rightPlayers")).isZero();
        assertThat(shown.<String, Integer>getMap("reveal.counts").values()).containsExactlyInAnyOrder(1, 0, 0);
    }

    @Test
    void a_guest_is_found_among_the_residents_later_and_gets_the_points() throws Exception {
        Played round = round(1);
        String guest = round.join(Played.phone(), Map.of("name", "小李", "phone", "13912345678")).statusCode(201).extract()
                .path("token");
        JsonPath asked = round.advance();
        round.answer(guest, asked, "对的").statusCode(202);
        round.advance();
        people.as(host.id()).get("/api/rounds/" + round.id + "/players").then().body("items[0].phone", equalTo("13912345678"))
                .body("items[0].member", nullValue());
        Map<String, String> who = Map.of("member", Long.toString(wang.id()));
        String claim = "/api/rounds/" + round.id + "/players/" + round.me(guest).getString("playerId") + "/claim";
        people.as(host.id()).body(who).post(claim).then().statusCode(204);
        becomes(wang,
                earnings.perAnswer());
        people.as(host.id()).body(who).post(claim).then().statusCode(409);
        people.as(people.staff(people.village(), Role.ORGANIZER).id()).body(who).post(claim).then().statusCode(403);
    }

    @Test
    void guessed_codes_are_refused_and_the_code_on_the_wall_still_lets_everybody_in() {
        TestClock.advance(Duration.ofHours(-1));
        Played round = round(1);
        for (int i = 0; i < 40; i++) {
            Played.phone().body(Map.of("name", "猜")).post("/api/rounds/00" + (1000 + i) + "/players");
        }
        round.typed(Played.phone(), Map.of("name", "猜")).statusCode(429).header("Retry-After", notNullValue()).body("code",
                equalTo("too_many_codes"));
        round.guest("小李");
        TestClock.advance(Duration.ofMinutes(2));
        round.typed(Played.phone(), Map.of("name", "老赵")).statusCode(201);
    }
}
