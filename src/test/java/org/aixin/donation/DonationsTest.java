package org.aixin.donation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.redemption.TestShops;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DonationsTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops things;
    @Inject
    BusinessTime time;
    Unit village;
    Shop shop;
    Goods rice;
    Person clerk;
    Person admin;
    String donor;

    @BeforeEach
    void a_shop() {
        village = people.village();
        shop = things.shop(village);
        rice = things.goods(village, 5);
        clerk = people.staff(village, Role.CLERK);
        admin = people.staff(village, Role.ADMIN);
        donor = "供电所" + TestShops.word();
    }

    private ValidatableResponse give(Person who, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("donor", donor, "donorKind", "organization"));
        body.putAll(more);
        return people.as(who.id()).header("Idempotency-Key", TestShops.key()).body(body).post("/api/donations").then();
    }

    private JsonPath rice(int quantity, boolean named) {
        return give(clerk, Map.of("shop", shop.code(), "named", named, "event", "冬季送温暖", "note", "只给自己人看",
                "lines", List.of(Map.of("goods", rice.code(), "quantity", quantity, "bestBefore",
                        time.today().plusDays(20).toString()))))
                .statusCode(201).extract().jsonPath();
    }

    private void takes(Member member, int quantity) {
        things.points(member, 100);
        String code = people.as(member.id()).header("Idempotency-Key", TestShops.key()).body(TestShops.wish(shop, rice, quantity))
                .post("/api/orders").then().statusCode(201).extract().path("code");
        people.as(clerk.id()).header("Idempotency-Key", TestShops.key()).body(Map.of("shop", shop.code(), "code", code))
                .post("/api/desk/collections").then().statusCode(201);
    }

    @Test
    void from_a_batch_to_the_households_it_reached() {
        JsonPath given = rice(10, true);
        Member wang = people.resident(village, "王秀英"), mate = people.resident(village, "王小明",
                Objects.requireNonNull(wang.household())), li = people.resident(village, "李大爷");
        takes(wang, 2);
        takes(mate, 1);
        takes(li, 1);
        people.as(clerk.id()).get("/api/donations/" + given.getString("id") + "/people").then().statusCode(200)
                .body("items[0].handedOut", equalTo(4)).body("items[0].left", equalTo(6)).body("items[0].households", equalTo(2))
                .body("items[0].people.name", contains("李大爷", "王小明", "王秀英"));
        people.as(clerk.id()).get("/donations/" + given.getString("id")).then().statusCode(200).body(containsString("李大爷"));
        String report = "/api/donors/" + given.getString("donor") + "/report";
        people.as(clerk.id()).get(report).then().statusCode(200).body("households", equalTo(2))
                .body("goods[0].received", equalTo(10)).body("goods[0].handedOut", equalTo(4)).body("goods[0].left", equalTo(6))
                .body("goods[0].expiring", equalTo(6)).body("events", contains("冬季送温暖"));
        people.as(clerk.id()).get("/donations/donors/" + given.getString("donor") + "/report").then().statusCode(200)
                .body(containsString("2 户")).body(not(containsString("李大爷")));
        assertThat(people.as(clerk.id()).get(report + ".xlsx").then().statusCode(200).extract().asByteArray())
                .startsWith('P', 'K');
        String board = given().get("/api/donations?limit=100").then().statusCode(200)
                .body("items.find { it.donor == '" + donor + "' }.households", equalTo(2)).extract().asString();
        assertThat(board).doesNotContain("李大爷").doesNotContain("只给自己人看");
    }

    @Test
    void only_who_agreed_is_named_and_may_think_better_of_it() {
        String id = rice(1, false).getString("donor");
        given().get("/donations").then().statusCode(200).body(not(containsString(donor))).body(containsString("爱心人士"));
        people.as(clerk.id()).contentType("application/x-www-form-urlencoded").redirects().follow(false)
                .formParam("named", "true")
                .post("/donations/donors/" + id).then().statusCode(303);
        given().get("/donations").then().body(containsString(donor));
        rice(1, false);
        given().get("/donations").then().body(not(containsString(donor)));
    }

    @Test
    void money_goes_into_the_fund_that_there_is() {
        String unit = Long.toString(village.id());
        Map<String, Object> money = Map.of("fen", 123400, "unit", unit, "named", true);
        give(clerk, money).statusCode(403);
        String id = give(admin, money).statusCode(201).body("fen", equalTo(123400)).extract().path("id");
        List<String> words = people.as(admin.id()).get("/api/solvency/fund?limit=100").then().extract().path("items.words");
        assertThat(words).contains(donor);
        given().get("/donations").then().body(containsString("1,234.00"));
        given().get("/api/donations?limit=100").then().body("items.id", hasItem(id));
        String entry = people.as(admin.id()).get("/api/solvency/fund").then().extract()
                .path("items.find { it.words == '" + donor + "' }.id");
        people.as(admin.id()).header("Idempotency-Key", TestShops.key()).body(Map.of("reason", "记错了"))
                .post("/api/solvency/fund/" + entry + "/reversal").then().statusCode(201);
        given().get("/api/donations?limit=100").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void a_large_gift_waits_for_a_second_person_before_it_stands_on_the_board() {
        String id = rice(201, true).getString("id");
        given().get("/api/donations?limit=100").then().body("items.id", not(hasItem(id)));
        String slip = people.as(admin.id()).get("/api/shops/" + shop.code() + "/slips").then().extract().path("items[0].id");
        people.as(admin.id()).header("Idempotency-Key", TestShops.key()).body("{}")
                .post("/api/shops/" + shop.code() + "/slips/" + slip + "/confirmation").then().statusCode(201);
        given().get("/api/donations?limit=100").then().body("items.id", hasItem(id));
    }

    @Test
    void a_gift_is_goods_or_money_and_comes_into_ones_own_shop() {
        give(clerk, Map.of()).statusCode(422).body("code", equalTo("donation_what"));
        give(clerk, Map.of("shop", shop.code(), "fen", 1)).statusCode(422);
        give(clerk, Map.of("shop", "none")).statusCode(422);
        give(clerk, Map.of("shop", shop.code(), "lines", List.of())).statusCode(422);
        give(clerk, Map.of("shop", shop.code(), "day", LocalDate.now().plusDays(3).toString(), "lines",
                List.of(Map.of("goods", rice.code(), "quantity", 1)))).statusCode(422).body("code", equalTo("day_refused"));
        Person stranger = people.staff(people.village(), Role.CLERK);
        give(stranger, Map.of("shop", shop.code(), "lines", List.of(Map.of("goods", rice.code(), "quantity", 1))))
                .statusCode(403);
        String id = rice(1, true).getString("id");
        people.as(stranger.id()).get("/api/donations/" + id + "/people").then().statusCode(403);
        people.as(stranger.id()).get("/donations/" + id).then().statusCode(403);
    }
}
