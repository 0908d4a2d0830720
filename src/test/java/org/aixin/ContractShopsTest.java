package org.aixin;

import static io.restassured.RestAssured.given;
import static org.aixin.ContractTest.OFFSET_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.kernel.TestClock;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other programs hold us to: shops, orders, the desk. */
@QuarkusTest
class ContractShopsTest {
    @Inject
    Village villages;
    private Village.Furnished village;

    @BeforeEach
    void a_village_with_rice() {
        village = villages.furnished(10, 40);
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private ValidatableResponse post(Role role, String path, Map<String, ?> body) {
        return village.as(role).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path).then();
    }

    private JsonPath order(int quantity) {
        return village.done(Role.RESIDENT, "/api/orders", village.wish(quantity));
    }

    private ValidatableResponse scan(String code) {
        return post(Role.CLERK, "/api/desk/scan", Map.of("shop", village.shop(), "code", code));
    }

    private ValidatableResponse collect(String code) {
        return post(Role.CLERK, "/api/desk/collections", Map.of("shop", village.shop(), "code", code));
    }

    private ValidatableResponse redeem(String visit, int quantity, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(village.wish(quantity));
        body.put("visit", visit);
        body.putAll(more);
        return post(Role.CLERK, "/api/desk/redemptions", body);
    }

    private String liveCode() {
        return village.as(Role.RESIDENT).get("/api/me/code").jsonPath().getString("code");
    }

    private ValidatableResponse stock() {
        return given().get("/api/shops/" + village.shop() + "/stock").then().statusCode(200);
    }

    @Test
    void anyone_sees_goods_shops_and_stock() {
        stock().body("items[0].goods", equalTo(village.rice())).body("items[0].onHand", equalTo(10))
                .body("items[0].held", equalTo(0)).body("items[0].available", equalTo(10)).body("items[0].points", equalTo(5));
        given().get("/api/goods?limit=100").then().statusCode(200).body("items.code", notNullValue());
    }

    @Test
    void what_a_clerk_adds_stays_proposed() {
        String code = "p" + village.rice();
        village.done(Role.CLERK, "/api/goods", Map.of("code", code, "name", "香油", "points", 9, "unit", "瓶"));
        given().get("/api/goods?limit=100").then().body("items.code", not(hasItem(code)));
        post(Role.RESIDENT, "/api/orders", Map.of("shop", village.shop(), "lines", List.of(Map.of("goods", code, "quantity", 1))))
                .statusCode(409);
    }

    @Test
    void slips_move_stock_in_out_over_and_straight() {
        String van = village.shop() + "-van", at = Long.toString(village.unit().id()),
                slips = "/api/shops/" + village.shop() + "/slips";
        village.done(Role.ADMIN, "/api/shops", Map.of("code", van, "name", "车", "kind", "MOBILE", "unit", at));
        Object lines = village.wish(4).get("lines");
        village.done(Role.CLERK, slips, Map.of("kind", "OUT", "reason", "受潮", "lines", lines));
        village.done(Role.CLERK, slips, Map.of("kind", "TRANSFER", "toShop", van, "reason", "上车", "lines", lines));
        village.done(Role.CLERK, slips,
                Map.of("kind", "ADJUST", "reason", "盘点", "lines", List.of(Map.of("goods", village.rice(), "quantity", -1))));
        stock().body("items[0].onHand", equalTo(1));
        given().get("/api/shops/" + van + "/stock").then().body("items[0].onHand", equalTo(4));
        post(Role.CLERK, slips, Map.of("kind", "OUT", "reason", "x", "lines", lines)).statusCode(409).body("code",
                equalTo("out_of_stock")).body("goods", equalTo(village.rice()));
    }

    @Test
    void a_reservation_holds_points_and_goods_until_it_is_cancelled() {
        JsonPath order = order(2);
        assertThat(order.getString("status")).isEqualTo("reserved");
        assertThat(order.getString("code")).matches("[0-9]{12,}");
        assertThat(order.getInt("points")).isEqualTo(10);
        assertThat(order.getString("expiresAt")).matches(OFFSET_TIME);
        String path = "/api/orders/" + order.getString("id");
        village.as(Role.RESIDENT).get("/api/me/balance").then().body("held", equalTo(10)).body("available", equalTo(30))
                .body("points", equalTo(40));
        stock().body("items[0].held", equalTo(2)).body("items[0].available", equalTo(8));
        for (Role role : List.of(Role.RESIDENT, Role.CLERK, Role.ADMIN)) {
            village.as(role).get(path).then().statusCode(200).body("status", equalTo("reserved"));
            village.as(role).get(path + "/code.svg").then().statusCode(200).contentType("image/svg+xml");
        }
        post(Role.RESIDENT, path + "/cancellation", Map.of()).body("status", equalTo("cancelled"));
        village.as(Role.RESIDENT).get("/api/me/balance").then().body("held", equalTo(0)).body("available", equalTo(40));
        stock().body("items[0].held", equalTo(0));
        collect(order.getString("code")).statusCode(409).body("code", equalTo("order_cancelled"));
    }

    @Test
    void a_reservation_says_why_it_cannot_be() {
        post(Role.RESIDENT, "/api/orders", village.wish(11)).statusCode(409).body("code", equalTo("out_of_stock")).body("goods",
                equalTo(village.rice()));
        post(Role.RESIDENT, "/api/orders", village.wish(9)).statusCode(409).body("code", equalTo("not_enough_points"));
        village.as(Role.ADMIN).body(Map.of("monthlyLimit", 1)).patch("/api/goods/" + village.rice()).then().statusCode(200);
        order(1);
        post(Role.RESIDENT, "/api/orders", village.wish(1)).statusCode(409).body("code", equalTo("limit_reached"));
    }

    @Test
    void a_second_collection_says_when_by_whom_and_where() {
        String code = order(1).getString("code");
        scan(code).statusCode(200).body("kind", equalTo("order")).body("order.status", equalTo("reserved"));
        stock().body("items[0].onHand", equalTo(10));
        collect(code).statusCode(201).body("orderId", matchesPattern("[0-9]+")).body("status", equalTo("collected")).body("at",
                matchesPattern(OFFSET_TIME));
        stock().body("items[0].onHand", equalTo(9)).body("items[0].held", equalTo(0));
        collect(code).statusCode(409).body("code", equalTo("already_collected")).body("at", matchesPattern(OFFSET_TIME))
                .body("by", equalTo("员工")).body("shop", equalTo(village.shop()));
    }

    @Test
    void a_live_code_opens_one_visit_for_one_basket() {
        String code = liveCode();
        String visit = scan(code).statusCode(200).body("kind", equalTo("member")).body("needsSecret", equalTo(false)).extract()
                .path("visit");
        redeem(visit, 2, Map.of()).statusCode(201).body("orderId", matchesPattern("[0-9]+")).body("points", equalTo(10))
                .body("balance", equalTo(30));
        redeem(visit, 1, Map.of()).statusCode(409).body("code", equalTo("code_used"));
        scan(code).statusCode(409).body("code", equalTo("code_used"));
        stock().body("items[0].onHand", equalTo(8));
    }

    @Test
    void codes_and_visits_end() {
        String code = liveCode(), other = scan(code).extract().path("visit");
        TestClock.advance(Duration.ofMinutes(11));
        redeem(other, 1, Map.of()).statusCode(409).body("code", equalTo("visit_expired"));
        String late = liveCode();
        TestClock.advance(Duration.ofMinutes(2));
        scan(late).statusCode(409).body("code", equalTo("code_expired"));
    }

    @Test
    void a_card_identifies_and_the_secret_pays() {
        String card = village.done(Role.ORGANIZER, "/api/members/" + village.wang().id() + "/cards", Map.of()).getString("card");
        String visit = scan(card).statusCode(200).body("needsSecret", equalTo(true)).extract().path("visit");
        redeem(visit, 1, Map.of()).statusCode(403).body("code", equalTo("secret_wrong"));
        redeem(visit, 1, Map.of("secret", "wrong")).statusCode(403).body("code", equalTo("secret_wrong"));
        redeem(visit, 1, Map.of("secret", TestPeople.SECRET)).statusCode(201).body("balance", equalTo(35));
    }

    @Test
    void a_photo_is_read_or_refused() throws IOException, WriterException {
        photo(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB)).statusCode(422).body("code", equalTo("no_code_found"));
        photo(qr("https://example.org")).statusCode(404).body("code", equalTo("unknown_code")).body("read",
                equalTo("https://example.org"));
        photo(qr(order(1).getString("code"))).statusCode(200).body("kind", equalTo("order"));
    }

    private ValidatableResponse photo(BufferedImage photo) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "png", bytes);
        return village.as(Role.CLERK).contentType("image/png").queryParam("shop", village.shop()).body(bytes.toByteArray())
                .post("/api/desk/scan-photo").then();
    }

    private static BufferedImage qr(String text) throws WriterException {
        return MatrixToImageWriter.toBufferedImage(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 300, 300));
    }

    @Test
    void a_hand_over_is_taken_back_by_the_clerk_at_once_and_later_by_an_administrator() {
        JsonPath first = order(1), second = order(1);
        collect(first.getString("code")).statusCode(201);
        collect(second.getString("code")).statusCode(201);
        String undo = "/api/orders/" + first.getString("id") + "/reversal", late = "/api/orders/" + second.getString("id")
                + "/reversal";
        post(Role.CLERK, undo, Map.of("reason", "拿错了")).statusCode(201);
        post(Role.CLERK, undo, Map.of("reason", "拿错了")).statusCode(409);
        TestClock.advance(Duration.ofMinutes(10));
        post(Role.CLERK, late, Map.of("reason", "拿错了")).statusCode(403);
        post(Role.ADMIN, late, Map.of("reason", "拿错了")).statusCode(201);
        stock().body("items[0].onHand", equalTo(10)).body("items[0].held", equalTo(0));
        village.as(Role.RESIDENT).get("/api/me/balance").then().body("points", equalTo(40)).body("held", equalTo(0));
        village.as(Role.RESIDENT).get("/api/orders/" + first.getString("id")).then().body("status", equalTo("reversed"));
    }
}
