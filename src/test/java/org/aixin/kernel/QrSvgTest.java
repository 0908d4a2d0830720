package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

class QrSvgTest {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\d+z");
    private static final int SCALE = 8;

    @Test
    void a_scanner_reads_exactly_the_text() throws Exception {
        for (String text : new String[]{"30718824559028", "爱心超市", "https://example.org/a?b=1&c=2"}) {
            BufferedImage seen = drawn(QrSvg.of(text));
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(seen)));
            assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(text);
        }
    }

    @Test
    void it_has_nothing_that_the_content_security_policy_forbids() {
        assertThat(QrSvg.of("1")).doesNotContain("style").doesNotContain("script");
    }

    private static BufferedImage drawn(String svg) {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int modules = Integer.parseInt(size.group(1));
        BufferedImage image = new BufferedImage(modules * SCALE, modules * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        for (Matcher run = RUN.matcher(svg); run.find();) {
            pen.fillRect(Integer.parseInt(run.group(1)) * SCALE, Integer.parseInt(run.group(2)) * SCALE,
                    Integer.parseInt(run.group(3)) * SCALE, SCALE);
        }
        pen.dispose();
        return image;
    }
}
