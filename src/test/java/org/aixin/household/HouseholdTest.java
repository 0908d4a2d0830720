package org.aixin.household;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Ids;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Balance;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Outcome.Reason;
import org.aixin.ledger.Outcome.Refused;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;
import org.aixin.redemption.TestShops;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A family of three: 王秀英 has 30 points, 李强 has 40, 王小宝 none. */
@QuarkusTest
class HouseholdTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Ledger ledger;
    private Unit village;
    private Person admin;
    private Person secretary;
    private Member wang;
    private Member li;
    private Member bao;

    @BeforeEach
    void a_family() {
        village = people.village();
        admin = people.staff(village, Role.ADMIN);
        secretary = people.staff(village, Role.SECRETARY);
        wang = people.resident(village, "王秀英");
        long household = Objects.requireNonNull(wang.household());
        li = people.resident(village, "李强", household);
        bao = people.resident(village, "王小宝", household);
        shops.points(wang, 30);
        shops.points(li, 40);
    }

    private ValidatableResponse say(String setting) {
        return people.as(admin.id()).body(Map.of("setting", setting)).put("/api/units/" + village.id() + "/pooling").then();
    }

    private void pooled() {
        String asked = say("pooled").statusCode(202).body("pooled", equalTo(false)).extract().path("secondPerson");
        people.confirm(secretary.id(), asked);
        people.as(admin.id()).get("/api/units/" + village.id() + "/pooling").then().body("pooled", equalTo(true));
    }

    private static Owner owner(Member member) {
        return Owner.member(member.id());
    }

    private Balance points(Member member) {
        return ledger.balance(owner(member), Asset.POINTS);
    }

    private static Source source(String kind) {
        return new Source(kind, "test:" + Ids.next());
    }

    private Outcome spend(Member member, long points) {
        return ledger.post(new Command.Move(source("order"), "test", Asset.POINTS, owner(member), Owner.REDEEMED, points));
    }

    private Outcome deduct(Member member, long points) {
        return ledger.post(new Command.Move(source("award"), "test", Asset.POINTS, owner(member), Owner.ISSUER, points, true));
    }

    private static Posted done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Posted.class);
        return (Posted) outcome;
    }

    @Test
    void until_a_unit_says_so_everybody_spends_their_own() {
        assertThat(spend(wang, 31)).isEqualTo(new Refused(Reason.NOT_ENOUGH));
        people.as(wang.id()).get("/api/me/balance").then().body("points", equalTo(30)).body("household", nullValue());
        pooled();
        assertThat(done(spend(wang, 31))).extracting(Posted::moved, Posted::balance).containsExactly(31L, 39L);
        say("separate").statusCode(200).body("pooled", equalTo(false));
        assertThat(spend(wang, 1)).isEqualTo(new Refused(Reason.NOT_ENOUGH));
    }

    @Test
    void a_unit_follows_the_one_above_until_it_says_something_itself() {
        Person county = people.staff(village, Role.ADMIN);
        people.grant(county.id(), Role.ADMIN, new Unit(Objects.requireNonNull(village.parent()), null, Unit.Kind.COUNTY, "", ""));
        String above = people.as(county.id()).body(Map.of("setting", "POOLED")).put("/api/units/" + village.parent() + "/pooling")
                .then().statusCode(202).extract().path("secondPerson");
        Person reviewer = people.staff(village, Role.REVIEWER);
        people.as(reviewer.id()).header("Idempotency-Key", key()).body(Map.of("confirm", true))
                .post("/api/second-person/" + above + "/decision").then().statusCode(403);
        people.grant(reviewer.id(), Role.REVIEWER,
                new Unit(Objects.requireNonNull(village.parent()), null, Unit.Kind.COUNTY, "", ""));
        people.confirm(reviewer.id(), above);
        people.as(admin.id()).get("/api/units/" + village.id() + "/pooling").then().body("setting", equalTo("INHERITED"))
                .body("pooled", equalTo(true));
        assertThat(ledger.spendable(owner(bao))).isEqualTo(70);
        say("separate");
        assertThat(ledger.spendable(owner(bao))).isZero();
        say("separate").body("changes.setting", contains("SEPARATE")).body("changes.by", contains("员工"));
        String again = say("inherited").statusCode(202).body("setting", equalTo("SEPARATE")).extract().path("secondPerson");
        people.confirm(secretary.id(), again);
        people.as(admin.id()).get("/api/units/" + village.id() + "/pooling").then().body("setting", equalTo("INHERITED"))
                .body("pooled", equalTo(true)).body("changes.setting", contains("INHERITED", "SEPARATE"));
    }

    @Test
    void only_its_administrators_change_a_unit_and_nonsense_is_refused() {
        Person stranger = people.staff(people.village(), Role.ADMIN);
        String path = "/api/units/" + village.id() + "/pooling";
        people.as(stranger.id()).body(Map.of("setting", "pooled")).put(path).then().statusCode(403);
        people.as(stranger.id()).get(path).then().statusCode(403);
        people.as(admin.id()).body("{}").put(path).then().statusCode(422).body("code", equalTo("pooling_unknown"));
        people.as(admin.id()).body("{\"setting\": [1]}").put(path).then().statusCode(422);
        people.as(admin.id()).body("").put(path).then().statusCode(400);
        say("全家").statusCode(422);
        people.as(admin.id()).get("/api/units/1/pooling").then().statusCode(404);
    }

    @Test
    void the_balance_is_the_familys_with_each_share_and_hours_stay_ones_own() {
        pooled();
        ledger.post(new Command.Move(source("shift"), "test", Asset.HOURS, Owner.ISSUER, owner(li), 120));
        people.as(wang.id()).get("/api/me/balance").then().body("points", equalTo(70)).body("available", equalTo(70))
                .body("held", equalTo(0)).body("hours", equalTo(0)).body("household.name", contains("王秀英", "李强", "王小宝"))
                .body("household.points", contains(30, 40, 0));
        assertThat(ledger.post(new Command.Move(source("award"), "test", Asset.HOURS, owner(wang), Owner.ISSUER, 60)))
                .isEqualTo(new Refused(Reason.NOT_ENOUGH));
    }

    @Test
    void an_order_takes_ones_own_points_first_then_the_familys_and_gives_each_back_theirs() {
        pooled();
        Shop shop = shops.shop(village);
        Goods rice = shops.goods(village, 50);
        shops.stock(shop, rice, 5);
        String order = people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, rice, 1)).post("/api/orders").then()
                .statusCode(201).extract().path("id");
        assertThat(points(wang)).isEqualTo(new Balance(30, 30, 0));
        assertThat(points(li)).isEqualTo(new Balance(40, 20, 0));
        people.as(bao.id()).header("Idempotency-Key", key()).body(wish(shop, rice, 1)).post("/api/orders").then()
                .statusCode(409).body("code", equalTo("not_enough_points"));
        people.as(wang.id()).header("Idempotency-Key", key()).post("/api/orders/" + order + "/cancellation").then()
                .statusCode(200);
        assertThat(List.of(points(wang), points(li))).containsExactly(new Balance(30, 0, 0), new Balance(40, 0, 0));
    }

    @Test
    void what_a_child_without_points_takes_home_stands_in_the_passbooks_of_those_who_paid() {
        pooled();
        Person clerk = people.staff(village, Role.CLERK);
        Shop shop = shops.shop(village);
        Goods rice = shops.goods(village, 50);
        shops.stock(shop, rice, 5);
        String code = people.as(bao.id()).header("Idempotency-Key", key()).body(wish(shop, rice, 1)).post("/api/orders").then()
                .statusCode(201).extract().path("code");
        say("separate");
        String order = people.as(clerk.id()).header("Idempotency-Key", key()).body(Map.of("shop", shop.code(), "code", code))
                .post("/api/desk/collections").then().statusCode(201).extract().path("orderId");
        assertThat(List.of(points(wang), points(li))).containsExactly(new Balance(0, 0, 0), new Balance(20, 0, 0));
        people.as(li.id()).get("/api/me/statement").then().body("items[0].title", containsString("家人换：大米"))
                .body("items[0].points", equalTo(-20)).body("items[0].source.keySet()", containsInAnyOrder("kind", "reference"));
        people.as(clerk.id()).header("Idempotency-Key", key()).body(Map.of("reason", "拿错了"))
                .post("/api/orders/" + order + "/reversal").then().statusCode(201);
        assertThat(List.of(points(wang), points(li))).containsExactly(new Balance(30, 0, 0), new Balance(40, 0, 0));
        people.as(li.id()).get("/api/me/statement").then().body("items[0].title", containsString("更正：家人换：大米"));
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void the_desk_sells_to_what_the_family_has() {
        pooled();
        Person clerk = people.staff(village, Role.CLERK);
        Shop shop = shops.shop(village);
        Goods rice = shops.goods(village, 50);
        shops.stock(shop, rice, 5);
        String live = people.as(wang.id()).get("/api/me/code").then().extract().path("code");
        String visit = people.as(clerk.id()).body(Map.of("shop", shop.code(), "code", live)).post("/api/desk/scan").then()
                .statusCode(200).body("member.available", equalTo(70)).extract().path("visit");
        people.as(clerk.id()).header("Idempotency-Key", key())
                .body(Map.of("shop", shop.code(), "visit", visit, "lines", wish(shop, rice, 1).get("lines")))
                .post("/api/desk/redemptions").then().statusCode(201).body("balance", equalTo(20));
        people.as(wang.id()).accept("text/html").get("/shop?shop=" + shop.code()).then().body(containsString("20"));
    }

    @Test
    void a_deduction_takes_what_the_family_has_then_leaves_a_shortfall_that_anybodys_points_settle_first() {
        pooled();
        Posted fine = done(deduct(bao, 100));
        assertThat(fine).extracting(Posted::moved, Posted::shortfall, Posted::balance).containsExactly(70L, 30L, 0L);
        assertThat(points(bao)).isEqualTo(new Balance(0, 0, 30));
        shops.points(wang, 12);
        assertThat(List.of(points(wang), points(bao))).containsExactly(new Balance(0, 0, 0), new Balance(0, 0, 18));
        people.as(wang.id()).get("/api/me/statement").then().body("items[0].title", equalTo("补扣以前没有扣清的积分"));
        shops.points(li, 20);
        assertThat(List.of(points(li), points(bao))).containsExactly(new Balance(2, 0, 0), new Balance(0, 0, 0));
        assertThat(done(ledger.post(new Command.Reversal(source("reversal"), "test", fine.transfer()))).balance()).isEqualTo(102);
        assertThat(List.of(points(wang), points(li), points(bao))).containsExactly(new Balance(30, 0, 0), new Balance(42, 0, 0),
                new Balance(30, 0, 0));
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void what_a_reversal_does_not_find_is_settled_from_the_familys_points() {
        pooled();
        long award = done(ledger.post(new Command.Move(source("award"), "test", Asset.POINTS, Owner.ISSUER, owner(bao), 10)))
                .transfer();
        spend(bao, 10);
        assertThat(done(ledger.post(new Command.Reversal(source("reversal"), "test", award))))
                .extracting(Posted::moved, Posted::shortfall, Posted::balance).containsExactly(10L, 0L, 60L);
        assertThat(List.of(points(wang), points(bao))).containsExactly(new Balance(20, 0, 0), new Balance(0, 0, 0));
    }

    @Test
    void what_the_family_gave_ends_with_the_rest_and_not_by_itself() {
        pooled();
        Posted spent = done(spend(wang, 50));
        long part = ledger.statement(owner(li), Asset.POINTS, Long.MAX_VALUE, 1).get(0).transfer();
        assertThat(ledger.post(new Command.Reversal(source("reversal"), "test", part))).isEqualTo(new Refused(Reason.UNKNOWN));
        say("separate");
        Command.Reversal whole = new Command.Reversal(source("reversal"), "test", spent.transfer());
        assertThat(done(ledger.post(whole))).extracting(Posted::moved, Posted::balance).containsExactly(50L, 30L);
        assertThat(ledger.post(whole)).isEqualTo(new Refused(Reason.ALREADY_REVERSED));
        assertThat(List.of(points(wang), points(li))).containsExactly(new Balance(30, 0, 0), new Balance(40, 0, 0));
    }

    @Test
    void a_gift_in_the_family_is_ones_own_points_first() {
        pooled();
        Posted gift = done(ledger.post(new Command.Move(source("award"), "test", Asset.POINTS, owner(li), owner(wang), 40)));
        assertThat(gift.balance()).isEqualTo(70);
        assertThat(ledger.post(new Command.Move(source("award"), "test", Asset.POINTS, owner(li), owner(wang), 1)))
                .isEqualTo(new Refused(Reason.NOT_ENOUGH));
        assertThat(List.of(points(wang), points(li))).containsExactly(new Balance(70, 0, 0), new Balance(0, 0, 0));
    }

    @Test
    void a_gift_that_only_the_family_gave_and_that_is_gone_is_owed_by_its_receiver() {
        pooled();
        Member stranger = people.resident(village, "高建军");
        Posted gift = done(ledger.post(new Command.Move(source("award"), "test", Asset.POINTS, owner(bao), owner(stranger), 35)));
        spend(stranger, 35);
        assertThat(done(ledger.post(new Command.Reversal(source("reversal"), "test", gift.transfer()))))
                .extracting(Posted::moved, Posted::shortfall).containsExactly(0L, 35L);
        assertThat(List.of(points(wang), points(li), points(stranger))).containsExactly(new Balance(30, 0, 0),
                new Balance(40, 0, 0), new Balance(0, 0, 35));
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void what_others_owe_cannot_be_spent() {
        deduct(bao, 25);
        pooled();
        assertThat(ledger.spendable(owner(wang))).isEqualTo(45);
        assertThat(spend(wang, 46)).isEqualTo(new Refused(Reason.NOT_ENOUGH));
        assertThat(done(spend(wang, 45)).balance()).isEqualTo(25);
    }

    @Test
    void only_ones_own_points_expire() {
        pooled();
        assertThat(ledger.post(new Command.Move(source("expiry"), "test", Asset.POINTS, owner(wang), Owner.EXPIRED, 31)))
                .isEqualTo(new Refused(Reason.NOT_ENOUGH));
        assertThat(done(ledger.post(new Command.Move(source("expiry"), "test", Asset.POINTS, owner(wang), Owner.EXPIRED, 30)))
                .moved()).isEqualTo(30);
        assertThat(points(li)).isEqualTo(new Balance(40, 0, 0));
    }

    @Test
    void a_family_that_spends_from_twenty_hands_at_once_spends_no_more_than_it_has() throws Exception {
        pooled();
        List<Member> family = List.of(wang, li, bao);
        List<Callable<Outcome>> acts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Member one = family.get(i % 3);
            acts.add(() -> spend(one, 7));
        }
        assertThat(atOnce(acts)).filteredOn(Posted.class::isInstance).hasSize(10);
        assertThat(List.of(points(wang), points(li), points(bao))).containsOnly(new Balance(0, 0, 0));
        assertThat(ledger.check().problems()).isEmpty();
    }

    private static List<Outcome> atOnce(List<Callable<Outcome>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try {
            List<Future<Outcome>> running = acts.stream().map(act -> threads.submit(() -> {
                start.await();
                return act.call();
            })).toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void an_administrator_is_asked_before_it_changes_and_residents_see_whose_the_points_are() {
        String page = "/units/" + village.id() + "/points";
        people.as(admin.id()).accept("text/html").get(page).then().statusCode(200).body(containsString("现在：各用各的"))
                .body(containsString("还没有改过"));
        people.as(admin.id()).accept("text/html").get(page + "/pooling?setting=POOLED").then().statusCode(200)
                .body(containsString("一户人可以用彼此的积分"));
        people.as(admin.id()).get("/api/units/" + village.id() + "/pooling").then().body("pooled", equalTo(false));
        people.as(wang.id()).accept("text/html").get("/passbook").then().body(not(containsString("全家共用")));
        people.as(admin.id()).contentType("application/x-www-form-urlencoded").formParam("setting", "POOLED").redirects()
                .follow(false).post(page + "/pooling").then().statusCode(303);
        people.as(admin.id()).accept("text/html").get(page).then().body(containsString("现在：各用各的"));
        people.confirm(secretary.id(), people.as(secretary.id()).get("/api/second-person").path("items[0].id"));
        people.as(admin.id()).accept("text/html").get(page + "?saved").then().body(containsString("现在：全家共用"))
                .body(containsString("员工改为“全家共用”"));
        people.as(wang.id()).accept("text/html").get("/passbook").then().body(containsString("全家共用"))
                .body(containsString("李强")).body(containsString("王小宝"));
        people.as(wang.id()).accept("text/html").get("/").then().body(containsString("全家共用")).body(containsString("李强"));
        people.as(admin.id()).accept("text/html").get("/admin/units").then().body(containsString(page));
    }
}
