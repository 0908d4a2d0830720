package org.aixin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.kernel.Exif;
import org.aixin.kernel.KeptPhoto;
import org.aixin.kernel.TestClock;
import org.aixin.standard.Villagers.Villager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Photos of claims: kept upright without what the camera wrote, told apart from those used before. */
@QuarkusTest
class ClaimPhotosTest {
    @Inject
    Villagers villagers;
    @Inject
    Claims claims;
    @Inject
    ClaimRows rows;
    @Inject
    ClaimPhotos photos;

    private Unit village;
    private Villager resident;
    private String claim;

    @BeforeEach
    void a_claim() {
        village = villagers.village();
        resident = villagers.villager(village, "王秀英", Role.RESIDENT);
        claim = claim(resident, "cleanup");
    }

    private static String claim(Villager who, String rule) {
        String at = new TestClock().instant().minus(Duration.ofDays(1)).toString();
        return who.sends(Map.of("rule", rule, "occurredAt", at, "note", "扫了街")).post("/api/claims").then().statusCode(201)
                .extract().path("id");
    }

    /** A picture whose upper left corner is red, the rest blue. */
    static byte[] picture(int width, int height, String format, int shade) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0, 0, shade));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** The same JPEG with what a camera writes: held so, taken then. */
    static byte[] shot(byte[] jpeg, int orientation, String taken) throws IOException {
        ByteBuffer tiff = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(38).putInt(0);
        tiff.putShort((short) 1).putShort((short) 0x9003).putShort((short) 2).putInt(20).putInt(56).putInt(0);
        tiff.put((taken + "\0").getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[]{(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + 6 + 100)});
        out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.write(tiff.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private ValidatableResponse add(Villager who, String to, byte[] photo) {
        return who.asks().contentType("image/jpeg").body(photo).post("/api/claims/" + to + "/photos").then();
    }

    @Test
    void a_photo_is_kept_upright_small_and_without_what_the_camera_wrote() throws IOException {
        byte[] photo = shot(picture(2400, 1200, "jpeg", 200), 6, "2026:11:20 08:12:30");
        add(resident, claim, photo).statusCode(201);
        ClaimPhotos.Photo kept = photos.of(rows.claim(Long.parseLong(claim))).get(0);
        assertThat(kept.taken()).isEqualTo("2026-11-20 08:12");
        KeptPhoto picture = KeptPhoto.of(photo);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(800, 1600);
        assertThat(new Color(image.getRGB(image.getWidth() - 20, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(image.getRGB(20, 20)).getRed()).isLessThan(60);
        assertThat(new String(picture.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif").doesNotContain("2026:11");
    }

    @Test
    void the_same_file_is_refused_on_its_claim_and_shown_on_another() throws IOException {
        byte[] photo = shot(picture(60, 40, "jpeg", 9), 1, claim);
        add(resident, claim, photo).statusCode(201);
        add(resident, claim, photo).statusCode(409).body("code", equalTo("photo_there_already"));
        Villager other = villagers.villager(village, "刘二梅", Role.RESIDENT);
        String again = claim(other, "patrol");
        add(other, again, photo).statusCode(201);
        assertThat(photos.of(rows.claim(Long.parseLong(again))).get(0).elsewhere()).extracting(one -> Long.toString(one.id()))
                .containsExactly(claim);
    }

    @Test
    void what_is_no_photo_is_refused_with_a_sentence_and_keeps_nothing() throws IOException {
        add(resident, claim, "<svg/>".getBytes(StandardCharsets.UTF_8)).statusCode(415).body("code",
                equalTo("photo_kind_refused"));
        add(resident, claim, new byte[0]).statusCode(415);
        byte[] half = picture(600, 400, "png", 50);
        add(resident, claim, Arrays.copyOf(half, half.length / 2)).statusCode(422)
                .body("code", equalTo("photo_unreadable"));
        assertThat(rows.claim(Long.parseLong(claim)).photos()).isZero();
    }

    @Test
    void six_photos_are_enough() throws IOException {
        for (int i = 1; i <= 6; i++) {
            add(resident, claim, picture(40, 40, "png", i * 30)).statusCode(201);
        }
        add(resident, claim, picture(40, 40, "png", 255)).statusCode(409).body("code", equalTo("too_many_photos"));
    }

    @Test
    void nobody_else_adds_a_photo() throws IOException {
        Villager other = villagers.villager(village, "刘二梅", Role.RESIDENT);
        add(other, claim, picture(40, 40, "png", 1)).statusCode(403);
    }

    @Test
    void a_broken_head_says_nothing() {
        assertThat(Exif.of(new byte[0]).orientation()).isEqualTo(1);
        assertThat(
                Exif.of(new byte[]{-1, -40, -1, -31, 0, 20, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, -1, -1, -1, 127}).taken())
                .isNull();
    }
}
