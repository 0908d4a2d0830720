package org.aixin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import org.aixin.seal.Seal;
import org.aixin.seal.Seals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hangs on the wall: sealed so that paper can be held against the ledger, and never naming a child. */
@QuarkusTest
class NoticeOnTheWallTest {
    @Inject
    TestPeople people;
    @Inject
    Seals seals;
    @Inject
    Closing closing;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;

    private Unit village;
    private long organizer;
    private long reviewer;

    @BeforeEach
    void a_village() {
        village = people.village();
        organizer = people.staff(village, Role.ORGANIZER).id();
        reviewer = people.staff(village, Role.REVIEWER).id();
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private ValidatableResponse send(long who, String path, Map<String, ?> body) {
        return people.as(who).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path).then();
    }

    private String noticed(Member who) {
        String at = new TestClock().instant().minus(Duration.ofDays(1)).toString();
        String claim = send(who.id(), "/api/claims", Map.of("rule", "cleanup", "occurredAt", at, "note", "扫了广场"))
                .statusCode(201).extract().path("id");
        send(reviewer, "/api/claims/" + claim + "/review", Map.of("approve", true)).statusCode(200);
        return sql.first("SELECT id FROM notice WHERE unit = ?", row -> row.getString(1), village.id()).orElseThrow();
    }

    private ValidatableResponse notice(String id) {
        return RestAssured.get("/api/notices/" + id).then().statusCode(200);
    }

    private ValidatableResponse page(String id) {
        return RestAssured.given().accept("text/html").get("/notices/" + id).then().statusCode(200);
    }

    @Test
    void a_notice_carries_the_first_seal_over_all_its_rows() throws Exception {
        String notice = noticed(people.resident(village, "王秀英"));
        notice(notice).body("seal", nullValue());
        page(notice).body(containsString("一分钟内做好"), not(containsString("seal-code")));
        Seal seal = seals.seal(null).orElseThrow();
        noticed(people.resident(village, "刘二梅"));
        notice(notice).body("seal", nullValue());
        Seal both = seals.seal(null).orElseThrow();
        assertThat(both.number()).isGreaterThan(seal.number());
        people.resident(village, "别人");
        Map<String, String> shown = notice(notice).body("seal.number", equalTo((int) both.number()))
                .body("seal.root", equalTo(both.root())).body("seal.size", equalTo((int) both.size())).extract().path("seal");
        assertThat(shown.get("signature")).isEqualTo(both.signature());
        page(notice).body(containsString("第 " + both.number() + " 份防改凭证"), containsString("<figure class=\"seal-code\"><svg"));
        assertThat(isSigned(both.printed())).isTrue();
        assertThat(isSigned(both.printed().replace(" " + both.size() + " ", " " + (both.size() + 1) + " "))).isFalse();
    }

    /** As somebody with nothing but the paper and the public key would check it. */
    private boolean isSigned(String printed) throws Exception {
        List<String> parts = List.of(printed.split(" "));
        String pem = RestAssured.get("/api/seals/key").then().extract()
                .path("items.find { it.id == '" + parts.get(1) + "' }.pem");
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        signature.update((String.join("\n", parts.subList(0, 6)) + "\n").getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(parts.get(6)));
    }

    @Test
    void a_child_is_named_nowhere_and_credited_like_anybody() {
        Member child = people.resident(village, "赵小朋");
        people.as(organizer).contentType(ContentType.JSON).body(Map.of("child", true)).patch("/api/members/" + child.id()).then()
                .statusCode(200).body("child", equalTo(true));
        String notice = noticed(child);
        notice(notice).body("rows[0].name", equalTo(Member.UNNAMED)).body("rows[0].points", equalTo(3))
                .body("size", equalTo(1));
        page(notice).body(containsString(Member.UNNAMED), not(containsString("赵")));
        TestClock.advance(Duration.ofDays(7));
        closing.sweep();
        assertThat(ledger.balance(Owner.member(child.id()), Asset.POINTS).balance()).isEqualTo(3);
    }

    @Test
    void who_is_marked_as_a_child_later_is_gone_from_what_hangs_already() {
        Member child = people.resident(village, "赵小朋");
        Member other = people.resident(village, "赵大朋");
        String notice = noticed(child);
        noticed(other);
        notice(notice).body("rows[0].name", containsString("赵*朋（"));
        people.as(organizer).contentType(ContentType.JSON).body(Map.of("child", true)).patch("/api/members/" + child.id()).then()
                .statusCode(200);
        notice(notice).body("rows[0].name", equalTo(Member.UNNAMED)).body("rows[1].name", equalTo("赵*朋"));
    }

    @Test
    void the_mark_is_given_by_organizers_within_their_reach_only() {
        Member child = people.resident(village, "赵小朋");
        long elsewhere = people.staff(people.village(), Role.ORGANIZER).id();
        people.as(elsewhere).contentType(ContentType.JSON).body(Map.of("child", true)).patch("/api/members/" + child.id()).then()
                .statusCode(403).body("code", equalTo("not_allowed"));
        people.as(organizer).contentType(ContentType.JSON).body(Map.of()).patch("/api/members/" + child.id()).then()
                .statusCode(422).body("code", equalTo("value_refused"));
        people.as(organizer).contentType(ContentType.JSON)
                .body(Map.of("name", "钱小童", "unit", Long.toString(village.id()), "child", true)).post("/api/members").then()
                .statusCode(201);
        people.as(organizer).get("/api/members?query=钱小童").then().body("items[0].child", equalTo(true));
    }

    @Test
    void english_readers_get_an_english_title() {
        String notice = noticed(people.resident(village, "王秀英"));
        RestAssured.given().accept("text/html").cookie("lang", "en").get("/notices/" + notice).then()
                .body(containsString("points to be credited"), not(containsString("积分公示</h1>")));
    }
}
