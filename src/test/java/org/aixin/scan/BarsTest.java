package org.aixin.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.oned.EAN13Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class BarsTest {
    private static byte[] photo(double turned) throws Exception {
        BufferedImage bars = MatrixToImageWriter
                .toBufferedImage(new EAN13Writer().encode("6901234567892", BarcodeFormat.EAN_13, 400, 180));
        BufferedImage photo = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(new Color(150, 90, 80));
        pen.fillRect(0, 0, 1200, 1600);
        pen.rotate(turned, 600, 800);
        pen.drawImage(bars, 400, 700, null);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpg", bytes);
        return bytes.toByteArray();
    }

    @Test
    void the_bars_on_goods_are_read_upright_and_turned() throws Exception {
        for (double turned : new double[]{0, 0.1, Math.PI / 2, Math.PI}) {
            assertThat(new PhotoReader(() -> 0).read(photo(turned))).as("turned by " + turned).hasValue("6901234567892");
        }
    }
}
