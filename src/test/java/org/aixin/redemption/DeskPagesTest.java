package org.aixin.redemption;

import static io.restassured.RestAssured.given;
import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

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

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages as plain forms, as a browser without JavaScript sends them. */
@QuarkusTest
class DeskPagesTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    Unit village;
    Shop shop;
    Goods rice;
    Member wang;
    long clerk;

    @BeforeEach
    void a_shop() {
        village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, 50);
        shops.stock(shop, rice, 10);
        wang = people.resident(village, "王秀英");
        shops.points(wang, 300);
        clerk = people.staff(village, Role.CLERK).id();
    }

    private RequestSpecification browser(long who) {
        return given().auth().preemptive().oauth2(people.token(who)).accept("text/html").redirects().follow(false);
    }

    private Response sent(long who, String path, Map<String, String> form) {
        return browser(who).formParams(form).post(path);
    }

    private static String hidden(String page, String name) {
        Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    @Test
    void a_resident_reserves_and_the_clerk_hands_over_and_takes_back() {
        browser(wang.id()).get("/shop?shop=" + shop.code()).then().statusCode(200).body(containsString("n_" + rice.code()));
        String confirm = browser(wang.id()).get("/shop/confirm?shop=" + shop.code() + "&n_" + rice.code() + "=2").then()
                .statusCode(200).body(containsString("200")).extract().asString();
        String order = sent(wang.id(), "/shop/orders",
                Map.of("shop", shop.code(), "n_" + rice.code(), "2", "key", hidden(confirm, "key"))).then().statusCode(303)
                .extract()
                .header("Location").replaceAll(".*/", "");
        String page = browser(wang.id()).get("/orders/" + order).then().statusCode(200).body(containsString("<svg")).extract()
                .asString();
        Matcher digits = Pattern.compile("class=\"digits\">([0-9 ]+)<").matcher(page);
        assertThat(digits.find()).isTrue();

        String scanned = sent(clerk, "/desk/scan", Map.of("shop", shop.code(), "code", digits.group(1))).then().statusCode(200)
                .body(containsString("可以交付")).extract().asString();
        String code = hidden(scanned, "code");
        sent(clerk, "/desk/collections", Map.of("shop", shop.code(), "code", code, "key", hidden(scanned, "key"))).then()
                .statusCode(303).header("Location", containsString("/desk?done=" + order));
        browser(clerk).get("/desk?done=" + order).then().statusCode(200).body(containsString("已交付"));
        shops.has(shop, rice, 8, 0);

        sent(clerk, "/desk/collections", Map.of("shop", shop.code(), "code", code, "key", key())).then().statusCode(409)
                .body(containsString("这个码已经领过了"));
        String ask = browser(clerk).get("/desk/undo/" + order).then().statusCode(200).extract().asString();
        sent(clerk, "/desk/undo/" + order, Map.of("reason", "", "other", "拿错了", "key", hidden(ask, "key"))).then()
                .statusCode(303);
        shops.has(shop, rice, 10, 0);
    }

    @Test
    void a_double_press_hands_over_once() {
        String code = people.as(wang.id()).get("/api/me/code").then().extract().path("code");
        String visit = hidden(sent(clerk, "/desk/scan", Map.of("shop", shop.code(), "code", code)).asString(), "visit");
        String basket = sent(clerk, "/desk/basket", Map.of("shop", shop.code(), "visit", visit, "n_" + rice.code(), "2")).then()
                .statusCode(200).body(containsString("余 200 分")).extract().asString();
        Map<String, String> press = Map.of("shop", shop.code(), "visit", visit, "n_" + rice.code(), "2", "key",
                hidden(basket, "key"));
        String first = sent(clerk, "/desk/redemptions", press).then().statusCode(303).extract().header("Location");
        String second = sent(clerk, "/desk/redemptions", press).then().statusCode(303).extract().header("Location");
        assertThat(second).isEqualTo(first);
        shops.has(shop, rice, 8, 0);
        browser(clerk).get("/desk/day").then().statusCode(200).body(containsString("2 袋"));
    }

    @Test
    void a_basket_that_is_too_dear_is_changed_in_the_same_visit() {
        String code = people.as(wang.id()).get("/api/me/code").then().extract().path("code");
        String visit = hidden(sent(clerk, "/desk/scan", Map.of("shop", shop.code(), "code", code)).asString(), "visit");
        String again = sent(clerk, "/desk/basket", Map.of("shop", shop.code(), "visit", visit, "n_" + rice.code(), "9")).then()
                .statusCode(200).body(containsString("积分不够")).body(containsString("value=\"9\"")).extract().asString();
        assertThat(hidden(again, "visit")).isEqualTo(visit);
        sent(clerk, "/desk/basket", Map.of("shop", shop.code(), "visit", visit)).then().body(containsString("还没有选东西"))
                .body(containsString("name=\"n_" + rice.code()));
        shops.has(shop, rice, 10, 0);
    }

    @Test
    void whoever_is_found_by_name_must_type_the_secret() {
        browser(clerk).get("/desk/people?query=王秀").then().statusCode(200).body(containsString("王秀英"));
        String found = sent(clerk, "/desk/people", Map.of("shop", shop.code(), "member", Long.toString(wang.id()))).then()
                .statusCode(200).extract().asString();
        String visit = hidden(found, "visit");
        sent(clerk, "/desk/basket", Map.of("shop", shop.code(), "visit", visit, "n_" + rice.code(), "1")).then().statusCode(200)
                .body(containsString("type=\"password\""));
        sent(clerk, "/desk/redemptions",
                Map.of("shop", shop.code(), "visit", visit, "n_" + rice.code(), "1", "secret", "no", "key",
                        key()))
                .then().statusCode(403).body(containsString("密码不对")).body(containsString("type=\"password\""));
        sent(clerk, "/desk/redemptions", Map.of("shop", shop.code(), "visit", visit, "n_" + rice.code(), "1", "secret",
                TestPeople.SECRET, "key", key())).then().statusCode(303);
        shops.has(shop, rice, 9, 0);
    }

    @Test
    void a_strange_code_is_answered_on_the_screen_and_nothing_is_taken_for_markup() {
        sent(clerk, "/desk/scan", Map.of("shop", shop.code(), "code", "<script>1</script>")).then().statusCode(200)
                .body(containsString("不认识这个码")).body(not(containsString("<script>1")));
        sent(clerk, "/desk/scan", Map.of("shop", shop.code())).then().statusCode(200).body(containsString("请先扫码"));
    }

    @Test
    void a_live_code_page_renews_itself_without_javascript() {
        browser(wang.id()).get("/code").then().statusCode(200).body(containsString("http-equiv=\"refresh\""))
                .body(containsString("<svg")).body(containsString("300"));
    }

    @Test
    void pages_are_for_those_whose_work_they_are() {
        browser(wang.id()).get("/desk").then().statusCode(403);
        browser(clerk).get("/desk").then().statusCode(200);
        people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, rice, 1)).post("/api/orders").then()
                .statusCode(201);
        browser(wang.id()).get("/orders").then().statusCode(200).body(containsString("已预留"));
        browser(people.resident(village, "别人").id()).get("/orders").then().statusCode(200).body(containsString("还没有兑换单"));
    }
}
