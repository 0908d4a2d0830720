package org.aixin.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;
import org.aixin.quiz.Earnings;
import org.aixin.redemption.TestShops;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What belongs to an event is counted from its rows, and the donor's report names nobody. */
@QuarkusTest
class EventTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    BusinessTime time;
    @Inject
    Sql sql;
    @Inject
    Earnings earnings;
    private Unit village;
    private long organizer;
    private long clerk;
    private Member wang;
    private Member kin;
    private Member li;
    private String event;

    @BeforeEach
    void an_event() {
        village = people.village();
        organizer = people.staff(village, Role.ORGANIZER).id();
        clerk = people.staff(village, Role.CLERK).id();
        wang = people.resident(village, "王秀英");
        kin = people.resident(village, "王小明", Objects.requireNonNull(wang.household()));
        li = people.resident(village, "李大爷");
        event = event(time.today());
    }

    private String event(LocalDate day) {
        return people.as(organizer).body(wanted(day, day.plusDays(2))).post("/api/events").then().statusCode(201).extract()
                .path("id");
    }

    private static Map<String, Object> wanted(LocalDate from, LocalDate to) {
        return Map.of("title", "安全生产月进村", "firstDay", from.toString(), "lastDay", to.toString(), "place", "健身广场", "sponsor",
                "镇供电所", "note", "和王秀英一起办的");
    }

    private ValidatableResponse add(String to, Map<String, Object> part) {
        return people.as(organizer).body(part).post("/api/events/" + to + "/parts").then();
    }

    private ValidatableResponse sheet() {
        return people.as(organizer).get("/api/events/" + event).then().statusCode(200);
    }

    private String drill(Member... there) {
        String drill = people.as(organizer).body(Map.of("title", "消防疏散演练", "place", "广场", "startsAt", time.now().toString(),
                "steps", List.of(Map.of("title", "发出警报")))).post("/api/drills").then().statusCode(201).extract()
                .path("drill.id");
        for (Member member : there) {
            people.as(organizer).body(Map.of("memberId", Long.toString(member.id()))).post("/api/drills/" + drill + "/roll")
                    .then().statusCode(201);
        }
        people.as(organizer).header("Idempotency-Key", UUID.randomUUID()).post("/api/drills/" + drill + "/roll/closing").then()
                .statusCode(200);
        return drill;
    }

    /** A quiz of one question, which they answer rightly. */
    private String quiz(Member... takers) {
        String bank = people.as(organizer).body(Map.of("title", "库" + TestShops.word())).post("/api/question-banks").then()
                .statusCode(201).extract().path("id");
        people.as(organizer).body(Map.of("text", "着火打什么电话？", "kind", "SINGLE", "options",
                List.of(Map.of("text", "119", "correct", true), Map.of("text", "110", "correct", false))))
                .post("/api/question-banks/" + bank + "/questions").then().statusCode(201);
        String quiz = people.as(organizer).body(Map.of("title", "安全竞答", "bank", bank, "draw", 1, "secondsPerQuestion", 60,
                "mode", "SELF")).post("/api/quizzes").then().statusCode(201).extract().path("id");
        for (Member taker : takers) {
            answer(quiz, taker);
        }
        return quiz;
    }

    private String answer(String quiz, Member taker) {
        var attempt = people.as(taker.id()).post("/api/quizzes/" + quiz + "/attempts").then().statusCode(201).extract()
                .jsonPath();
        String right = attempt.getString("questions[0].options.find { it.text == '119' }.id");
        people.as(taker.id()).body(Map.of("answers", List.of(Map.of("question", attempt.getString("questions[0].id"), "options",
                List.of(right))))).post("/api/attempts/" + attempt.getString("id") + "/answers").then().statusCode(201);
        return attempt.getString("id");
    }

    private void takes(Shop shop, Goods goods, Member member, int quantity) {
        shops.points(member, 100);
        String code = people.as(member.id()).header("Idempotency-Key", TestShops.key())
                .body(TestShops.wish(shop, goods, quantity)).post("/api/orders").then().statusCode(201).extract().path("code");
        people.as(clerk).header("Idempotency-Key", TestShops.key()).body(Map.of("shop", shop.code(), "code", code))
                .post("/api/desk/collections").then().statusCode(201);
    }

    private RequestSpecification form() {
        return form(organizer);
    }

    private RequestSpecification form(long person) {
        return people.as(person).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects().follow(false);
    }

    private static byte[] photo(int colour) throws IOException {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        image.setRGB(5, 5, colour);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    @Test
    void people_points_and_goods_are_counted_once_from_the_rows() {
        Shop shop = shops.shop(village);
        Goods rice = shops.goods(village, 5);
        shops.stock(shop, rice, 20);
        String drill = drill(wang, li), quiz = quiz(wang, kin);
        takes(shop, rice, kin, 2);
        takes(shop, rice, people.resident(village, "只换东西的"), 1);
        sheet().body("figures.residents", equalTo(0)).body("parts", empty());
        add(event, Map.of("kind", "drill", "pick", drill)).statusCode(201);
        add(event, Map.of("kind", "quiz", "pick", quiz)).statusCode(201);
        add(event, Map.of("kind", "visit", "pick", shop.code(), "day", time.today().toString())).statusCode(201);
        add(event, Map.of("kind", "talk", "name", "用电安全", "who", "张工", "people", 45)).statusCode(201);
        add(event, Map.of("kind", "prize", "name", "毛巾", "pieces", 60, "people", 58)).statusCode(201);
        add(event, Map.of("kind", "booklet", "name", "安全手册", "pieces", 200)).statusCode(201);
        int points = sql.first("SELECT SUM(points) FROM award WHERE path = ?", row -> row.getInt(1), village.path())
                .orElseThrow();
        assertThat(points).isPositive();
        sheet().body("figures.residents", equalTo(4)).body("figures.households", equalTo(3))
                .body("figures.listeners", equalTo(45)).body("figures.points", equalTo(points))
                .body("figures.pieces", equalTo(3)).body("goods.pieces", contains(3)).body("visits[0].orders", equalTo(2))
                .body("figures.prizes", equalTo(60)).body("figures.prizePeople", equalTo(58))
                .body("figures.booklets", equalTo(200)).body("parts.people", contains(2, 2));
        String award = sql.first("SELECT id FROM award WHERE path = ? AND rule = 'drill' AND member = ?", row -> row.getString(1),
                village.path(), li.id()).orElseThrow();
        people.as(organizer).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("reason", "认错人"))
                .post("/api/awards/" + award + "/reversal").then().statusCode(201);
        sheet().body("figures.points", equalTo(points - 5));
    }

    private ValidatableResponse budget(Integer points) {
        Map<String, Object> wanted = new HashMap<>(wanted(time.today(), time.today().plusDays(2)));
        wanted.put("budget", points);
        return people.as(organizer).body(wanted).put("/api/events/" + event).then();
    }

    private ValidatableResponse award(Member to, String gathering, String reference) {
        return people.as(organizer).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("memberId",
                Long.toString(to.id()), "rule", "cleanup", "gathering", gathering, "reference", reference)).post("/api/awards")
                .then();
    }

    @Test
    void twenty_at_once_get_no_more_than_the_budget_whatever_is_retried() {
        int each = sql.first("SELECT points FROM standard_version WHERE rule = 'cleanup' ORDER BY version DESC LIMIT 1",
                row -> row.getInt(1)).orElseThrow();
        String talk = "talk:" + add(event, Map.of("kind", "talk", "name", "用电安全", "who", "张工", "people", 45)).statusCode(201)
                .extract().path("id");
        int points = 10 * each + each - 1;
        budget(points).statusCode(200).body("budget", equalTo(points)).body("used", equalTo(0));
        List<Member> all = IntStream.range(0, 20).mapToObj(i -> people.resident(village, "听众" + i)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<CompletableFuture<Integer>> given = all.stream().map(one -> CompletableFuture.supplyAsync(
                () -> award(one, talk, "听讲").statusCode(201).extract().<Integer>path("points"), threads)).toList();
        assertThat(given.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(points);
        threads.shutdown();
        all.forEach(one -> award(one, talk, "听讲").statusCode(409).body("code", equalTo("already_awarded")));
        award(wang, talk, "听讲").statusCode(201).body("points", equalTo(0)).body("cappedBy", equalTo("event_budget"));
        sheet().body("figures.points", equalTo(points)).body("event.used", equalTo(points))
                .body("talks[0].points", equalTo(points))
                .body("figures.residents", equalTo(21));
        form().get("/organizer/events/" + event).then().body(containsString("已经发完"));
        budget(points - 1).statusCode(409).body("code", equalTo("purse_too_small"));
        people.as(organizer).delete("/api/events/" + event + "/parts/" + talk.replace(':', '/')).then().statusCode(409)
                .body("code", equalTo("event_talk_paid"));
        assertThatThrownBy(() -> sql.update("UPDATE purse SET used = used + 1 WHERE id = ?", event))
                .hasMessageContaining("purse_enough");
        String award = sql.first("SELECT id FROM award WHERE gathering = ? AND points = ? LIMIT 1", row -> row.getString(1), talk,
                each).orElseThrow();
        people.as(organizer).header("Idempotency-Key", UUID.randomUUID()).body(Map.of("reason", "认错人"))
                .post("/api/awards/" + award + "/reversal").then().statusCode(201);
        sheet().body("event.used", equalTo(points - each));
        award(li, talk, "听讲").statusCode(201).body("points", equalTo(each));
        award(li, "talk:1", "x").statusCode(422).body("code", equalTo("gathering_unknown"));
        award(people.resident(people.village(), "外村人"), talk, "x").statusCode(403);
    }

    @Test
    void a_drill_and_a_quiz_are_held_to_the_budget_and_what_they_gave_before_counts() {
        String earlier = drill(wang, kin), quiz = quiz(wang);
        budget(7).statusCode(200);
        add(event, Map.of("kind", "drill", "pick", earlier)).statusCode(409).body("code", equalTo("purse_too_small"));
        budget(12).statusCode(200);
        add(event, Map.of("kind", "drill", "pick", earlier)).statusCode(201);
        add(event, Map.of("kind", "quiz", "pick", quiz)).statusCode(201);
        int before = sheet().extract().path("event.used");
        assertThat(before).isGreaterThan(10).isLessThan(13);
        budget(before).statusCode(200);
        String attempt = answer(quiz, li);
        form(li.id()).get("/attempts/" + attempt).then().body(containsString("活动的积分发完了"));
        sheet().body("figures.points", equalTo(before)).body("parts.people", contains(2, 2));
        people.as(organizer).delete("/api/events/" + event + "/parts/drill/" + earlier).then().statusCode(204);
        sheet().body("event.used", equalTo(before - 10));
        answer(quiz, kin);
        sheet().body("event.used", equalTo(before - 9));
    }

    @Test
    void one_that_does_not_take_place_says_why_and_frees_its_parts() {
        String drill = drill(wang), other = event(time.today());
        add(event, Map.of("kind", "drill", "pick", drill)).statusCode(201);
        add(event, Map.of("kind", "booklet", "name", "安全手册", "pieces", 20)).statusCode(201);
        form().formParam("reason", "下雨").post("/organizer/events/" + event + "/cancellation").then().statusCode(409)
                .body(containsString("已经发了 5 分"));
        people.as(organizer).delete("/api/events/" + event + "/parts/drill/" + drill).then().statusCode(204);
        add(event, Map.of("kind", "quiz", "pick", quiz())).statusCode(201);
        people.as(organizer).body(Map.of("reason", " ")).post("/api/events/" + event + "/cancellation").then().statusCode(422);
        form().formParam("reason", "下雨").post("/organizer/events/" + event + "/cancellation").then().statusCode(303);
        sheet().body("event.cancelled", equalTo("下雨")).body("parts", empty()).body("booklets", hasSize(1));
        form().get("/organizer/events/" + event).then().statusCode(200).body(containsString("下雨"));
        form().get("/organizer/events/" + event + "/report").then().statusCode(200).body(containsString("已取消"));
        add(event, Map.of("kind", "drill", "pick", drill)).statusCode(409).body("code", equalTo("event_cancelled"));
        budget(5).statusCode(409);
        people.as(organizer).body(Map.of("reason", "下雨")).post("/api/events/" + event + "/cancellation").then().statusCode(409);
        add(other, Map.of("kind", "drill", "pick", drill)).statusCode(201);
    }

    @Test
    void players_of_a_live_round_count_with_its_guests() {
        long round = Ids.next(), known = Ids.next(), guest = Ids.next();
        String quiz = quiz();
        sql.update("INSERT INTO live_round (id, quiz, title, path, host, venue, state, position, questions, seconds, standings,"
                + " version, created_at, ended_at) VALUES (?,?,?,?,?,?,'ENDED',0,1,20,TRUE,1,?,?)", round, quiz, "广场竞答",
                village.path(), organizer, "v".repeat(22), time.now(), time.now());
        sql.update("INSERT INTO live_player (id, round, back, name, member, joined_at) VALUES (?,?,'1234','王阿姨',?,?)", known,
                round,
                wang.id(), time.now());
        sql.update("INSERT INTO live_player (id, round, back, name, joined_at) VALUES (?,?,'1234','过路的',?)", guest, round,
                time.now());
        add(event, Map.of("kind", "round", "pick", Long.toString(round))).statusCode(201);
        sheet().body("figures.residents", equalTo(1)).body("figures.guests", equalTo(1)).body("parts[0].kind", equalTo("round"));
        budget(1).statusCode(200);
        List<Earnings.Right> answers = IntStream.rangeClosed(1, 2).mapToObj(
                position -> new Earnings.Right(wang.id(), time.now(), round, round + ":" + position + ":" + known)).toList();
        assertThat(Transactions.run(() -> earnings.credit(answers))).containsExactly(1, 0);
        sheet().body("parts[0].points", equalTo(1)).body("event.used", equalTo(1));
        form().get("/organizer/events/" + event + "/report").then().statusCode(200).body(containsString("来宾"))
                .body(not(containsString("过路的")));
    }

    @Test
    void a_quiz_a_drill_and_a_shops_day_belong_to_one_event_and_to_its_unit() {
        String other = event(time.today()), drill = drill(wang);
        Shop shop = shops.shop(village);
        Map<String, Object> visit = Map.of("kind", "visit", "pick", shop.code(), "day", time.today().toString(), "lastDay",
                time.today().plusDays(1).toString());
        add(event, Map.of("kind", "drill", "pick", drill)).statusCode(201);
        add(other, Map.of("kind", "drill", "pick", drill)).statusCode(409).body("code", equalTo("event_part_taken"));
        add(event, visit).statusCode(201);
        Map<String, Object> overlapping = new HashMap<>(visit);
        overlapping.put("day", time.today().plusDays(1).toString());
        add(other, overlapping).statusCode(409);
        people.as(organizer).body(wanted(time.today(), time.today())).put("/api/events/" + event).then().statusCode(409)
                .body("code", equalTo("event_days_taken"));
        sheet().body("visits[0].days", equalTo(2));
        people.as(organizer).delete("/api/events/" + event + "/parts/visit/" + shop.id()).then().statusCode(204);
        add(other, overlapping).statusCode(201);
        people.as(organizer).delete("/api/events/" + event + "/parts/drill/" + drill).then().statusCode(204);
        people.as(organizer).delete("/api/events/" + event + "/parts/drill/" + drill).then().statusCode(404);
        people.as(organizer).delete("/api/events/" + event + "/parts/photo/" + drill).then().statusCode(404);
        Unit far = people.village();
        long stranger = people.staff(far, Role.ORGANIZER).id();
        people.as(stranger).get("/api/events/" + event).then().statusCode(403);
        String theirs = people.as(stranger).body(wanted(time.today(), time.today())).post("/api/events").then().statusCode(201)
                .extract().path("id");
        people.as(stranger).body(Map.of("kind", "drill", "pick", drill)).post("/api/events/" + theirs + "/parts").then()
                .statusCode(422).body("code", equalTo("event_part_unknown"));
        people.as(stranger).body(visit).post("/api/events/" + theirs + "/parts").then().statusCode(422);
        for (Map<String, Object> wrong : List.of(Map.<String, Object>of(), Map.<String, Object>of("kind", "x"),
                Map.<String, Object>of("kind", "prize", "name", "毛巾", "pieces", 1, "people", 2),
                Map.<String, Object>of("kind", "booklet", "name", "册子", "pieces", -1),
                Map.<String, Object>of("kind", "talk", "name", "讲座", "who", "张工", "people", 3, "day", "1999-01-01"))) {
            add(event, wrong).statusCode(422);
        }
        assertThatThrownBy(() -> sql.update("INSERT INTO event_drill (drill, event) VALUES (?, ?)", drill, 1L))
                .hasMessageContaining("event_drill_of");
    }

    @Test
    void photos_are_drawn_anew_at_most_twenty_and_stand_on_the_report() throws IOException {
        String photos = "/api/events/" + event + "/photos";
        String id = people.as(organizer).contentType("image/png").body(photo(1)).queryParam("caption", "演练现场").post(photos).then()
                .statusCode(201).extract().path("id");
        people.as(organizer).contentType("image/png").body(photo(1)).post(photos).then().statusCode(409);
        people.as(organizer).contentType("image/png").body("不是照片".getBytes("UTF-8")).post(photos).then().statusCode(415);
        byte[] kept = people.as(organizer).get("/organizer/events/" + event + "/photos/" + id).then().statusCode(200)
                .contentType("image/jpeg").extract().asByteArray();
        assertThat(kept).startsWith(0xFF, 0xD8);
        form().get("/organizer/events/" + event + "/report").then().statusCode(200).body(containsString("演练现场"))
                .body(containsString("镇供电所"));
        form().contentType("multipart/form-data").multiPart("photo", "a.png", photo(2), "image/png").multiPart("caption", "x")
                .post("/organizer/events/" + event + "/photos").then().statusCode(303);
        sql.update("UPDATE event SET photos = 20 WHERE id = ?", event);
        people.as(organizer).contentType("image/png").body(photo(3)).post(photos).then().statusCode(409).body("code",
                equalTo("event_photos_full"));
        assertThatThrownBy(() -> sql.update("UPDATE event SET photos = 21 WHERE id = ?", event))
                .hasMessageContaining("event_photos");
        people.as(organizer).delete(photos + "/" + id).then().statusCode(204);
        sheet().body("photos", hasSize(1));
    }

    @Test
    void a_form_sent_twice_adds_once_and_what_was_typed_stays_when_refused() {
        String key = UUID.randomUUID().toString(), parts = "/organizer/events/" + event + "/parts";
        for (int i = 0; i < 2; i++) {
            form().formParam("kind", "PRIZE").formParam("name", "肥皂").formParam("pieces", "３0").formParam("people", "30")
                    .formParam("key", key).post(parts).then().statusCode(303);
        }
        form().formParam("kind", "PRIZE").formParam("name", "肥皂").formParam("pieces", "很多").formParam("key", UUID.randomUUID())
                .post(parts).then().statusCode(422);
        sheet().body("prizes.pieces", contains(30));
        String prize = sheet().extract().path("prizes[0].id");
        form().get("/organizer/events/" + event).then().statusCode(200).body(containsString("30 件 · 30 人"));
        form().formParam("kind", "PRIZE").formParam("part", prize).post(parts + "/removal").then().statusCode(303);
        sheet().body("prizes", empty());
        form().formParam("title", "没有日期的").formParam("firstDay", "").formParam("key", UUID.randomUUID())
                .post("/organizer/events/new").then().statusCode(422).body(containsString("没有日期的"));
        form().get("/organizer/events").then().statusCode(200).body(containsString("安全生产月进村"));
        form().get("/organizer/events/new").then().statusCode(200);
        form().get("/organizer/events/" + event + "/edit").then().statusCode(200).body(containsString("健身广场"));
    }

    @Test
    void a_donor_is_one_there_is_and_who_leaves_is_masked() {
        String name = "供电公司" + TestShops.word();
        people.as(people.staff(village, Role.ADMIN).id()).header("Idempotency-Key", TestShops.key()).body(Map.of("donor", name,
                "fen", 100, "unit", Long.toString(village.id()))).post("/api/donations").then().statusCode(201);
        long donor = sql.first("SELECT id FROM donor WHERE name = ?", row -> row.getLong(1), name).orElseThrow();
        Map<String, Object> wanted = new HashMap<>(wanted(time.today(), time.today()));
        wanted.put("donor", Long.toString(donor));
        people.as(organizer).body(wanted).put("/api/events/" + event).then().statusCode(200).body("donor", equalTo(name));
        wanted.put("donor", "7");
        people.as(organizer).body(wanted).put("/api/events/" + event).then().statusCode(422).body("code",
                equalTo("donor_unknown"));
        people.as(people.staff(village, Role.ADMIN).id()).header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("name", "王秀英", "reason", "搬走")).post("/api/removals/" + wang.id()).then().statusCode(201);
        sheet().body("event.note", equalTo("和王*英一起办的"));
    }
}
