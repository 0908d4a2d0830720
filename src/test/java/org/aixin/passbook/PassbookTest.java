package org.aixin.passbook;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Ids;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Passbooks over HTTP, by who reads them. */
@QuarkusTest
class PassbookTest {
    @Inject
    TestPeople people;

    @Inject
    Ledger ledger;

    private Unit village;
    private Member wang;
    private long first;

    @BeforeEach
    void wang_earned_thirty_spent_twelve_and_reserved_five() {
        village = people.village();
        wang = people.resident(village, "王秀英");
        first = move("claim", Asset.POINTS, Owner.ISSUER, owner(), 30);
        move("order", Asset.POINTS, owner(), Owner.REDEEMED, 12);
        move("shift", Asset.HOURS, Owner.ISSUER, owner(), 750);
        ledger.post(new Command.Hold(source("order"), "test", Asset.POINTS, owner(), Owner.REDEEMED, 5,
                Instant.parse("2999-01-01T00:00:00Z")));
    }

    private Owner owner() {
        return Owner.member(wang.id());
    }

    private static Source source(String kind) {
        return new Source(kind, "test:" + Ids.next());
    }

    private long move(String kind, Asset asset, Owner debit, Owner credit, long amount) {
        return ((Posted) ledger.post(new Command.Move(source(kind), "test", asset, debit, credit, amount))).transfer();
    }

    private RequestSpecification as(long member) {
        return people.as(member);
    }

    private RequestSpecification reading(long member) {
        return people.as(member).accept("text/html");
    }

    @Nested
    class As_a_resident {
        @Test
        void the_balance_says_what_is_there_reserved_and_served() {
            as(wang.id()).get("/api/me/balance").then().statusCode(200).body("points", is(18)).body("held", is(5))
                    .body("available", is(13)).body("owed", is(0)).body("hours", is(12.5f));
        }

        @Test
        void the_statement_is_newest_first_with_balances_and_local_times() {
            as(wang.id()).get("/api/me/statement").then().statusCode(200).body("items.points", contains(-12, 30))
                    .body("items.balance", contains(18, 30)).body("items.source.kind", contains("order", "claim"))
                    .body("items[1].id", is(Long.toString(first))).body("items[1].at", endsWith("+08:00"))
                    .body("items[1].title", is("好事申报")).body("items[1].reverses", nullValue()).body("next", nullValue());
        }

        @Test
        void the_statement_turns_its_pages() {
            String next = as(wang.id()).get("/api/me/statement?limit=1").then().statusCode(200)
                    .body("items.points", contains(-12)).body("next", notNullValue()).extract().path("next");
            as(wang.id()).get("/api/me/statement?limit=1&cursor=" + next).then().statusCode(200)
                    .body("items.points", contains(30)).body("next", nullValue());
        }

        @Test
        void a_correction_names_what_it_corrects_and_what_it_could_not_take_is_owed() {
            ledger.post(new Command.Reversal(source("reversal"), "test", first));
            as(wang.id()).get("/api/me/balance").then().body("points", is(5)).body("available", is(0)).body("owed", is(17));
            as(wang.id()).get("/api/me/statement").then().body("items[0].points", is(-13))
                    .body("items[0].title", is("更正：好事申报")).body("items[0].reverses", is(Long.toString(first)));
            move("claim", Asset.POINTS, Owner.ISSUER, owner(), 20);
            as(wang.id()).get("/api/me/statement").then().body("items[0].title", is("补扣以前没有扣清的积分"))
                    .body("items.points", contains(-17, 20, -13, -12, 30)).body("items.balance", contains(8, 25, 5, 18, 30));
        }

        @Test
        void english_is_spoken_to_who_asks_for_it() {
            as(wang.id()).header("Accept-Language", "en").get("/api/me/statement").then().body("items[1].title", is("Good deed"));
        }

        @Test
        void the_page_shows_the_months_and_the_balance() {
            reading(wang.id()).get("/passbook").then().statusCode(200).body(containsString("爱心存折"))
                    .body(containsString("＋30")).body(containsString("－12")).body(containsString("余 18"))
                    .body(containsString("12.5 小时")).body(containsString(" 月</h2>"));
        }

        @Test
        void an_empty_passbook_says_how_to_fill_it() {
            Member zhao = people.resident(village, "赵大山");
            as(zhao.id()).get("/api/me/statement").then().statusCode(200).body("items", empty());
            as(zhao.id()).get("/api/me/balance").then().body("points", is(0)).body("hours", is(0));
            reading(zhao.id()).get("/passbook").then().body(containsString("存折还是空的"));
        }

        @Test
        void limits_and_cursors_that_cannot_be_are_refused() {
            as(wang.id()).get("/api/me/statement?limit=0").then().statusCode(422).body("code", is("limit_out_of_range"));
            as(wang.id()).get("/api/me/statement?limit=101").then().statusCode(422);
            as(wang.id()).get("/api/me/statement?cursor=x%27--").then().statusCode(422).body("code", is("cursor_unknown"));
            reading(wang.id()).get("/passbook?cursor=-1").then().statusCode(422);
        }

        @Test
        void the_passbooks_of_others_and_the_audit_are_closed() {
            Member zhao = people.resident(village, "赵大山");
            as(zhao.id()).get("/api/members/" + wang.id() + "/balance").then().statusCode(403);
            as(zhao.id()).get("/api/members/" + wang.id() + "/statement").then().statusCode(403);
            reading(zhao.id()).get("/members/" + wang.id() + "/passbook").then().statusCode(403);
            as(zhao.id()).get("/api/ledger/check").then().statusCode(403);
            reading(zhao.id()).get("/audit/check").then().statusCode(403);
        }
    }

    @Nested
    class As_staff {
        @Test
        void a_clerk_of_the_village_reads_its_passbooks() {
            long clerk = people.staff(village, Role.CLERK).id();
            as(clerk).get("/api/members/" + wang.id() + "/balance").then().statusCode(200).body("points", is(18));
            as(clerk).get("/api/members/" + wang.id() + "/statement").then().statusCode(200).body("items", hasSize(2));
            reading(clerk).get("/members/" + wang.id() + "/passbook").then().statusCode(200).body(containsString("王秀英"))
                    .body(containsString("－12"));
        }

        @Test
        void a_clerk_of_another_village_does_not() {
            long stranger = people.staff(people.village(), Role.CLERK).id();
            as(stranger).get("/api/members/" + wang.id() + "/balance").then().statusCode(403).body("code", is("not_allowed"));
            reading(stranger).get("/members/" + wang.id() + "/passbook").then().statusCode(403);
        }

        @Test
        void a_member_that_does_not_exist_is_not_found() {
            long clerk = people.staff(village, Role.CLERK).id();
            as(clerk).get("/api/members/1/balance").then().statusCode(404);
            as(clerk).get("/api/members/x/statement").then().statusCode(404);
            as(clerk).get("/api/ledger/check").then().statusCode(403);
        }
    }

    @Nested
    class As_an_auditor {
        @Test
        void the_check_says_that_everything_adds_up() {
            long auditor = people.staff(village, Role.AUDITOR).id();
            as(auditor).get("/api/ledger/check").then().statusCode(200).body("ok", is(true)).body("problems", empty())
                    .body("sums.POINTS", is(0)).body("sums.HOURS", is(0)).body("transfers", greaterThan(3))
                    .body("accounts", greaterThan(3));
        }

        @Test
        void the_audit_page_says_it_in_words() {
            long auditor = people.staff(village, Role.AUDITOR).id();
            reading(auditor).get("/audit").then().statusCode(200).body(containsString("开始核对"))
                    .body(not(containsString("账目完全相符")));
            reading(auditor).get("/audit/check").then().statusCode(200).body(containsString("账目完全相符"))
                    .body(containsString("先锋积分"));
        }
    }

    @Nested
    class As_a_stranger {
        @Test
        void nothing_is_shown() {
            for (String path : List.of("/api/me/balance", "/api/me/statement", "/api/members/1/balance", "/api/ledger/check")) {
                RestAssured.given().get(path).then().statusCode(401).body("code", is("sign_in_required"));
            }
            for (String path : List.of("/passbook", "/audit", "/audit/check", "/members/1/passbook")) {
                RestAssured.given().redirects().follow(false).accept("text/html").get(path).then().statusCode(303)
                        .header("Location", containsString("/sign-in"));
            }
        }
    }
}
