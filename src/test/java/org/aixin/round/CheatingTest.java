package org.aixin.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.AtOnce;
import org.aixin.identity.Member;
import org.aixin.identity.MemberCodes;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.round.JoinGuesses.What;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever cheats gets nothing by it. */
@QuarkusTest
class CheatingTest {
    @Inject
    TestPeople people;
    @Inject
    Members members;
    @Inject
    MemberCodes codes;
    @Inject
    Entrance entrance;
    @Inject
    BusinessTime time;
    @Inject
    Sql sql;
    private Unit village;
    private Person host;
    private Member wang;
    private Member li;

    @BeforeEach
    void a_village() {
        village = people.village();
        host = people.staff(village, Role.ORGANIZER);
        wang = people.resident(village, "王秀英");
        li = people.resident(village, "李大爷");
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    private Played round(int questions) {
        return new Played(people, host, questions, 20);
    }

    private static String join(Played round, io.restassured.specification.RequestSpecification phone) {
        return round.join(phone, Map.of()).statusCode(201).extract().path("token");
    }

    private String card(Member member) {
        String card = "7%011d".formatted(Ids.next() % 100_000_000_000L);
        sql.update("UPDATE member SET card = ? WHERE id = ?", card, member.id());
        return card;
    }

    /** What somebody who stole the bank knows of a round's question: its id, and the right option. */
    private String[] stolen(Played round, int position) {
        return sql.first("SELECT q.question, o.id FROM live_question q JOIN question_option o ON o.question = q.question"
                + " AND o.correct WHERE q.round = ? AND q.position = ?", row -> new String[]{row.getString(1), row.getString(2)},
                round.id, position).orElseThrow();
    }

    private static ValidatableResponse answer(Played round, String token, String[] stolen) {
        return round.answer(token, stolen[0], Set.of(stolen[1]));
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("code", equalTo(code));
    }

    /** On the host's page the sentence stands beside the form. */
    private static void refusedInPage(ValidatableResponse page, int status, String sentence) {
        page.statusCode(status).body(containsString(sentence));
    }

    @Test
    void what_is_not_asked_yet_or_no_longer_takes_no_answer_even_from_who_knows_it() {
        Played round = round(2);
        String cheat = round.guest("早知道");
        String[] first = stolen(round, 1), second = stolen(round, 2);
        refused(answer(round, cheat, first), 422, "question_unknown");
        round.advance();
        String unasked = answer(round, cheat, second).statusCode(422).extract().asString();
        String[] nothing = {Long.toString(Ids.next()), second[1]};
        assertThat(answer(round, cheat, nothing).extract().asString()).as("as if there were none").isEqualTo(unasked);
        refused(round.answer(cheat, first[0], Set.of(second[1])), 422, "option_unknown");
        refused(round.answer(cheat, first[0], Set.of()), 422, "option_unknown");
        TestClock.advance(Duration.ofSeconds(21));
        refused(Played.phone(cheat).header("Date", "Thu, 01 Jan 2015 00:00:00 GMT")
                .body(Map.of("question", first[0], "options", List.of(first[1]), "at", "2015-01-01T00:00:00Z"))
                .post("/api/rounds/" + round.id + "/answers").then(), 409, "too_late");
        round.advance();
        refused(answer(round, cheat, first), 409, "too_late");
        refused(answer(round, cheat, second), 422, "question_unknown");
        round.advance();
        round.advance();
        refused(answer(round, cheat, first), 409, "too_late");
        round.host("skip", Map.of()).statusCode(200).body("state", equalTo("podium"));
        refused(answer(round, cheat, second), 409, "too_late");
        assertThat(round.me(cheat).getInt("right")).isZero();
        assertThat(sql.first("SELECT COUNT(*) FROM live_answer WHERE round = ?", row -> row.getInt(1), round.id)).contains(0);
    }

    @Test
    void of_twenty_answers_at_once_one_counts_and_stays_the_one_that_was_acknowledged() {
        Played round = round(1);
        String cheat = round.guest("手快");
        JsonPath asked = round.advance();
        List<String> options = asked.getList("question.options.id");
        Map<String, Integer> kept = new HashMap<>();
        AtomicInteger again = new AtomicInteger();
        AtOnce.count(20, i -> {
            String option = options.get(i % options.size());
            Response said = round.answer(cheat, asked.getString("question.id"), Set.of(option)).extract().response();
            synchronized (kept) {
                if (said.statusCode() == 202) {
                    kept.merge(option, 1, Integer::sum);
                }
            }
            return said.statusCode() == 409 && said.path("code").equals("already_answered") && again.incrementAndGet() > 0;
        });
        assertThat(kept).hasSize(1).containsValue(1);
        assertThat(again).hasValue(19);
        assertThat(round.me(cheat).getList("chosen", String.class)).containsExactlyElementsOf(kept.keySet());
        Map<String, Integer> counts = round.advance().getMap("reveal.counts");
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    @Test
    void nobody_answers_for_another() {
        Played round = round(1), other = round(1);
        String mine = join(round, people.as(wang.id())), elsewhere = other.guest("隔壁"), his = join(round, people.as(li.id()));
        JsonPath asked = round.advance();
        String[] right = stolen(round, 1);
        refused(answer(round, elsewhere, right), 401, "player_unknown");
        refused(answer(round, people.token(li.id()), right), 401, "player_unknown");
        refused(answer(round, round.me(his).getString("playerId"), right), 401, "player_unknown");
        people.as(li.id()).get("/api/rounds/" + round.id + "/me").then().statusCode(401);
        Played.phone(mine).cookie("aixin", people.token(li.id())).cookie("aixin-player", his)
                .body(Map.of("question", right[0], "options", List.of(right[1]), "player", round.me(his).getString("playerId"),
                        "member", Long.toString(li.id())))
                .post("/api/rounds/" + round.id + "/answers").then().statusCode(202);
        assertThat(round.me(his).getList("chosen")).isNull();
        assertThat(round.me(mine).getList("chosen")).containsExactly(right[1]);
        assertThat(round.advance().getInt("answered")).isEqualTo(1);
        assertThat(asked.getInt("players")).isEqualTo(2);
    }

    @Test
    void one_resident_is_one_player_by_sign_in_card_hand_and_claim() {
        Played round = round(1);
        String carded = round.join(people.as(li.id()), Map.of("card", card(wang))).statusCode(201).body("name", equalTo("王*英"))
                .extract().path("token");
        String guest = round.join(Played.phone(), Map.of("name", "英子", "phone", people.phoneOf(wang))).statusCode(201).extract()
                .path("token");
        round.advance();
        answer(round, carded, stolen(round, 1)).statusCode(202);
        String signedIn = join(round, people.as(wang.id()));
        refused(answer(round, signedIn, stolen(round, 1)), 409, "already_answered");
        refused(answer(round, carded, stolen(round, 1)), 401, "player_unknown");
        refusedInPage(raise(round, wang), 409, "已经答过了");
        String photographed = codes.of(li.id()).code();
        TestClock.advance(Duration.ofMinutes(2));
        refusedInPage(raised(round, photographed), 409, "这个码过时了");
        String claim = "/api/rounds/" + round.id + "/players/" + round.me(guest).getString("playerId") + "/claim";
        refused(people.as(host.id()).body(Map.of("member", Long.toString(wang.id()))).post(claim).then(), 409, "member_plays");
        AtomicInteger claimed = new AtomicInteger();
        AtOnce.each(List.of(li, people.resident(village, "赵大山")), member -> claimed.addAndGet(
                people.as(host.id()).body(Map.of("member", Long.toString(member.id()))).post(claim).statusCode() == 204 ? 1 : 0));
        assertThat(claimed).as("a guest is one resident").hasValue(1);
        assertThat(sql.first("SELECT COUNT(*) FROM live_player WHERE round = ?", row -> row.getInt(1), round.id)).contains(2);
    }

    @Test
    void the_number_of_a_card_does_not_move_its_owner_and_is_good_only_until_the_owner_comes() {
        Played round = round(2);
        String card = card(wang), signedIn = join(round, people.as(wang.id()));
        refused(round.join(Played.phone(), Map.of("card", card)), 409, "seat_taken");
        signedIn = round.join(people.as(wang.id()), Map.of("card", card)).statusCode(201).extract().path("token");
        refused(round.join(Played.phone(), Map.of("card", card)), 409, "seat_taken");
        refused(round.join(people.as(li.id()), Map.of("card", card)), 409, "seat_taken");
        round.advance();
        answer(round, signedIn, stolen(round, 1)).statusCode(202);
        String lis = card(li), first = carded(round, lis), second = carded(round, lis);
        refused(answer(round, first, stolen(round, 1)), 401, "player_unknown");
        answer(round, second, stolen(round, 1)).statusCode(202);
        assertThat(seats(round)).containsExactly("OWN", "CARD");
        String owner = join(round, people.as(li.id()));
        refused(answer(round, second, stolen(round, 1)), 401, "player_unknown");
        refused(round.join(Played.phone(), Map.of("card", lis)), 409, "seat_taken");
        assertThat(seats(round)).containsExactly("OWN", "AFTER_CARD");
        round.advance();
        round.advance();
        round.advance();
        answer(round, owner, stolen(round, 2)).statusCode(202);
        assertThat(people.as(host.id()).accept("text/html").get("/organizer/rounds/" + round.id).asString())
                .contains("前面有人凭卡号替答过");
    }

    @Test
    void a_guest_who_was_said_to_be_a_resident_is_not_moved_by_the_card_either() {
        Played round = round(1);
        String guest = round.guest("英子");
        String claim = "/api/rounds/" + round.id + "/players/" + round.me(guest).getString("playerId") + "/claim";
        people.as(host.id()).body(Map.of("member", Long.toString(wang.id()))).post(claim).then().statusCode(204);
        refused(round.join(Played.phone(), Map.of("card", card(wang))), 409, "seat_taken");
        round.advance();
        answer(round, guest, stolen(round, 1)).statusCode(202);
    }

    private static String carded(Played round, String card) {
        return round.join(Played.phone(), Map.of("card", card)).statusCode(201).extract().path("token");
    }

    private List<String> seats(Played round) {
        return people.as(host.id()).get("/api/rounds/" + round.id + "/players").jsonPath().getList("items.seat");
    }

    private ValidatableResponse raise(Played round, Member member) {
        String card = members.member(member.id()).card();
        return raised(round, card == null ? card(member) : card);
    }

    private ValidatableResponse raised(Played round, String who) {
        return people.as(host.id()).contentType("application/x-www-form-urlencoded").redirects().follow(false)
                .formParam("option", stolen(round, 1)[1]).formParam("who", who)
                .post("/organizer/rounds/" + round.id + "/hands").then();
    }

    @Test
    void whoever_was_sent_away_does_not_come_back_by_another_door() {
        Played round = round(1);
        String signedIn = join(round, people.as(wang.id())), guest = round.guest("捣乱");
        String back = round.me(guest).getString("back");
        for (String player : List.of(round.me(signedIn).getString("playerId"), round.me(guest).getString("playerId"))) {
            people.as(host.id()).post("/api/rounds/" + round.id + "/players/" + player + "/removal").then().statusCode(204);
        }
        round.advance();
        refused(round.join(people.as(wang.id()), Map.of()), 403, "player_removed");
        refused(round.join(Played.phone(), Map.of("card", card(wang))), 403, "player_removed");
        refused(round.join(Played.phone(), Map.of("name", "捣乱", "back", back)), 403, "player_removed");
        refused(round.join(Played.phone(), Map.of("name", "捣乱")), 409, "name_taken");
        refusedInPage(raise(round, wang), 403, "请您离开了这一场");
        refused(answer(round, signedIn, stolen(round, 1)), 403, "player_removed");
        assertThat(round.advance().getInt("answered")).isZero();
    }

    @Test
    void who_has_read_the_answers_and_their_household_play_without_points_of_their_own() {
        Member cadre = people.resident(village, "孙队长"), wife = people.resident(village, "周小红",
                Objects.requireNonNull(cadre.household()));
        people.grant(cadre.id(), Role.ORGANIZER, village);
        Played round = new Played(people, new Person(cadre.id(), cadre.name(), village.path(), cadre.household(), List.of()), 1,
                20);
        for (Member one : List.of(cadre, wife)) {
            String token = round.join(people.as(one.id()), Map.of()).statusCode(201)
                    .body("name", equalTo(one.name().charAt(0) + "某" + one.name().charAt(2))).extract().path("token");
            assertThat(round.me(token).getBoolean("earns")).isFalse();
            refused(round.join(Played.phone(), Map.of("card", card(one))), 403, "own_household");
            refused(people.as(cadre.id()).body(Map.of("member", Long.toString(one.id()))).post("/api/rounds/" + round.id
                    + "/players/" + round.me(token).getString("playerId") + "/claim").then(), 403, "own_household");
        }
        assertThat(round.me(join(round, people.as(wang.id()))).getBoolean("earns")).isTrue();
    }

    @Test
    void of_many_digits_tried_at_once_five_are_looked_at() {
        Played round = round(1);
        String guest = round.guest("小李"), back = round.me(guest).getString("back");
        TestClock.advance(Duration.ofHours(-3));
        List<Integer> said = new ArrayList<>();
        AtOnce.count(32, i -> {
            int status = round
                    .join(Played.phone(),
                            Map.of("name", "小李", "back", "%04d".formatted((Integer.parseInt(back) + 1 + i) % 10_000)))
                    .extract().statusCode();
            synchronized (said) {
                said.add(status);
            }
            return true;
        });
        assertThat(said).hasSize(32).doesNotContain(201, 500);
        assertThat(sql.first("SELECT wrong_back FROM live_player WHERE round = ?", row -> row.getInt(1), round.id)).contains(5);
        round.me(guest);
    }

    /** What somebody sees who asks for everything. */
    private List<String> everything(Played round, String token, Member member) {
        String session = people.token(member.id());
        List<String> seen = new ArrayList<>();
        for (String path : List.of("/api/rounds/" + round.id, "/api/rounds/" + round.id + "/me", "/join/" + round.code,
                "/rounds/" + round.id, "/api/rounds/" + round.id + "/players", "/api/question-banks",
                "/organizer/rounds/" + round.id, "/organizer/rounds/" + round.id + "/wall")) {
            Response program = Played.phone(token).redirects().follow(false).get(path);
            Response browser = Played.phone().cookie("aixin", session).cookie("aixin-player", token).accept("text/html")
                    .redirects().follow(false).get(path);
            seen.addAll(List.of(program.headers() + program.asString(), browser.headers() + browser.asString()));
        }
        return seen;
    }

    @Test
    void no_byte_before_the_reveal_tells_what_is_right() throws Exception {
        Played round = round(1);
        String knowing = join(round, people.as(wang.id())), guessing = join(round, people.as(li.id()));
        String events = "/api/rounds/" + round.id + "/events";
        try (Ear phone = Ear.at(events, knowing);
                Ear wall = Ear.at(events + "?wall=1", people.token(host.id()));
                Ear spy = Ear.at(events + "?wall=1", people.token(li.id()))) {
            JsonPath asked = round.advance();
            Response right = round.answer(knowing, asked, "对的").extract().response();
            Response wrong = round.answer(guessing, asked, "不是").extract().response();
            assertThat(right.statusCode() + alike(right)).isEqualTo(wrong.statusCode() + alike(wrong));
            assertThat(alike(round.answer(knowing, asked, "对的").extract().response()))
                    .isEqualTo(alike(round.answer(guessing, asked, "不是").extract().response()));
            List<String> known = everything(round, knowing, wang), guessed = everything(round, guessing, li);
            Set<String> told = new HashSet<>(known);
            told.addAll(guessed);
            told.add(phone.until("event:answered"));
            told.add(wall.until("\"answered\":2"));
            told.add(spy.until("event:answered"));
            for (String token : List.of(knowing, guessing)) {
                told.add(Played.phone().cookie("aixin-player", token).accept("text/html").get("/rounds/" + round.id + "/plain")
                        .asString());
            }
            assertThat(told).allSatisfy(said -> assertThat(said).doesNotContain("因为安全", "\"correct\":t", "\"correct\":f",
                    "rightPlayers", "\"reveal\":", "\"right\":["));
            assertThat(known.stream().map(said -> anonymous(said, asked)).toList())
                    .as("who was right sees what who was wrong sees")
                    .isEqualTo(guessed.stream().map(said -> anonymous(said, asked)).toList());
            for (String token : List.of(knowing, guessing)) {
                JsonPath me = round.me(token);
                assertThat(List.of(me.getInt("right"), me.getInt("place"))).containsExactly(0, 1);
                assertThat(me.<Object>get("correct")).isNull();
                assertThat(me.<Object>get("points")).isNull();
            }
            assertThat(people.as(wang.id()).get("/api/me/balance").jsonPath().getInt("points")).isZero();
            people.as(wang.id()).get("/api/me/statement").then().body("items.size()", equalTo(0));
            round.advance();
            assertThat(phone.until("\"reveal\":")).contains("因为安全");
            assertThat(wall.until("event:players")).contains("王*英");
            assertThat(spy.until("\"reveal\":")).doesNotContain("王*英");
        }
    }

    /** An answer without what differs between any two. */
    private static String alike(Response said) {
        return said.headers().asList().stream().filter(one -> !one.getName().equalsIgnoreCase("date")).toList() + said.asString();
    }

    /** Without the names, ids and times that differ between any two players. */
    private static String anonymous(String said, JsonPath asked) {
        String plain = said;
        for (Object option : asked.getList("question.options.id")) {
            plain = plain.replaceAll("\"chosen\":\\[\"" + option + "\"\\]", "\"chosen\":[\"?\"]");
        }
        return plain
                .replaceAll(
                        "(?i)(date|content-length|expires)=[^\\n<{;]*|\"now\":\"[^\"]*\"|\"back\":\"[^\"]*\"|\"playerId\":\"[^\"]*\"",
                        "?")
                .replaceAll("王\\*英|李\\*爷|王秀英|李大爷", "某")
                .replaceAll("data-token=\"[^\"]*\"|csrf-token=[^;]*|name=\"csrf-token\" value=\"[^\"]*\"", "?");
    }

    @Test
    void an_answer_to_a_question_that_was_left_out_is_never_judged() {
        Played round = round(1);
        String phone = round.guest("小李");
        JsonPath asked = round.advance();
        round.answer(phone, asked, "对的").statusCode(202);
        round.host("end", Map.of()).statusCode(200);
        assertThat(round.me(phone).<Object>get("correct")).isNull();
        assertThat(round.me(phone).getInt("right")).isZero();
    }

    @Test
    void no_wall_sends_phones_where_a_false_name_of_this_machine_points() {
        Played round = round(1);
        for (String page : List.of("/organizer/rounds/" + round.id, "/organizer/rounds/" + round.id + "/wall")) {
            String named = people.as(host.id()).accept("text/html").header("Host", "evil.example").get(page).then()
                    .statusCode(200)
                    .extract().asString();
            String plain = people.as(host.id()).accept("text/html").get(page).asString();
            assertThat(named).doesNotContain("evil.example");
            if (page.endsWith("/wall")) {
                assertThat(drawn(named)).isEqualTo(drawn(plain));
            }
        }
    }

    /** The QR code as it is drawn. */
    private static String drawn(String page) {
        return page.replaceFirst("(?s).* fill=\"#000\" d=\"([^\"]*)\".*", "$1");
    }

    @Test
    void the_place_of_the_right_option_tells_nothing() {
        Played round = round(12);
        List<Integer> places = IntStream.rangeClosed(1, 12).mapToObj(position -> sql.first(
                "SELECT COUNT(*) FROM live_question q JOIN question_option o ON o.question = q.question AND o.correct"
                        + " JOIN question_option before_it ON before_it.question = q.question AND before_it.id <= o.id"
                        + " WHERE q.round = ? AND q.position = ?",
                row -> row.getInt(1), round.id, position).orElseThrow()).toList();
        assertThat(new HashSet<>(places)).as("ids and places of right options: %s", places).hasSizeGreaterThan(1);
        JsonPath asked = round.advance();
        List<String> ids = asked.getList("question.options.id");
        assertThat(ids).as("shown by their ids, which were dealt out at random").isSorted();
    }

    @Test
    void of_ten_thousand_guesses_thirty_a_minute_and_address_are_looked_at() {
        TestClock.advance(Duration.ofHours(-2));
        Played round = round(1);
        int looked = 0;
        for (int i = 0; i < 10_000; i++) {
            String code = "%06d".formatted((Integer.parseInt(round.code) + 1 + i) % 1_000_000);
            looked += guessed(code, "10.0.%d.1".formatted(i % 10)) ? 1 : 0;
        }
        assertThat(looked).isEqualTo(10 * JoinGuesses.FREE);
        assertThatThrownBy(() -> entrance.round(round.code, null, "10.0.7.1")).as("nor is the right one taken")
                .isInstanceOf(Problem.class).hasMessageContaining("too_many_codes");
        assertThat(entrance.round(round.code, null, "10.9.9.9").id()).isEqualTo(Ids.parse(round.id));
        for (int i = 0; i < JoinGuesses.FREE + 2; i++) {
            Played.phone().header("X-Forwarded-For", "10.1.1." + i).header("Forwarded", "for=10.1.1." + i).get("/join/000001");
        }
        Played.phone().body(Map.of("name", "猜", "venue", "A".repeat(22))).post("/api/rounds/" + round.code + "/players").then()
                .statusCode(404);
        refused(round.typed(Played.phone().header("X-Forwarded-For", "10.2.2.2"), Map.of("name", "猜")), 429, "too_many_codes");
        round.guest("同一个广场的人");
    }

    private boolean guessed(String code, String address) {
        try {
            entrance.round(code, null, address);
            throw new AssertionError(code);
        } catch (Problem refused) {
            return refused.code().equals("round_unknown");
        }
    }

    @Test
    void wrong_cards_are_few_too_and_whoever_has_many_addresses_has_one_network() {
        TestClock.advance(Duration.ofHours(-4));
        Played round = round(1);
        for (int i = 0; i < JoinGuesses.FREE; i++) {
            refused(round.join(Played.phone(), Map.of("card", "69999999" + (1000 + i))), 422, "card_unknown");
        }
        refused(round.join(Played.phone(), Map.of("card", card(wang))), 429, "too_many_wrong");
        join(round, people.as(wang.id()));
        round.guest("小李");
        JoinGuesses guesses = new JoinGuesses(time);
        for (int i = 0; i < JoinGuesses.FREE; i++) {
            guesses.wrong(What.JOIN_CODE, "2001:db8:0:7::" + Integer.toHexString(i));
        }
        assertThatThrownBy(() -> guesses.mustBeFew(What.JOIN_CODE, "2001:db8:0:7:ffff::1"))
                .hasMessageContaining("too_many_codes");
        guesses.mustBeFew(What.JOIN_CODE, "2001:db8:0:8::1");
        guesses.mustBeFew(What.PLAYER, "2001:db8:0:7::1");
        for (int i = 0; i < JoinGuesses.MOST_NETWORKS + JoinGuesses.FREE; i++) {
            guesses.wrong(What.JOIN_CODE, "10.%d.%d.1".formatted(i / 250, i % 250));
        }
        assertThatThrownBy(() -> guesses.mustBeFew(What.JOIN_CODE, "11.0.0.1")).hasMessageContaining("too_many_codes");
        guesses.mustBeFew(What.JOIN_CODE, "10.0.3.1");
    }

    @Test
    void a_lobby_full_of_false_guests_still_has_a_place_for_every_resident() {
        Played round = round(1);
        List<Object[]> crowd = IntStream.range(0, Entrance.MOST_GUESTS)
                .mapToObj(i -> new Object[]{Ids.next(), round.id, "0000", "假" + i, time.now()}).toList();
        for (int i = 0; i < crowd.size(); i += 1_000) {
            sql.insert("INSERT INTO live_player (id, round, back, name, joined_at) VALUES", crowd.subList(i, i + 1_000));
        }
        refused(round.join(Played.phone(), Map.of("name", "真的")), 409, "round_full");
        join(round, people.as(wang.id()));
        round.join(Played.phone(), Map.of("card", card(li))).statusCode(201);
    }

    @Test
    void no_name_on_the_wall_looks_like_another_or_does_anything_there() {
        Played round = round(1);
        join(round, people.as(wang.id()));
        round.guest("小李");
        for (String name : List.of("王*英", "王＊英", "小李\u200b", "小李\u200d", "\u202e李小", "小李\ufe0f", "小李\u3164", "\u115f\u1160",
                "小\u034f李", "小李\udb40\udd00", "\uffa0", "<b>李</b>", "小李\n", "a" + "\u0301".repeat(6), "一二三四五六七八九十十一十二",
                "１３８００１３８０００", "x".repeat(5_000))) {
            String said = round.join(Played.phone(), Map.of("name", name)).extract().path("code");
            assertThat(said).as(name).isIn("wall_name_refused", "name_taken");
        }
        round.join(Played.phone(), Map.of("name", "ｍａｏ　猫 ")).statusCode(201).body("name", equalTo("mao 猫"));
        round.join(Played.phone(), Map.of("name", "ئۇيغۇر")).statusCode(201);
        Member stranger = people.resident(people.village(), "司马相如"), child = people.resident(people.village(), "司马小如");
        sql.update("UPDATE member SET child = TRUE WHERE id = ?", child.id());
        round.join(people.as(stranger.id()), Map.of()).statusCode(201).body("name", equalTo("司某如"));
        round.join(people.as(stranger.id()), Map.of()).statusCode(201).body("name", startsWith("司某如 "));
        round.join(people.as(child.id()), Map.of()).statusCode(201).body("name", not(startsWith("司")));
    }
}
