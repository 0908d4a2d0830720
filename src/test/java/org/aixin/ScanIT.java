package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.aixin.embedded.RunningService;

import com.google.gson.JsonObject;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every way to bring a code to the desk, in a real browser: keys of a scanner, an input method, a photo, the live camera. */
@ExtendWith({ChromiumIsThere.class, DemoVillage.Opened.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(RunningService.NOISE)
class ScanIT {
    private static final String RESIDENT = "13800000001", NEIGHBOUR = "13800000006", SECRET = "aixin2026", SHOP = "郭家庄爱心超市";
    private DemoVillage village;
    private Screen clerk;
    private Screen resident;

    @BeforeAll
    void a_clerk_at_the_desk(DemoVillage village) {
        this.village = village;
        clerk = atDesk(village.chromium());
        resident = village.chromium().phone().signIn(RESIDENT, SECRET);
    }

    private static Screen atDesk(Chromium chromium) {
        return chromium.desk().signIn("clerk", SECRET).open("/desk").tap(SHOP).sees("请扫码");
    }

    private String reserved() {
        resident.open("/shop").tap(SHOP).choose("酱油", "1 瓶").tap("选好了").sees("看看对不对").tap("预约").sees("请让超市管理员扫这个码");
        return resident.code();
    }

    private void cancel() {
        resident.tap("不要了，取消预约").sees("要取消预约吗？").tap("取消预约").sees("已取消");
    }

    private Screen shoot(String digits) {
        clerk.page().keyboard().type(digits, new Keyboard.TypeOptions().setDelay(4));
        return clerk;
    }

    /** By a live code of somebody who shows none elsewhere: one opens one visit in half a minute. */
    private void visit() {
        Screen neighbour = village.chromium().phone().signIn(NEIGHBOUR, SECRET).open("/code").sees("请让超市管理员扫这个码");
        shoot(neighbour.code());
        clerk.page().waitForURL("**/desk/scan");
        neighbour.context().close();
    }

    private boolean isReady() {
        return Boolean.TRUE.equals(clerk.page().evaluate("() => document.activeElement.matches('[data-scan]')"));
    }

    @Test
    void a_scanner_that_sends_no_enter_is_understood_and_a_bad_code_does_not_stop_it() {
        String order = reserved();
        clerk.open("/desk");
        shoot("123456").sees("不认识这个码").picture("scan-unknown");
        assertThat(isReady()).isTrue();
        shoot(order.substring(0, 15) + (char) ('0' + (order.charAt(15) - '0' + 1) % 10)).sees("数字不对");
        assertThat(isReady()).isTrue();
        shoot(order).sees("可以交付").picture("scan-order");
        cancel();
        shoot(order).sees("已取消");
    }

    @Test
    void digits_that_come_through_the_chinese_input_method_are_read() {
        String order = reserved();
        clerk.open("/desk");
        CDPSession keyboard = clerk.context().newCDPSession(clerk.page());
        StringBuilder wide = new StringBuilder();
        order.chars().forEach(digit -> {
            wide.append((char) (digit - '0' + '０'));
            JsonObject typed = new JsonObject();
            typed.addProperty("text", wide.toString());
            typed.addProperty("selectionStart", wide.length());
            typed.addProperty("selectionEnd", wide.length());
            keyboard.send("Input.imeSetComposition", typed);
        });
        clerk.sees("输入法没有关");
        JsonObject all = new JsonObject();
        all.addProperty("text", wide.toString());
        keyboard.send("Input.insertText", all);
        clerk.sees("可以交付");
        cancel();
    }

    @Test
    void the_scanner_alone_fills_a_basket_and_hands_it_over() {
        String soap = label("香皂");
        clerk.open("/desk");
        shoot(soap).sees("先扫居民的码");
        clerk.open("/desk");
        visit();
        clerk.sees("张爱国", "可用积分").picture("scan-visit").fill("毛巾", "1");
        clerk.page().getByLabel("毛巾").focus();
        shoot(soap).sees("可以交付", "毛巾", "香皂"); // taken out of the quantity again
        shoot("00" + command("12")).sees("3 件").picture("scan-basket");
        shoot("00" + command("01")).sees("已交付").picture("scan-done");
        shoot("00" + command("03")).sees("请扫码");
    }

    @Test
    void a_photo_that_is_uploaded_is_read() throws Exception {
        String order = reserved();
        photograph(frame(order)).sees("可以交付", "酱油");
        photograph(new byte[]{1, 2, 3}).sees("知道了，扫下一个（回车）");
        cancel();
    }

    private Screen photograph(byte[] photo) {
        clerk.open("/desk").page().locator(".photo input[type=file]")
                .setInputFiles(new FilePayload("code.jpg", "image/jpeg", photo));
        return clerk;
    }

    @Test
    void the_live_camera_reads_what_is_held_before_it_and_is_not_offered_on_plain_http() throws Exception {
        String order = reserved();
        clerk.open("/desk").sees("请用“拍照”");
        try (Chromium camera = village.chromiumWithCamera(film(order))) {
            Screen desk = atDesk(camera);
            desk.tap("实时扫码").sees("可以交付", "酱油").picture("scan-camera");
        }
        cancel();
    }

    /** The five digits of a command, read off the printed sheet, less the two noughts. */
    private String command(String number) {
        Screen sheet = village.chromium().desk().signIn("clerk", SECRET).open("/desk/commands");
        String digits = sheet.page().locator(".code-digits", new Page.LocatorOptions()
                .setHasText(Pattern.compile("^00" + number))).first().innerText();
        sheet.context().close();
        return digits.substring(2);
    }

    private String label(String goods) {
        Screen labels = village.chromium().desk().signIn("clerk", SECRET).open("/admin/goods/labels/print");
        String digits = labels.page().locator(".labels li:has-text('" + goods + "') .code-digits").first().innerText();
        labels.context().close();
        return digits.replaceAll("[^0-9]", "");
    }

    /** What the camera sees: an empty table, then the code. */
    private static Path film(String code) throws Exception {
        Path film = Files.createTempFile("code", ".mjpeg");
        film.toFile().deleteOnExit();
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            frames.writeBytes(frame(i < 10 ? null : code));
        }
        return Files.write(film, frames.toByteArray());
    }

    private static byte[] frame(String code) throws IOException, WriterException {
        BufferedImage frame = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        pen.setColor(new Color(150, 140, 130));
        pen.fillRect(0, 0, 640, 480);
        if (code != null) {
            pen.rotate(0.2, 320, 240);
            pen.drawImage(MatrixToImageWriter.toBufferedImage(new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, 260, 260)),
                    190,
                    110, null);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(frame, "jpg", bytes);
        return bytes.toByteArray();
    }
}
