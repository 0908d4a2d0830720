package org.aixin.standard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.aixin.AtOnce;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.standard.Villagers.Villager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A deduction is told, heard, and decided by somebody else. */
@QuarkusTest
class DeductionsTest {
    private static final Duration PAST_THE_LAST_DAY = Duration.ofDays(4);
    @Inject
    Villagers villagers;
    @Inject
    TestPeople people;
    @Inject
    Ledger ledger;
    @Inject
    BusinessTime time;

    private Unit village;
    private Villager organizer;
    private Villager secretary;
    private Villager resident;

    @BeforeEach
    void a_village() {
        village = villagers.village();
        organizer = villagers.villager(village, "孙队长", Role.ORGANIZER);
        secretary = villagers.villager(village, "周书记", Role.SECRETARY);
        resident = villagers.villager(village, "王秀英", Role.RESIDENT);
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Nested
    class AsWhoProposes {
        @Test
        void nothing_is_taken_and_the_answer_says_pending() {
            earn();
            deduct(Map.of("note", "健身广场", "reference", "一")).statusCode(201).body("outcome", equalTo("pending"))
                    .body("points", equalTo(-3)).body("shortfall", equalTo(0));
            assertThat(points()).isEqualTo(5);
            deduct(Map.of("note", "健身广场", "reference", "一")).statusCode(409).body("code", equalTo("already_awarded"));
        }

        @Test
        void a_reason_the_right_role_and_another_household_are_needed() {
            deduct(Map.of()).statusCode(422).body("code", equalTo("note_required"));
            Villager kin = villagers.villager(village, "孙大娘", Role.RESIDENT, organizer.household());
            deduct(organizer, kin, Map.of("note", "广场")).statusCode(403).body("code", equalTo("own_household"));
            Villager clerk = villagers.villager(village, "李店员", Role.CLERK);
            deduct(clerk, resident, Map.of("note", "广场")).statusCode(403).body("code", equalTo("rule_not_yours"));
            Villager admin = villagers.villager(village, "管理员", Role.ADMIN);
            deduct(admin, resident, Map.of("note", "广场")).statusCode(201).body("outcome", equalTo("pending"));
        }

        @Test
        void it_can_be_withdrawn_and_proposed_again_but_not_corrected_as_if_it_were_given() {
            String id = deduct(Map.of("note", "广场", "reference", "一")).extract().path("id");
            reverse(id).statusCode(409).body("code", equalTo("award_pending"));
            secretary.asks().delete("/api/proposals/" + id).then().statusCode(403).body("code", equalTo("proposal_not_yours"));
            organizer.asks().delete("/api/proposals/" + id).then().statusCode(204);
            organizer.asks().delete("/api/proposals/" + id).then().statusCode(409).body("code", equalTo("proposal_decided"));
            decide(secretary, id, true).statusCode(409).body("code", equalTo("proposal_decided"));
            reverse(id).statusCode(404);
            deduct(Map.of("note", "广场", "reference", "一")).statusCode(201);
            resident.asks().get("/api/me/deductions").then().body("items.status", equalTo(List.of("open", "withdrawn")));
        }

        @Test
        void it_is_not_decided_by_oneself() {
            String id = deduct(Map.of("note", "广场")).extract().path("id");
            TestClock.advance(PAST_THE_LAST_DAY);
            decide(organizer, id, true).statusCode(403).body("code", equalTo("proposed_by_you"));
        }
    }

    @Nested
    class AsTheResident {
        @Test
        void it_is_told_on_the_first_page_and_can_be_answered_once() {
            String id = deduct(Map.of("note", "健身广场 <b>")).extract().path("id");
            page(resident).get("/").then().statusCode(200).body(containsString("有一条扣分待您说明"));
            page(resident).get("/deductions").then().statusCode(200).body(containsString("乱扔垃圾"))
                    .body(containsString("健身广场 &lt;b&gt;")).body(containsString("送出说明"));
            answer(resident, id, "长".repeat(201)).statusCode(422);
            answer(resident, id, " ").statusCode(422);
            answer(secretary, id, "替她说").statusCode(403);
            answer(villagers.villager(village, "刘二梅", Role.RESIDENT), id, "替她说").statusCode(404);
            answer(resident, id, "那天我不在家").statusCode(200).body("answer", equalTo("那天我不在家"));
            answer(resident, id, "还有话说").statusCode(409).body("code", equalTo("deduction_answered"));
            page(resident).get("/").then().body(not(containsString("待您说明")));
            page(secretary).get("/proposals").then().statusCode(200).body(containsString("那天我不在家"));
        }

        @Test
        void the_page_takes_the_answer_and_a_second_press_does_no_harm() {
            String id = deduct(Map.of("note", "广场")).extract().path("id");
            for (int press = 0; press < 2; press++) {
                page(resident).formParam("answer", "认错").post("/deductions/" + id).then().statusCode(303);
            }
            page(resident).formParam("answer", "又不认").post("/deductions/" + id).then().statusCode(409);
            page(resident).get("/deductions?sent=1").then().body(containsString("已收到您的说明")).body(containsString("您说：认错"));
        }

        @Test
        void after_the_last_day_it_is_too_late() {
            String id = deduct(Map.of("note", "广场")).extract().path("id");
            resident.asks().get("/api/proposals/" + id).then().body("lastDay", equalTo(time.today().plusDays(3).toString()));
            TestClock.advance(PAST_THE_LAST_DAY);
            page(resident).get("/").then().body(not(containsString("待您说明")));
            answer(resident, id, "晚了").statusCode(409).body("code", equalTo("answer_too_late"));
        }

        @Test
        void the_outcome_and_the_reply_are_shown_and_the_passbook_has_its_line() {
            earn();
            String taken = deduct(Map.of("note", "广场")).extract().path("id");
            String dropped = deduct(Map.of("note", "村口")).extract().path("id");
            answer(resident, taken, "认错").statusCode(200);
            answer(resident, dropped, "不是我").statusCode(200);
            decide(secretary, taken, true).statusCode(200).body("status", equalTo("confirmed"));
            decide(secretary, dropped, false).statusCode(200).body("status", equalTo("dropped"));
            page(resident).get("/deductions").then().body(containsString("已扣 3 分")).body(containsString("没有扣分"))
                    .body(containsString("答复：看过了"));
            assertThat(points()).isEqualTo(2);
            resident.asks().get("/api/me/statement").then().body("items[0].points", equalTo(-3))
                    .body("items[0].title", containsString("乱扔垃圾"));
        }
    }

    @Nested
    class AsWhoDecides {
        @Test
        void the_person_is_heard_first() {
            earn();
            String id = deduct(Map.of("note", "广场")).extract().path("id");
            decide(secretary, id, true).statusCode(409).body("code", equalTo("answer_awaited"))
                    .body("lastDay", equalTo(time.today().plusDays(3).toString()));
            TestClock.advance(PAST_THE_LAST_DAY);
            decide(secretary, id, true).statusCode(200);
            assertThat(points()).isEqualTo(2);
            decide(secretary, id, false).statusCode(409).body("code", equalTo("proposal_decided"));
        }

        @Test
        void never_for_ones_own_household_nor_out_of_reach_nor_without_a_reply() {
            String id = answered();
            Villager kin = villagers.villager(village, "王书记", Role.SECRETARY, resident.household());
            decide(kin, id, true).statusCode(403).body("code", equalTo("own_household"));
            Villager stranger = villagers.villager(villagers.village(), "外村书记", Role.SECRETARY);
            decide(stranger, id, true).statusCode(403).body("code", equalTo("not_allowed"));
            secretary.sends(Map.of("confirm", true)).post("/api/proposals/" + id + "/decision").then().statusCode(422);
            secretary.sends(Map.of("reply", "看过了")).post("/api/proposals/" + id + "/decision").then().statusCode(422)
                    .body("field", equalTo("confirm"));
            secretary.asks().body(Map.of("confirm", true, "reply", "看过了")).post("/api/proposals/" + id + "/decision").then()
                    .statusCode(400).body("code", equalTo("idempotency_key_required"));
            assertThat(ledger.balance(Owner.member(resident.id()), Asset.POINTS).owed()).isZero();
        }

        @Test
        void what_is_not_there_is_owed_and_can_be_taken_back() {
            String id = answered();
            decide(secretary, id, true).statusCode(200);
            assertThat(ledger.balance(Owner.member(resident.id()), Asset.POINTS).owed()).isEqualTo(3);
            organizer.asks().get("/api/awards?member=" + resident.id()).then().body("items.id", hasItem(id))
                    .body("items[0].shortfall", equalTo(3));
            reverse(id).statusCode(201);
            assertThat(ledger.balance(Owner.member(resident.id()), Asset.POINTS).owed()).isZero();
            assertThat(ledger.check().problems()).isEmpty();
        }

        @Test
        void by_eight_at_once_it_is_decided_once() {
            String id = answered();
            Villager reviewer = villagers.villager(village, "郑审核", Role.REVIEWER);
            long decided = AtOnce.count(8,
                    i -> decide(i % 2 == 0 ? secretary : reviewer, id, i % 2 == 0).extract().statusCode() == 200);
            assertThat(decided).isEqualTo(1);
            assertThat(ledger.check().problems()).isEmpty();
        }

        @Test
        void the_page_counts_what_waits_and_a_double_press_decides_once() {
            String id = answered();
            page(secretary).get("/proposals").then().statusCode(200).body(containsString("扣分 1 条，记分 0 条"))
                    .body(containsString("王秀英"));
            page(organizer).get("/proposals").then().body(containsString("您提出的，要由别人来定"));
            for (int press = 0; press < 2; press++) {
                page(secretary).formParams(Map.of("confirm", "true", "reply", "看过了", "key", "press")).post("/proposals/" + id)
                        .then().statusCode(303);
            }
            page(secretary).get("/proposals").then().body(containsString("现在没有等人来定的记分"));
            page(resident).get("/proposals").then().statusCode(403);
        }

        private String answered() {
            String id = deduct(Map.of("note", "广场")).statusCode(201).extract().path("id");
            answer(resident, id, "认错").statusCode(200);
            return id;
        }
    }

    private void earn() {
        organizer.sends(Map.of("memberId", Long.toString(resident.id()), "rule", "drill")).post("/api/awards").then()
                .statusCode(201).body("outcome", equalTo("credited"));
    }

    private ValidatableResponse deduct(Map<String, String> more) {
        return deduct(organizer, resident, more);
    }

    private static ValidatableResponse deduct(Villager by, Villager from, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("memberId", Long.toString(from.id()));
        body.put("rule", "litter");
        return by.sends(body).post("/api/awards").then();
    }

    private ValidatableResponse answer(Villager who, String id, String words) {
        return people.as(who.id()).body(Map.of("answer", words)).post("/api/proposals/" + id + "/answer").then();
    }

    /** In a session of its own: those of the staff end after a day's work. */
    private ValidatableResponse decide(Villager by, String id, boolean confirm) {
        return people.as(by.id()).header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("confirm", confirm, "reply", "看过了")).post("/api/proposals/" + id + "/decision").then();
    }

    private ValidatableResponse reverse(String id) {
        return organizer.sends(Map.of("reason", "记错人了")).post("/api/awards/" + id + "/reversal").then();
    }

    private long points() {
        return ledger.balance(Owner.member(resident.id()), Asset.POINTS).balance();
    }

    private RequestSpecification page(Villager person) {
        return given().redirects().follow(false).accept("text/html")
                .header("Authorization", "Bearer " + people.token(person.id()))
                .contentType(ContentType.URLENC.withCharset("UTF-8"));
    }
}
