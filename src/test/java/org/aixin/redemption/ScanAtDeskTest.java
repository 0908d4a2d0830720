package org.aixin.redemption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counter run by a scanner alone: a person, goods, commands. */
@QuarkusTest
class ScanAtDeskTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    BusinessTime time;
    Shop shop;
    Goods rice;
    Goods soy;
    Member wang;
    long clerk;
    String visit;

    @BeforeEach
    void a_visit() {
        Unit village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, 50);
        soy = shops.goods(village, 10);
        shops.stock(shop, rice, 3);
        shops.stock(shop, soy, 10);
        wang = people.resident(village, "王秀英");
        shops.points(wang, 200);
        clerk = people.staff(village, Role.CLERK).id();
        String code = people.as(wang.id()).get("/api/me/code").then().extract().path("code");
        visit = hidden(scan(code, "", "").extract().asString(), "visit");
    }

    private ValidatableResponse scan(String code, String visit, String basket) {
        return given().auth().preemptive().oauth2(people.token(clerk)).accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("shop", shop.code(), "code", code, "visit", visit, "basket", basket)).post("/desk/scan").then()
                .statusCode(200);
    }

    private static String hidden(String page, String name) {
        Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    private String basket(ValidatableResponse page) {
        return hidden(page.extract().asString(), "basket");
    }

    @Test
    void labels_fill_the_basket_and_a_command_says_how_many() {
        String one = basket(scan(rice.label(), visit, "").body(containsString("可以交付")).body(containsString("余 150 分")));
        String two = basket(scan(soy.label(), visit, one).body(containsString("余 140 分")));
        String four = basket(scan(CommandCode.FOUR.digits(), visit, two).body(containsString("余 110 分")));
        assertThat(four).isEqualTo(rice.code() + ":1 " + soy.code() + ":4");
        String page = scan(rice.label(), visit, four).body(containsString("余 60 分")).extract().asString();
        given().auth().preemptive().oauth2(people.token(clerk)).accept("text/html").redirects().follow(false)
                .formParams(Map.of("shop", shop.code(), "visit", visit, "n_" + rice.code(), "2", "n_" + soy.code(), "4", "key",
                        hidden(page, "key")))
                .post("/desk/redemptions").then().statusCode(303);
        shops.has(shop, rice, 1, 0);
        shops.has(shop, soy, 6, 0);
    }

    @Test
    void what_cannot_be_added_leaves_the_basket_as_it_was() {
        String three = rice.code() + ":3";
        assertThat(basket(scan(rice.label(), visit, three).body(containsString("余 50 分")))).isEqualTo(three);
        assertThat(basket(scan(CommandCode.FIVE.digits(), visit, soy.code() + ":1 " + rice.code() + ":2")
                .body(containsString("class=\"result again\"")))).isEqualTo(soy.code() + ":1 " + rice.code() + ":2");
        assertThat(basket(scan(soy.label(), visit, rice.code() + ":3 " + soy.code() + ":5").body(containsString("积分不够"))))
                .isEqualTo(rice.code() + ":3 " + soy.code() + ":5");
    }

    @Test
    void goods_or_a_command_without_a_person_say_what_to_scan_first() {
        scan(rice.label(), "", "").body(containsString("请先扫居民的码，再扫东西")).body(containsString("50 分"));
        scan(CommandCode.TWO.digits(), "", "").body(containsString("先扫东西"));
        scan(CommandCode.TWO.digits(), visit, "").body(containsString("先扫东西"));
        scan(CommandCode.CONFIRM.digits(), "", "").body(containsString("没有要确认的"));
    }

    @Test
    void the_label_of_a_batch_stands_for_its_goods_until_its_last_day_is_over() {
        people.as(clerk).header("Idempotency-Key", TestShops.key())
                .body(Map.of("kind", "IN", "reason", "进货", "lines",
                        List.of(Map.of("goods", rice.code(), "quantity", 5, "bestBefore", time.today().plusDays(1).toString()))))
                .post("/api/shops/" + shop.code() + "/slips").then().statusCode(201);
        String label = people.as(clerk).get("/api/shops/" + shop.code() + "/batches").then().extract()
                .path("items.find { it.bestBefore != null }.label");
        scan(label, visit, "").body(containsString("余 150 分"));
        TestClock.advance(Duration.ofDays(2));
        try {
            scan(label, "", "").body(containsString("过期"));
        } finally {
            TestClock.reset();
        }
    }

    @Test
    void what_cannot_be_read_stops_nobody_who_is_being_served() {
        for (String code : new String[]{"6901234567892", "nonsense", ""}) {
            assertThat(basket(scan(code, visit, rice.code() + ":2").body(containsString("class=\"result again\""))
                    .body(containsString("余 100 分")))).isEqualTo(rice.code() + ":2");
        }
        scan("6901234567892", "", "").body(containsString("class=\"result stop\""));
    }

    @Test
    void a_program_is_told_which_goods_a_label_stands_for() {
        people.as(clerk).body(Map.of("shop", shop.code(), "code", rice.label())).post("/api/desk/scan").then().statusCode(200)
                .body("kind", equalTo("goods")).body("goods.code", equalTo(rice.code())).body("goods.points", equalTo(50));
    }

    @Test
    void cancel_and_next_clear_the_screen() {
        for (CommandCode command : new CommandCode[]{CommandCode.CANCEL, CommandCode.NEXT}) {
            scan(command.digits(), visit, rice.code() + ":1").body(containsString("请扫码"))
                    .body(not(containsString("name=\"visit\"")));
        }
    }

    @Test
    void a_slip_in_the_digits_of_goods_is_told_from_goods_that_nobody_knows() {
        String label = rice.label();
        char last = label.charAt(12) == '9' ? '0' : (char) (label.charAt(12) + 1);
        scan(label.substring(0, 12) + last, visit, "").body(containsString("数字抄错了"));
        scan("6901234567892", visit, "").body(containsString("不认识这个码"));
        scan(label.chars().mapToObj(c -> String.valueOf((char) (c - '0' + '０'))).reduce("", String::concat), visit, "")
                .body(containsString("余 150 分"));
    }

    @Test
    void a_visit_that_is_none_is_refused_on_the_screen() {
        scan(rice.label(), "no number", "").body(containsString("class=\"result stop\""));
        scan(rice.label(), "123", "").body(containsString("class=\"result stop\""));
    }

    @Test
    void another_clerk_cannot_fill_the_basket_of_a_visit() {
        clerk = people.staff(people.village(), Role.CLERK).id();
        given().auth().preemptive().oauth2(people.token(clerk)).accept("text/html")
                .formParams(Map.of("shop", shop.code(), "code", rice.label(), "visit", visit)).post("/desk/scan").then()
                .statusCode(403);
    }

    @Test
    void the_sheet_of_commands_shows_each_as_a_picture_and_in_digits() {
        String page = given().auth().preemptive().oauth2(people.token(clerk)).accept("text/html").get("/desk/commands").then()
                .statusCode(200).extract().asString();
        for (CommandCode command : CommandCode.values()) {
            assertThat(page).contains(command.digits());
        }
        assertThat(page.split("<svg class=\"qr\"|class=\"qr\"", -1)).hasSize(CommandCode.values().length + 1);
    }
}
