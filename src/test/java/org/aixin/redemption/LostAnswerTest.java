package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.BadNetwork;
import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection is cut when the answer comes: it was decided, and nobody knows. */
@QuarkusTest
class LostAnswerTest {
    @Inject
    TestPeople people;

    @Inject
    TestShops shops;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    private final HttpClient http = HttpClient.newHttpClient();
    private BadNetwork cutting;
    private Unit village;
    private Shop shop;
    private Goods rice;
    private Member wang;

    @BeforeEach
    void a_bad_network() throws Exception {
        cutting = new BadNetwork(vertx, RestAssured.port).cuts(1);
        village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, 50);
        shops.stock(shop, rice, 10);
        wang = people.resident(village, "王秀英");
        shops.points(wang, 500);
    }

    @AfterEach
    void the_network_goes() {
        cutting.close();
    }

    private HttpResponse<String> post(int port, String path, long by, String key, Map<String, ?> body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + people.token(by)).header("Content-Type", "application/json")
                .header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sent into the bad network, then twice again through a good one: both times the first answer. */
    private String lostAndSentAgain(String path, long by, Map<String, ?> body) throws Exception {
        String key = key();
        assertThatThrownBy(() -> post(cutting.port(), path, by, key, body)).isInstanceOf(IOException.class);
        HttpResponse<String> again = post(RestAssured.port, path, by, key, body);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(post(RestAssured.port, path, by, key, body).body()).isEqualTo(again.body());
        return again.body();
    }

    private int orders() {
        return sql.first("SELECT COUNT(*) FROM orders WHERE shop_id = ?", row -> row.getInt(1), shop.id()).orElseThrow();
    }

    @Test
    void what_was_reserved_is_reserved_once_and_collected_once() throws Exception {
        String reserved = lostAndSentAgain("/api/orders", wang.id(), wish(shop, rice, 2));
        assertThat(orders()).isEqualTo(1);
        shops.has(shop, rice, 10, 2);
        Person clerk = people.staff(village, Role.CLERK);
        lostAndSentAgain("/api/desk/collections", clerk.id(),
                Map.of("shop", shop.code(), "code", JsonPath.from(reserved).getString("code")));
        shops.has(shop, rice, 8, 0);
        assertThat(shops.available(wang)).isEqualTo(400);
    }
}
