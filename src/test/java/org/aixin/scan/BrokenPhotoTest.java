package org.aixin.scan;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import javax.imageio.ImageIO;

import org.aixin.kernel.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Photos that are none, or that were made to keep the desk busy. */
class BrokenPhotoTest {
    private static final byte[] TINY_WEBP = HexFormat.of()
            .parseHex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700");
    private final PhotoReader photos = new PhotoReader();

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_webp_that_never_ends_is_given_up() {
        byte[] endless = HexFormat.of().parseHex("524946461a000000574542505650384c0d0000002f00000010074911118888910700");
        assertThat(refusal(endless)).isEqualTo("photo_unreadable");
    }

    @Test
    void a_photo_of_one_pixel_shows_no_code() throws IOException {
        assertThat(photos.read(TINY_WEBP)).isEmpty();
        assertThat(photos.read(png(1, 1))).isEmpty();
        assertThat(photos.read(png(1, 5000))).isEmpty();
    }

    @Test
    @Timeout(value = 120, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_damaged_photo_is_refused_or_shows_no_code() throws IOException {
        byte[] whole = png(40, 40);
        byte[] lossy = HexFormat.of().parseHex(
                "52494646240000005745425056503820180000003001009d012a0100010002003425a400037000fefb940000");
        Random random = new Random(20261121);
        for (int i = 0; i < 300; i++) {
            damaged(whole, random);
            damaged(TINY_WEBP, random);
            damaged(lossy, random);
        }
    }

    private void damaged(byte[] whole, Random random) {
        byte[] photo = Arrays.copyOf(whole, random.nextInt(8) == 0 ? random.nextInt(whole.length) : whole.length);
        for (int i = random.nextInt(5); i >= 0 && photo.length > 0; i--) {
            photo[random.nextInt(photo.length)] = (byte) random.nextInt();
        }
        try {
            assertThat(photos.read(photo)).isEmpty();
        } catch (Problem refused) {
            assertThat(refused.code()).isIn("photo_unreadable", "photo_too_large", "media_type_unsupported");
        }
    }

    private String refusal(byte[] photo) {
        return catchThrowableOfType(Problem.class, () -> photos.read(photo)).code();
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
