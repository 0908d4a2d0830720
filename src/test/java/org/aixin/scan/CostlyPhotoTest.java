package org.aixin.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.aixin.kernel.JpegScans;
import org.aixin.kernel.Problem;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Large photos, and files that were made to look like larger ones: each is answered, and none takes the service with it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class CostlyPhotoTest {
    private final PhotoReader photos = new PhotoReader();
    /** Has all the time it wants: what can be read does not hang on what else the machine does. */
    private final PhotoReader patient = new PhotoReader(() -> 0);

    private String refusal(byte[] photo) {
        return catchThrowableOfType(Problem.class, () -> photos.read(photo)).code();
    }

    private static byte[] jpeg(BufferedImage image, boolean inPasses) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(inPasses ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /** A gray table with a code on it that takes a fifth of the photo's width. */
    private static BufferedImage table(int width, int height, String code) throws Exception {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = photo.createGraphics();
        pen.fillRect(width / 8, height / 8, width / 2, height / 2);
        pen.drawImage(MatrixToImageWriter
                .toBufferedImage(new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, width / 5, width / 5)), width / 4,
                height / 4, null);
        pen.dispose();
        return photo;
    }

    /** The last pass of a progressive JPEG, over and over again. */
    private static byte[] inPasses(int side, int passes) throws Exception {
        byte[] once = jpeg(new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY), true);
        int last = once.length - 2;
        while ((once[last] & 0xFF) != 0xFF || (once[last + 1] & 0xFF) != 0xDA) {
            last--;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(once, 0, last);
        for (int i = 0; i < passes; i++) {
            bytes.write(once, last, once.length - 2 - last);
        }
        bytes.write(new byte[]{(byte) 0xFF, (byte) 0xD9});
        return bytes.toByteArray();
    }

    /** A PNG of some hundred bytes whose head claims this size. */
    private static byte[] claiming(int width, int height) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", bytes);
        byte[] png = bytes.toByteArray();
        CRC32 sum = new CRC32();
        for (int i = 0; i < 4; i++) {
            png[16 + i] = (byte) (width >>> 24 - 8 * i);
            png[20 + i] = (byte) (height >>> 24 - 8 * i);
        }
        sum.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (sum.getValue() >>> 24 - 8 * i);
        }
        return png;
    }

    @Test
    void the_code_is_found_in_a_photo_of_fifty_million_pixels() throws Exception {
        assertThat(patient.read(jpeg(table(8660, 5770, "3123456789012347"), false))).hasValue("3123456789012347");
    }

    @Test
    void an_ordinary_progressive_photo_is_read() throws Exception {
        assertThat(patient.read(jpeg(table(4000, 3000, "3123456789012347"), true))).hasValue("3123456789012347");
    }

    @Test
    void a_jpeg_that_is_drawn_a_thousand_times_is_refused_before_it_is_drawn_once() throws Exception {
        long start = System.nanoTime();
        assertThat(refusal(inPasses(3000, 3000))).isEqualTo("photo_too_large");
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void what_claims_to_be_huge_is_refused_by_its_head() throws Exception {
        assertThat(refusal(claiming(30_000, 30_000))).isEqualTo("photo_too_large");
        assertThat(refusal(claiming(100_000_000, 1))).isEqualTo("photo_too_large");
        assertThat(refusal(claiming(Integer.MAX_VALUE, Integer.MAX_VALUE))).isEqualTo("photo_too_large");
        assertThat(refusal(claiming(65_536, 65_536))).isEqualTo("photo_too_large");
    }

    @Test
    void the_passes_of_a_jpeg_are_counted_and_those_of_its_thumbnail_are_not() throws Exception {
        byte[] plain = jpeg(new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY), false);
        assertThat(JpegScans.in(plain)).isEqualTo(1);
        assertThat(JpegScans.in(inPasses(40, 30))).isBetween(30, 45);
        byte[] framed = new byte[plain.length * 2 + 4];
        System.arraycopy(plain, 0, framed, 0, 2);
        System.arraycopy(new byte[]{(byte) 0xFF, (byte) 0xE1, (byte) (plain.length + 2 >> 8), (byte) (plain.length + 2)}, 0,
                framed,
                2, 4);
        System.arraycopy(plain, 0, framed, 6, plain.length);
        System.arraycopy(plain, 2, framed, 6 + plain.length, plain.length - 2);
        assertThat(JpegScans.in(framed)).isEqualTo(1);
        assertThat(JpegScans.in(new byte[0])).isEqualTo(1);
        assertThat(JpegScans.in(new byte[]{-1, -40, -1, -38, -1, -1})).isEqualTo(1);
    }

    @Test
    void many_photos_at_once_are_read_two_at_a_time_and_the_others_are_told_to_wait() throws Exception {
        byte[] photo = jpeg(table(9000, 9000, "3123456789012347"), false);
        ExecutorService clerks = Executors.newFixedThreadPool(12);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return photos.read(photo).orElse("no code");
                } catch (Problem refused) {
                    return refused.code() + refused.members().get("retryAfter");
                }
            }, clerks));
        }
        List<String> said = all.stream().map(CompletableFuture::join).toList();
        clerks.shutdown();
        assertThat(said).allSatisfy(one -> assertThat(one).isIn("3123456789012347", "busy3", "no code", "photo_too_largenull"));
        assertThat(patient.read(jpeg(table(800, 600, "3123456789012347"), false))).hasValue("3123456789012347");
    }
}
