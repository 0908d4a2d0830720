package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.MemberCodes;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;
import org.aixin.redemption.TestShops;
import org.aixin.seal.Proof;
import org.aixin.seal.Seal;
import org.aixin.seal.Seals;
import org.aixin.seal.Verification;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with a bit of everything is removed: what follows, who may do it, and that nothing of them is left but numbers. */
@QuarkusTest
class RemovalTest {
    private static final String SECRET = TestPeople.SECRET;
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Ledger ledger;
    @Inject
    Seals seals;
    @Inject
    Sql sql;
    @Inject
    AgroalDataSource database;
    @Inject
    MemberCodes codes;
    private Unit village;
    private Member gone;
    private String name;
    private String phone;
    private String card;
    private long admin;
    private long organizer;
    private long reviewer;
    private Shop shop;
    private Goods rice;

    @BeforeEach
    void somebody_whose_name_nobody_else_has() {
        village = people.village();
        name = "司马" + Long.toString(ThreadLocalRandom.current().nextLong(1_000_000, 9_999_999)).chars()
                .mapToObj(digit -> Character.toString("甲乙丙丁戊己庚辛壬癸".charAt(digit - '0')))
                .reduce("", String::concat);
        gone = people.resident(village, name);
        phone = people.phoneOf(gone);
        admin = people.staff(village, Role.ADMIN).id();
        organizer = people.staff(village, Role.ORGANIZER).id();
        reviewer = people.staff(village, Role.REVIEWER).id();
        shop = shops.shop(village);
        rice = shops.goods(village, 20);
        card = people.as(admin).body("{}").post("/api/members/" + gone.id() + "/cards").then().statusCode(201).extract()
                .path("card");
    }

    private ValidatableResponse send(long who, String path, Map<String, ?> body) {
        return people.as(who).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path).then();
    }

    private ValidatableResponse remove(long who, String typed) {
        return send(who, "/api/removals/" + gone.id(), Map.of("name", typed, "reason", "搬走了，" + name + " 自己要求"));
    }

    private String claim(long who, String rule, int daysAgo) {
        return send(who, "/api/claims", Map.of("rule", rule, "occurredAt",
                Instant.now().minus(Duration.ofDays(daysAgo)).toString(), "note", "我是" + name + "，电话" + phone)).statusCode(201)
                .extract().path("id");
    }

    private void photo(String claim) throws IOException {
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "jpg", image);
        people.as(gone.id()).contentType("image/jpeg").body(image.toByteArray()).post("/api/claims/" + claim + "/photos").then()
                .statusCode(201);
    }

    private String order(int quantity) {
        return send(gone.id(), "/api/orders", TestShops.wish(shop, rice, quantity)).statusCode(201).extract().path("id");
    }

    /** Deeds, claims, a posted row, objections, orders in all states, a donation, hours and merit. */
    private void a_life_in_the_village() throws IOException {
        send(organizer, "/api/awards", Map.of("memberId", Long.toString(gone.id()), "rule", "drill", "reference", "to" + phone,
                "note", name + "带队")).statusCode(201);
        shops.points(gone, 100);
        for (Asset asset : List.of(Asset.MERIT, Asset.HOURS)) {
            ledger.post(new Command.Move(new Source("award", "t:" + Ids.next()), "test", asset, Owner.ISSUER,
                    Owner.member(gone.id()), 60));
        }
        shops.stock(shop, rice, 10);
        order(1);
        order(2);
        photo(claim(gone.id(), "tidy_yard", 1));
        send(reviewer, "/api/claims/" + claim(gone.id(), "cleanup", 1) + "/review", Map.of("approve", true, "note", name + "属实"))
                .statusCode(200).body("status", is("noticed"));
        Member other = people.resident(village, "赵大山");
        String theirs = send(other.id(), "/api/claims", Map.of("rule", "cleanup", "occurredAt",
                Instant.now().minus(Duration.ofDays(1)).toString(), "note", "扫地")).statusCode(201).extract().path("id");
        send(reviewer, "/api/claims/" + theirs + "/review", Map.of("approve", true)).statusCode(200);
        String notice = sql.first("SELECT id FROM notice WHERE unit = ?", row -> row.getString(1), village.id()).orElseThrow();
        send(gone.id(), "/api/notices/" + notice + "/objections", Map.of("row", 2, "reason", "我" + name + "没看见他"))
                .statusCode(201);
        send(other.id(), "/api/notices/" + notice + "/objections", Map.of("row", 1, "reason", "那天没看见")).statusCode(201);
        send(organizer, "/api/solvency/fund", Map.of("unit", Long.toString(village.id()), "words", name, "fen", 500, "day",
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString())).statusCode(201);
        String card = people.as(organizer).body("{}").post("/api/members/" + gone.id() + "/cards").path("card");
        send(organizer, "/api/members/" + gone.id() + "/one-time-codes/consented",
                Map.of("code", card, "secret", TestPeople.SECRET))
                .statusCode(201);
    }

    @Test
    void nothing_is_left_but_numbers_that_still_add_up_and_are_still_proved() throws Exception {
        a_life_in_the_village();
        String token = people.token(gone.id()), live = codes.of(gone.id()).code();
        long line = ((Posted) ledger.post(new Command.Move(new Source("claim", "t:" + Ids.next()), "test", Asset.POINTS,
                Owner.ISSUER, Owner.member(gone.id()), 1))).transfer();
        Seal sealed = seals.seal(null).orElseThrow();
        Proof before = seals.proof(line);
        people.as(admin).get("/api/removals/" + gone.id()).then().statusCode(200).body("name", is(name))
                .body("sentences", hasItem(containsString("取消 2 张还没领的兑换单"))).body("sentences", hasItem(containsString("撤回 1 条")))
                .body("sentences", hasItem(containsString("结束 1 条"))).body("sentences", hasItem(containsString("积分作废")));
        remove(admin, name).statusCode(201).body("reason", is("搬走了，… 自己要求"));

        assertThat(ledger.balance(Owner.member(gone.id()), Asset.POINTS).balance()).isZero();
        assertThat(ledger.balance(Owner.member(gone.id()), Asset.MERIT).balance()).isZero();
        assertThat(ledger.balance(Owner.member(gone.id()), Asset.HOURS).balance()).isEqualTo(60);
        shops.has(shop, rice, 10, 0);
        assertThat(ledger.check().problems()).isEmpty();
        assertThat(seals.proof(line).leaf()).isEqualTo(before.leaf());
        assertThat(seals.proof(line).index()).isEqualTo(before.index());
        try (Connection connection = database.getConnection()) {
            assertThat(new Verification(connection, seals.keys(), List.of(sealed)).run().ok()).isTrue();
        }
        assertThat(where(name)).isEmpty();
        assertThat(where(phone)).isEmpty();
        assertThat(where(card)).isEmpty();
        assertThat(sql.rows("SELECT id FROM claim_photo WHERE claim IN (SELECT id FROM claim WHERE member = ?)",
                row -> row.getLong(1), gone.id())).isEmpty();

        RestAssured.given().auth().preemptive().oauth2(token).get("/api/me").then().statusCode(401);
        RestAssured.given().contentType("application/json").body(Map.of("login", phone, "secret", SECRET)).post("/api/sessions")
                .then().statusCode(401);
        assertThat(codes.read(live)).isEmpty();
        for (String query : List.of(name, phone, card, "simajia", "已注销")) {
            people.as(admin).queryParam("query", query).get("/api/members").then().statusCode(200).body("items", empty());
        }
        people.as(admin).accept("text/html").get("/organizer/awards").then().statusCode(200).body(containsString("已注销居民"))
                .body(not(containsString(name)));
        people.as(admin).get("/api/members/" + gone.id()).then().statusCode(404);
        send(organizer, "/api/awards", Map.of("memberId", Long.toString(gone.id()), "rule", "drill")).statusCode(404);
        people.as(admin).body(Map.of("name", "新来的", "phone", phone, "card", card, "unit", Long.toString(village.id())))
                .post("/api/members").then().statusCode(201);
        remove(admin, "随便").statusCode(201).body("memberId", is(Long.toString(gone.id())));
        people.as(people.staff(village, Role.AUDITOR).id()).get("/api/removals").then().statusCode(200)
                .body("items.memberId", hasItem(Long.toString(gone.id()))).body(not(containsString(name)));
    }

    /** The columns of text in which this stands anywhere in the database. */
    private List<String> where(String text) {
        List<String> columns = sql.rows("SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND data_type IN ('varchar', 'char', 'text', 'mediumtext', 'longtext')"
                + " AND table_name <> 'flyway_schema_history'", row -> row.getString(1) + "." + row.getString(2));
        return columns.stream().filter(column -> {
            String[] parts = column.split("\\.");
            return sql.first(
                    "SELECT 1 FROM `" + parts[0] + "` WHERE INSTR(CONVERT(`" + parts[1] + "` USING utf8mb4), ?) > 0 LIMIT 1",
                    row -> 1, text).isPresent();
        }).toList();
    }

    @Test
    void a_shortfall_stays_written_and_the_sums_zero() {
        Owner owner = Owner.member(gone.id());
        ledger.post(new Command.Move(new Source("award", "t:" + Ids.next()), "test", Asset.POINTS, owner, Owner.ISSUER, 7, true));
        remove(admin, name).statusCode(201);
        assertThat(ledger.balance(owner, Asset.POINTS).owed()).isEqualTo(7);
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void the_name_must_be_typed_and_the_page_says_so() {
        remove(admin, name.substring(1)).statusCode(422).body("code", is("name_differs"));
        send(admin, "/api/removals/" + gone.id(), Map.of("name", name)).statusCode(422);
        people.as(admin).accept("text/html").get("/removals/" + gone.id()).then().statusCode(200)
                .body(containsString("注销以后不能恢复"));
        people.as(admin).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "别人").formParam("reason", "搬走").formParam("key", UUID.randomUUID()).redirects().follow(false)
                .post("/removals/" + gone.id()).then().statusCode(422).body(containsString("没有注销")).body(containsString("搬走"));
        people.as(admin).accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", name).formParam("reason", "搬走").formParam("key", UUID.randomUUID()).redirects().follow(false)
                .post("/removals/" + gone.id()).then().statusCode(303);
        people.as(admin).accept("text/html").get("/removals").then().statusCode(200).body(containsString("搬走"));
    }

    @Test
    void only_an_administrator_within_reach_and_never_of_ones_own_household() {
        remove(organizer, name).statusCode(403);
        remove(people.staff(people.village(), Role.ADMIN).id(), name).statusCode(403).body("code", is("not_allowed"));
        Member kin = people.resident(village, "司马家人", Objects.requireNonNull(gone.household()));
        people.grant(kin.id(), Role.ADMIN, village);
        remove(kin.id(), name).statusCode(403).body("code", is("own_household"));
        send(admin, "/api/removals/" + admin, Map.of("name", "员工", "reason", "x")).statusCode(403);
        Unit other = people.village();
        people.grant(gone.id(), Role.CLERK, other);
        remove(admin, name).statusCode(403).body("code", is("not_allowed"));
        send(admin, "/api/removals/1", Map.of("name", "x", "reason", "x")).statusCode(404);
    }

    @Test
    void a_household_that_bore_the_name_bears_that_of_whoever_is_left() {
        people.resident(village, "赵小山", Objects.requireNonNull(gone.household()));
        remove(admin, name).statusCode(201);
        assertThat(sql.first("SELECT name FROM household WHERE id = ?", row -> row.getString(1), gone.household()))
                .contains("赵小山家");
    }
}
