package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

class QuestionPicturesTest {
    @Test
    void a_picture_full_of_detail_is_still_light_enough_for_a_phone() throws IOException {
        byte[] plain = QuestionPictures.Drawn.of(png(false)).small(), busy = QuestionPictures.Drawn.of(png(true)).small();
        assertThat(ImageIO.read(new ByteArrayInputStream(plain)).getWidth()).isEqualTo(640);
        assertThat(busy).hasSizeBetween(10_000, 36 * 1024);
    }

    private static byte[] png(boolean busy) throws IOException {
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int i = 0; busy && i < 800 * 600; i++) {
            picture.setRGB(i % 800, i / 800, random.nextInt(0x1000000));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
