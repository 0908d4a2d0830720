package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.wish;
import static org.hamcrest.Matchers.equalTo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.scan.PhotoReader;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PhotoTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    Shop shop;
    long clerk;
    String code;

    @BeforeEach
    void a_reserved_order() {
        Unit village = people.village();
        shop = shops.shop(village);
        Goods rice = shops.goods(village, 5);
        shops.stock(shop, rice, 3);
        Member wang = people.resident(village, "王秀英");
        shops.points(wang, 100);
        clerk = people.staff(village, Role.CLERK).id();
        code = people.as(wang.id()).header("Idempotency-Key", key()).body(wish(shop, rice, 1)).post("/api/orders").then()
                .statusCode(201).extract().path("code");
    }

    private ValidatableResponse send(byte[] photo, String type) {
        return people.as(clerk).contentType(type).queryParam("shop", shop.code()).body(photo).post("/api/desk/scan-photo").then();
    }

    /** A code on a table, as a phone would see it: small, turned and on a grey ground. */
    private static BufferedImage photo(String text, double turned) throws Exception {
        BufferedImage qr = MatrixToImageWriter.toBufferedImage(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 420, 420));
        BufferedImage photo = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(new Color(140, 130, 120));
        pen.fillRect(0, 0, 1600, 1200);
        pen.rotate(turned, 800, 600);
        pen.drawImage(qr, 590, 390, null);
        pen.dispose();
        return photo;
    }

    private static byte[] bytes(BufferedImage image, String format) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    @Test
    void a_photo_of_the_code_is_as_good_as_a_scan() throws Exception {
        for (double turned : new double[]{0, 0.3, Math.PI / 4, Math.PI}) {
            send(bytes(photo(code, turned), "jpg"), "image/jpeg").statusCode(200).body("order.code", equalTo(code));
        }
        send(bytes(photo(code, 0.1), "png"), "image/png").statusCode(200).body("kind", equalTo("order"));
    }

    @Test
    void a_photo_without_a_code_says_so() throws Exception {
        send(bytes(new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB), "jpg"), "image/jpeg").statusCode(422)
                .body("code", equalTo("no_code_found"));
    }

    @Test
    void somebody_elses_code_is_shown_as_it_was_read() throws Exception {
        send(bytes(photo("https://example.org/x", 0), "png"), "image/png").statusCode(404).body("code", equalTo("unknown_code"))
                .body("read", equalTo("https://example.org/x"));
    }

    @Test
    void what_is_no_photo_is_refused() {
        send("not a picture".getBytes(), "image/jpeg").statusCode(415);
        send(new byte[0], "image/jpeg").statusCode(415);
        send(new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16}, "image/jpeg").statusCode(422)
                .body("code", equalTo("photo_unreadable"));
        send(new byte[PhotoReader.MOST_BYTES + 1], "image/jpeg").statusCode(413);
    }

    @Test
    void a_picture_that_claims_to_be_huge_is_not_unpacked() throws Exception {
        byte[] png = bytes(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        for (int side = 16; side <= 20; side += 4) {
            png[side] = 0;
            png[side + 1] = 1;
            png[side + 2] = 0;
            png[side + 3] = 0;
        }
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (sum.getValue() >>> 24 - 8 * i);
        }
        send(png, "image/png").statusCode(422).body("code", equalTo("photo_too_large"));
    }
}
