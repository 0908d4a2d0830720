package org.aixin.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GoodsAsTheyAreTest {
    @Inject
    TestPeople people;
    @Inject
    Shops shops;
    @Inject
    Catalogue catalogue;
    Unit village;
    Goods rice;
    long admin;

    @BeforeEach
    void rice() {
        village = people.village();
        rice = catalogue.add(village, word(), "大米", "袋", 50, null);
        admin = people.staff(village, Role.ADMIN).id();
    }

    private static String word() {
        return "g" + UUID.randomUUID().toString().substring(0, 12);
    }

    private static String ean() {
        String twelve = "69%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L));
        for (int last = 0;; last++) {
            if (Ean.fits(twelve + last)) {
                return twelve + last;
            }
        }
    }

    private ValidatableResponse change(Map<String, Object> what) {
        return people.as(admin).body(what).patch("/api/goods/" + rice.code()).then();
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    @Test
    void goods_are_found_by_their_label_and_by_the_makers_code() {
        String ean = ean();
        change(Map.of("ean", ean)).statusCode(200).body("ean", equalTo(ean)).body("label", equalTo(rice.label()));
        for (String digits : new String[]{rice.label(), ean}) {
            assertThat(catalogue.byScan(digits)).get().extracting(Goods::id).isEqualTo(rice.id());
            people.as(admin).get("/api/goods/by-scan/" + digits).then().statusCode(200).body("code", equalTo(rice.code()));
        }
        assertThat(catalogue.byScan(ean())).isEmpty();
        assertThat(catalogue.byScan("123456789012")).isEmpty();
        change(Map.of("ean", "")).statusCode(200).body("ean", nullValue());
        assertThat(catalogue.byScan(ean)).isEmpty();
    }

    @Test
    void a_makers_code_is_checked_and_stands_for_one_kind_of_goods() {
        String ean = ean();
        char wrong = ean.charAt(12) == '9' ? '0' : (char) (ean.charAt(12) + 1);
        change(Map.of("ean", ean.substring(0, 12) + wrong)).statusCode(422).body("code", equalTo("ean_refused"));
        change(Map.of("ean", "123")).statusCode(422).body("code", equalTo("ean_refused"));
        change(Map.of("ean", rice.label())).statusCode(422).body("code", equalTo("ean_of_shop"));
        people.as(admin).body(Map.of("code", word(), "name", "油", "points", 5, "unit", "桶", "ean", ean)).post("/api/goods").then()
                .statusCode(201).body("ean", equalTo(ean));
        change(Map.of("ean", ean)).statusCode(409).body("code", equalTo("ean_taken")).body("detail", containsString("油"));
    }

    @Test
    void a_photo_is_kept_small_and_can_be_looked_at_by_anybody() throws IOException {
        String address = "/api/goods/" + rice.code() + "/photo";
        people.as(admin).contentType("image/png").body(picture(1200, 900, "png")).post(address).then().statusCode(201);
        String photo = catalogue.named(rice.code()).photo();
        for (Map.Entry<String, Integer> size : Map.of("", 800, "?size=small", 200).entrySet()) {
            byte[] image = io.restassured.RestAssured.get("/goods/" + rice.code() + "/photo" + size.getKey()).then()
                    .statusCode(200).contentType("image/jpeg").extract().asByteArray();
            assertThat(ImageIO.read(new ByteArrayInputStream(image)).getWidth()).isEqualTo(size.getValue());
        }
        people.as(admin).contentType("image/png").body("no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(address).then().statusCode(415);
        assertThat(catalogue.named(rice.code()).photo()).isNotNull().isEqualTo(photo);
        people.as(admin).delete(address).then().statusCode(204);
        io.restassured.RestAssured.get("/goods/" + rice.code() + "/photo").then().statusCode(404);
    }

    @Test
    void a_pause_says_why_until_it_is_over() {
        change(Map.of("status", "PAUSED", "reason", "受潮")).statusCode(200).body("pauseReason", equalTo("受潮"));
        change(Map.of("points", 40)).statusCode(200).body("pauseReason", equalTo("受潮")).body("status", equalTo("PAUSED"));
        change(Map.of("status", "ACTIVE")).statusCode(200).body("pauseReason", nullValue());
        Shop shop = shops.add(word(), "店", Shop.Kind.FIXED, village, null);
        people.as(admin).body(Map.of("paused", true, "reason", "盘点")).patch("/api/shops/" + shop.code()).then().statusCode(200)
                .body("pauseReason", equalTo("盘点"));
        people.as(admin).body(Map.of("paused", false)).patch("/api/shops/" + shop.code()).then().body("pauseReason", nullValue());
    }
}
