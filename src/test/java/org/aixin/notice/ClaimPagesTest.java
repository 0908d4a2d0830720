package org.aixin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims, reviews, notices and objections as people press them, without JavaScript. */
@QuarkusTest
class ClaimPagesTest {
    @Inject
    TestPeople people;

    @Inject
    Closing closing;

    @Inject
    Ledger ledger;

    @Inject
    Sql sql;

    private Unit village;
    private Member resident;
    private Member neighbour;
    private long reviewer;
    private long reviewer2;

    @BeforeEach
    void a_village() {
        village = people.village();
        resident = people.resident(village, "王秀英");
        neighbour = people.resident(village, "刘二梅");
        reviewer = people.staff(village, Role.REVIEWER).id();
        reviewer2 = people.staff(village, Role.REVIEWER).id();
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private RequestSpecification browser(long who) {
        return RestAssured.given().redirects().follow(false).auth().preemptive().oauth2(people.token(who)).accept("text/html");
    }

    private RequestSpecification form(long who) {
        return browser(who).contentType(ContentType.URLENC.withCharset("UTF-8"));
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private ValidatableResponse claim(String key, String day, String note, byte[] photo) {
        return browser(resident.id()).multiPart("key", key).multiPart("rule", "cleanup").multiPart("day", day)
                .multiPart(new MultiPartSpecBuilder(note).controlName("note").charset("UTF-8").build())
                .multiPart("photo", "a.png", photo, "image/png").post("/claims").then();
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private int kept() {
        return sql.first("SELECT COUNT(*) FROM claim WHERE member = ?", row -> row.getInt(1), resident.id()).orElseThrow();
    }

    private String id() {
        return sql.first("SELECT id FROM claim WHERE member = ?", row -> row.getString(1), resident.id()).orElseThrow();
    }

    private String notice() {
        return sql.first("SELECT id FROM notice WHERE unit = ?", row -> row.getString(1), village.id()).orElseThrow();
    }

    private ValidatableResponse review(boolean approve, String note) {
        return form(reviewer).formParam("key", UUID.randomUUID().toString()).formParam("approve", approve)
                .formParam("note", note).post("/reviews/" + id()).then();
    }

    @Test
    void a_claim_goes_from_the_form_to_the_wall_and_into_the_passbook() throws IOException {
        String key = UUID.randomUUID().toString();
        claim(key, today(), "扫了 <b>广场</b> 🧹", photo()).statusCode(303);
        claim(key, today(), "扫了 <b>广场</b> 🧹", photo()).statusCode(303);
        assertThat(kept()).isEqualTo(1);
        browser(resident.id()).get("/claims").then().body(containsString("已提交，等审核")).body(not(containsString("<b>广场")));
        browser(reviewer).get("/reviews").then().statusCode(200).body(containsString("王秀英")).body(containsString("等审核 1 份"));
        String page = browser(reviewer).get("/reviews/" + id()).then().statusCode(200).extract().asString();
        String image = page.replaceAll("(?s).*<img src=\"(/claims/\\d+/photos/\\d+)\".*", "$1");
        browser(reviewer).accept("*/*").get(image).then().statusCode(200).contentType("image/jpeg");
        browser(neighbour.id()).accept("*/*").get(image).then().statusCode(403);
        review(true, "").statusCode(303);
        browser(resident.id()).get("/claims").then().body(containsString("待公示结束"));
        RestAssured.get("/notices").then().statusCode(200).body(containsString("积分公示"));
        RestAssured.given().accept("text/html").get("/notices/" + notice()).then().statusCode(200).body(containsString("王*英"))
                .body(not(containsString("王秀英"))).body(not(containsString("提异议</a>")));
        TestClock.advance(Duration.ofDays(7));
        closing.sweep();
        browser(resident.id()).get("/claims").then().body(containsString("已入账"));
    }

    @Test
    void a_rejected_claim_tells_why() throws IOException {
        claim(UUID.randomUUID().toString(), today(), "扫地", new byte[0]).statusCode(303);
        review(false, "照片看不清").statusCode(303);
        browser(resident.id()).get("/claims").then().body(containsString("没有通过")).body(containsString("照片看不清"));
    }

    @Test
    void bad_input_keeps_nothing_and_what_was_typed() {
        String tomorrow = LocalDate.parse(today()).plusDays(1).toString();
        claim(UUID.randomUUID().toString(), tomorrow, "明天的事", new byte[0]).body(containsString("时间还没有到"))
                .body(containsString("明天的事"));
        claim(UUID.randomUUID().toString(), today(), "不是照片", "<svg>".getBytes()).body(containsString("这不是照片"));
        claim(UUID.randomUUID().toString(), "+999999999-12-31", "远", new byte[0]).body(containsString("不符合要求"));
        claim(UUID.randomUUID().toString(), today(), " ", new byte[0]).body(containsString("还没有填写"));
        assertThat(kept()).isZero();
    }

    @Test
    void an_objection_is_made_answered_and_shown_on_the_notice() {
        claim(UUID.randomUUID().toString(), today(), "扫地", new byte[0]).statusCode(303);
        review(true, "").statusCode(303);
        browser(neighbour.id()).get("/notices/" + notice()).then().body(containsString("提异议</a>"));
        browser(neighbour.id()).get("/notices/" + notice() + "/objections?row=1").then().statusCode(200);
        form(neighbour.id()).formParam("key", UUID.randomUUID().toString()).formParam("row", "1")
                .formParam("reason", "没有扫 <i>").post("/notices/" + notice() + "/objections").then().statusCode(303);
        browser(reviewer2).get("/objections").then().body(containsString("没有扫 &lt;i&gt;")).body(containsString("刘二梅"));
        String objection = sql.first("SELECT j.id FROM objection j WHERE j.member = ?", row -> row.getString(1), neighbour.id())
                .orElseThrow();
        form(reviewer2).formParam("uphold", "true").formParam("reply", "核实过，没有扫").post("/objections/" + objection).then()
                .statusCode(303);
        RestAssured.given().accept("text/html").get("/notices/" + notice()).then().body(containsString("核实过，没有扫"))
                .body(containsString("已撤下")).body(not(containsString("刘二梅")));
        assertThat(ledger.balance(Owner.member(resident.id()), Asset.POINTS).balance()).isZero();
    }
}
