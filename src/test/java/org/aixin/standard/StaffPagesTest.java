package org.aixin.standard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.standard.Villagers.Villager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaffPagesTest {
    private static final Pattern REVERSAL = Pattern.compile("/organizer/awards/(\\d+)/reversal");
    @Inject
    Villagers villagers;
    @Inject
    Ledger ledger;
    @Inject
    BusinessTime time;

    private Unit village;
    private Villager organizer;
    private Villager resident;

    @BeforeEach
    void a_village() {
        village = villagers.village();
        organizer = villagers.villager(village, "孙队长", Role.ORGANIZER);
        resident = villagers.villager(village, "韩老栓", Role.RESIDENT);
    }

    @Test
    void a_card_is_scanned_at_roll_call_and_credited_once_for_the_occasion() {
        Response first = call("健身广场", resident.card());
        assertThat(first.statusCode()).isEqualTo(303);
        page(first).then().statusCode(200).body(containsString("韩老栓：＋5 分")).body(containsString("已记 1 人"));
        call("健身广场", "韩老栓").then().statusCode(200).body(containsString("没有重复记"));
        assertThat(points(resident)).isEqualTo(5);
        assertThat(call("村委会", "韩老栓").statusCode()).isEqualTo(303);
        assertThat(points(resident)).isEqualTo(10);
    }

    @Test
    void who_was_corrected_at_roll_call_can_be_credited_again() {
        Response list = page(call("清扫", resident.card()));
        Matcher award = REVERSAL.matcher(list.asString());
        assertThat(award.find()).isTrue();
        for (int press = 0; press < 2; press++) {
            form(organizer).formParam("reason", "记错人了").post("/organizer/awards/" + award.group(1) + "/reversal").then()
                    .statusCode(303);
        }
        assertThat(points(resident)).isZero();
        assertThat(call("清扫", resident.card()).statusCode()).isEqualTo(303);
        assertThat(call("清扫", resident.card()).statusCode()).isEqualTo(200);
        assertThat(points(resident)).isEqualTo(5);
        form(organizer).get("/organizer/awards?member=" + resident.id()).then().statusCode(200)
                .body(containsString("记错人了")).body(containsString("已更正"));
    }

    @Test
    void a_live_code_is_as_good_as_a_card_until_its_time_is_over() {
        String code = resident.asks().get("/api/me/code").then().statusCode(200).extract().path("code");
        assertThat(call("看图识火险", code.replaceAll("(.{4})", "$1 ")).statusCode()).isEqualTo(303);
        assertThat(points(resident)).isEqualTo(5);
        TestClock.advance(Duration.ofMinutes(2));
        try {
            call("村委会", code).then().statusCode(200).body(containsString("过时"));
        } finally {
            TestClock.reset();
        }
        call("村委会", code.replaceFirst(".$", code.endsWith("1") ? "2" : "1")).then().statusCode(200)
                .body(containsString("没有找到"));
        Villager stranger = villagers.villager(villagers.village(), "外村人", Role.RESIDENT);
        call("村委会", stranger.asks().get("/api/me/code").path("code")).then().statusCode(200).body(containsString("没有找到"));
        assertThat(points(resident) + points(stranger)).isEqualTo(5);
    }

    @Test
    void among_several_alike_the_organizer_chooses() {
        Villager other = villagers.villager(village, "韩老栋", Role.RESIDENT);
        call("演练", "韩老").then().statusCode(200).body(containsString("请选一位")).body(containsString("韩老栋"));
        assertThat(points(resident) + points(other)).isZero();
        form(organizer).formParams(occasion("演练")).formParam("member", other.id()).post("/organizer/roll-call").then()
                .statusCode(303);
        assertThat(points(other)).isEqualTo(5);
    }

    @Test
    void a_stranger_at_roll_call_is_not_found_and_typed_markup_is_shown_as_typed() {
        call("<script>x</script>", "<b>谁</b>").then().statusCode(200).body(containsString("没有找到"))
                .body(containsString("&lt;b&gt;谁&lt;/b&gt;")).body(containsString("&lt;script&gt;x&lt;/script&gt;"));
        Villager stranger = villagers.villager(villagers.village(), "外村人", Role.RESIDENT);
        call("演练", stranger.card()).then().statusCode(200).body(containsString("没有找到"));
        assertThat(points(stranger)).isZero();
    }

    @Test
    void an_occasion_cannot_be_in_the_future_or_nameless() {
        Map<String, String> tomorrow = Map.of("rule", "drill", "day", time.today().plusDays(2).toString(), "title", "演练");
        form(organizer).formParams(tomorrow).formParam("who", "韩老栓").post("/organizer/roll-call").then().statusCode(200)
                .body(containsString("不能提前记分"));
        form(organizer).formParams(occasion(" ")).formParam("who", "韩老栓").post("/organizer/roll-call").then().statusCode(422);
        form(organizer).formParams(Map.of("rule", "drill", "day", "x", "title", "y", "who", "z")).post("/organizer/roll-call")
                .then().statusCode(422);
        assertThat(points(resident)).isZero();
    }

    @Test
    void the_secretary_credits_a_kept_pledge_once_however_often_the_button_is_pressed() {
        Villager secretary = villagers.villager(village, "周书记", Role.SECRETARY);
        form(secretary).get("/secretary").then().statusCode(200).body(containsString("韩老栓"));
        for (int press = 0; press < 3; press++) {
            Response done = form(secretary).formParams(Map.of("member", Long.toString(resident.id()), "pledge", "每周看望独居老人",
                    "day", time.today().toString(), "key", "press")).post("/secretary");
            form(secretary).get(done.then().statusCode(303).extract().header("Location")).then().statusCode(200)
                    .body(containsString("每周看望独居老人"));
        }
        assertThat(points(resident)).isEqualTo(5);
    }

    @Test
    void only_the_right_people_see_the_staffs_pages() {
        for (String page : new String[]{"/organizer/roll-call", "/organizer/awards", "/secretary"}) {
            form(resident).get(page).then().statusCode(403).body(containsString("这件事要由负责的工作人员来办"));
        }
        form(organizer).get("/secretary").then().statusCode(403);
    }

    private Response call(String title, @Nullable String who) {
        return form(organizer).formParams(occasion(title)).formParam("who", who).post("/organizer/roll-call");
    }

    private Map<String, String> occasion(String title) {
        return Map.of("rule", "drill", "day", time.today().toString(), "title", title);
    }

    private Response page(Response redirect) {
        return form(organizer).get(redirect.then().statusCode(303).extract().header("Location"));
    }

    private static RequestSpecification form(Villager person) {
        return given().redirects().follow(false).urlEncodingEnabled(false).accept("text/html")
                .header("Authorization", "Bearer " + person.token())
                .contentType(ContentType.URLENC.withCharset("UTF-8"));
    }

    private long points(Villager person) {
        return ledger.balance(Owner.member(person.id()), Asset.POINTS).balance();
    }
}
