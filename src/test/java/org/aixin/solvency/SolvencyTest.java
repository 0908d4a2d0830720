package org.aixin.solvency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.goods.Catalogue;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Slip;
import org.aixin.goods.Slips;
import org.aixin.goods.Wanted;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whether a village's points are covered, by who asks; each test has a village of its own. */
@QuarkusTest
class SolvencyTest {
    @Inject
    TestPeople people;
    @Inject
    Ledger ledger;
    @Inject
    Catalogue catalogue;
    @Inject
    Shops shops;
    @Inject
    Slips slips;
    @Inject
    BusinessTime time;
    private Unit village;
    private Member wang;
    private long admin;
    private long auditor;
    private long organizer;

    @BeforeEach
    void a_village_with_a_hundred_points_and_ten_bags_of_rice() {
        village = people.village();
        wang = people.resident(village, "王秀英");
        admin = people.staff(village, Role.ADMIN).id();
        auditor = people.staff(village, Role.AUDITOR).id();
        organizer = people.staff(village, Role.ORGANIZER).id();
        ledger.post(new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER, Owner.member(wang.id()), 100));
        String code = "s" + Ids.next(), rice = "r" + Ids.next();
        shops.add(code, "店", Shop.Kind.FIXED, village, null);
        catalogue.add(village, rice, "大米", "袋", 4, null);
        slips.write(null, code, new Slips.Draft(Slip.Kind.IN, List.of(new Wanted(rice, 10)), null, "进货"));
    }

    private static Source source() {
        return new Source("claim", "test:" + Ids.next());
    }

    private ValidatableResponse give(long who, String kind, long fen, String key) {
        return people.as(who).header("Idempotency-Key", key).body(Map.of("unit", Long.toString(village.id()), "kind", kind,
                "words", "电力公司", "fen", fen, "day", time.today().toString())).post("/api/solvency/fund").then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Nested
    class As_an_auditor {
        @Test
        void what_people_hold_stands_against_goods_and_money() {
            give(organizer, "donation", 2_500, key()).statusCode(201).body("id", notNullValue()).body("kind", is("donation"));
            people.as(auditor).get("/api/solvency").then().statusCode(200).body("points", is(100)).body("held", is(0))
                    .body("owed", is(0)).body("fenPerPoint", is(100)).body("liability", is(10_000)).body("stock", is(4_000))
                    .body("fund", is(2_500)).body("cover", is(6_500)).body("uncovered", is(3_500))
                    .body("goods[0].onHand", is(10)).body("goods[0].worth", is(40)).body("goods[0].fen", is(4_000));
        }

        @Test
        void the_page_warns_of_what_is_missing_and_stops_when_it_is_given() {
            people.as(auditor).accept("text/html").get("/solvency").then().statusCode(200).body(containsString("还缺 60.00 元"))
                    .body(containsString("role=\"alert\"")).body(containsString("<svg viewBox"))
                    .body(not(containsString("style=")))
                    .body(containsString("上面一条是居民积分，值 100.00 元")).body(not(containsString("/solvency/worth")));
            give(admin, "donation", 6_000, key()).statusCode(201);
            people.as(auditor).accept("text/html").get("/solvency").then().body(containsString("积分有保障"))
                    .body(not(containsString("还缺")));
        }

        @Test
        void what_is_reserved_counts_on_both_sides_and_what_is_owed_apart() {
            ledger.post(new Command.Hold(source(), "test", Asset.POINTS, Owner.member(wang.id()), Owner.REDEEMED, 30,
                    time.now().plusSeconds(3600)));
            Owner zhao = Owner.member(people.resident(village, "赵大山").id());
            ledger.post(new Command.Move(source(), "test", Asset.POINTS, zhao, Owner.ISSUER, 7, true));
            people.as(auditor).get("/api/solvency").then().body("points", is(100)).body("held", is(30)).body("owed", is(7));
        }

        @Test
        void only_units_within_reach_are_shown_and_other_villages_left_out() {
            Unit other = people.village();
            ledger.post(new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER,
                    Owner.member(people.resident(other, "赵大山").id()), 9));
            people.as(auditor).get("/api/solvency?unit=" + village.id()).then().body("points", is(100));
            people.as(auditor).get("/api/solvency?unit=" + other.id()).then().statusCode(403);
            people.as(auditor).get("/api/solvency?unit=x").then().statusCode(422).body("code", is("unit_unknown"));
        }

        @Test
        void a_fund_is_read_and_not_written() {
            give(auditor, "donation", 1, key()).statusCode(403);
            people.as(auditor).accept("text/html").get("/fund").then().statusCode(200).body(containsString("还没有资金记录"))
                    .body(not(containsString("<form class=\"form\"")));
        }
    }

    @Nested
    class As_an_administrator {
        @Test
        void what_a_point_is_worth_is_set_and_the_earlier_setting_kept() {
            people.as(admin).body(Map.of("unit", Long.toString(village.id()), "fen", 50)).post("/api/solvency/worth").then()
                    .statusCode(200).body("fen", is(50));
            people.as(admin).body(Map.of("unit", Long.toString(village.id()), "fen", 80)).post("/api/solvency/worth").then()
                    .statusCode(200);
            people.as(admin).get("/api/solvency").then().body("fenPerPoint", is(80)).body("liability", is(8_000))
                    .body("stock", is(3_200));
            people.as(admin).accept("text/html").get("/solvency").then().body(containsString("一分折合 50 分钱"))
                    .body(containsString("一分折合 80 分钱"));
            for (Object fen : List.of(0, -1, 100_001, 9_999_999_999L)) {
                people.as(admin).body(Map.of("unit", Long.toString(village.id()), "fen", fen)).post("/api/solvency/worth").then()
                        .statusCode(422).body("code", is("worth_refused"));
            }
        }

        @Test
        void a_village_without_a_setting_has_that_of_the_unit_above() {
            long county = people.staff(new Unit(java.util.Objects.requireNonNull(village.parent()), null, Unit.Kind.COUNTY, "县",
                    "/" + village.parent() + "/"), Role.ADMIN).id();
            people.as(county).body(Map.of("unit", Long.toString(village.parent()), "fen", 20)).post("/api/solvency/worth").then()
                    .statusCode(200);
            people.as(admin).get("/api/solvency").then().body("fenPerPoint", is(20));
            people.as(admin).body(Map.of("unit", Long.toString(village.parent()), "fen", 30)).post("/api/solvency/worth").then()
                    .statusCode(403);
        }
    }

    @Nested
    class As_an_organizer {
        @Test
        void the_same_key_writes_one_donation() {
            String key = key();
            String id = give(organizer, "donation", 10_050, key).statusCode(201).extract().path("id");
            give(organizer, "donation", 10_050, key).statusCode(201).body("id", is(id));
            people.as(organizer).get("/api/solvency/fund").then().body("items.size()", is(1)).body("items.words",
                    hasItem("电力公司"));
            assertThat(ledger.balance(Funds.owner(village.id()), Asset.CNY).balance()).isEqualTo(10_050);
            assertThat(ledger.check().sums()).containsEntry("CNY", 0L);
        }

        @Test
        void what_is_not_there_is_not_spent_and_a_gift_that_was_spent_not_taken_back() {
            give(organizer, "expense", 1, key()).statusCode(409).body("code", is("fund_short"));
            String id = give(organizer, "donation", 100, key()).extract().path("id");
            give(organizer, "expense", 60, key()).statusCode(201);
            reverse(id, key()).statusCode(409).body("code", is("fund_short"));
        }

        @Test
        void an_entry_is_taken_back_once_and_stays_visible() {
            String id = give(organizer, "donation", 100, key()).extract().path("id"), key = key();
            reverse(id, key).statusCode(201).body("reason", is("记错了"));
            reverse(id, key).statusCode(201);
            reverse(id, key()).statusCode(409).body("code", is("already_reversed"));
            assertThat(ledger.balance(Funds.owner(village.id()), Asset.CNY).balance()).isZero();
            people.as(organizer).accept("text/html").get("/fund").then().body(containsString("已更正：记错了"))
                    .body(containsString("＋1.00"));
        }

        private ValidatableResponse reverse(String id, String key) {
            return people.as(organizer).header("Idempotency-Key", key).body(Map.of("reason", "记错了"))
                    .post("/api/solvency/fund/" + id + "/reversal").then();
        }

        @Test
        void the_form_takes_yuan_and_a_double_press_acts_once() {
            String key = key();
            for (int press = 0; press < 2; press++) {
                people.as(organizer).contentType("application/x-www-form-urlencoded; charset=UTF-8").accept("text/html")
                        .redirects().follow(false).formParam("unit", village.id()).formParam("kind", "DONATION")
                        .formParam("words", "李先生").formParam("amount", "1,200.5").formParam("day", time.today().toString())
                        .formParam("key", key).post("/fund").then().statusCode(303);
            }
            assertThat(ledger.balance(Funds.owner(village.id()), Asset.CNY).balance()).isEqualTo(120_050);
        }

        @Test
        void what_cannot_be_is_refused_in_words() {
            give(organizer, "gift", 1, key()).statusCode(422).body("code", is("fund_kind_unknown"));
            give(organizer, "donation", 0, key()).statusCode(422).body("code", is("amount_refused"));
            give(organizer, "donation", -5, key()).statusCode(422);
            give(organizer, "donation", Long.MAX_VALUE, key()).statusCode(422);
            for (String day : List.of("2000-01-01", "x", "2026-02-30", LocalDate.now().plusDays(2).toString(), "9999-12-31")) {
                people.as(organizer).header("Idempotency-Key", key())
                        .body(Map.of("unit", Long.toString(village.id()), "words", "x", "fen", 1, "day", day))
                        .post("/api/solvency/fund").then().statusCode(422).body("code", is("day_refused"));
            }
        }

        @Test
        void the_cover_is_not_theirs_to_read() {
            people.as(organizer).get("/api/solvency").then().statusCode(403);
        }
    }

    @Test
    void a_resident_sees_none_of_it() {
        for (String path : List.of("/api/solvency", "/api/solvency/fund", "/solvency", "/fund")) {
            people.as(wang.id()).get(path).then().statusCode(403);
        }
    }
}
