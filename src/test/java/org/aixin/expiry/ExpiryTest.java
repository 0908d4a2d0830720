package org.aixin.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Entry;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points that expire, played in last year's days: what is due, who is warned, and that each point goes once. */
@QuarkusTest
class ExpiryTest {
    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");
    @Inject
    TestPeople people;
    @Inject
    Expiries expiries;
    @Inject
    Ledger ledger;
    @Inject
    Sql sql;
    @Inject
    BusinessTime time;

    Unit village;
    long admin;
    Member resident;
    int year;

    @BeforeEach
    void a_village() {
        village = people.village();
        admin = people.staff(village, Role.ADMIN).id();
        resident = people.resident(village, "王秀英");
        year = time.today().getYear() - 1;
        go("03-01");
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    /** To noon of a day of last year. */
    private void go(String day) {
        go(LocalDate.parse(year + "-" + day));
    }

    private void go(LocalDate day) {
        TestClock.advance(Duration.between(time.now(), time.startOf(day).plus(Duration.ofHours(12))));
    }

    private void goToNextYear() {
        go(LocalDate.of(year + 1, 1, 1));
    }

    private static Source source() {
        return new Source("award", "test:" + Ids.next());
    }

    private static Owner of(Member member) {
        return Owner.member(member.id());
    }

    private static long done(Outcome outcome) {
        return ((Outcome.Posted) outcome).transfer();
    }

    private void earn(Member member, long points) {
        done(ledger.post(new Command.Move(source(), "test", Asset.POINTS, Owner.ISSUER, of(member), points)));
    }

    private Outcome spend(Member member, long points) {
        return ledger.post(new Command.Move(source(), "test", Asset.POINTS, of(member), Owner.REDEEMED, points));
    }

    private long points(Member member) {
        return ledger.balance(of(member), Asset.POINTS).balance();
    }

    private List<Entry> expiriesOf(Member member) {
        return ledger.statement(of(member), Asset.POINTS, Long.MAX_VALUE, 1000).stream()
                .filter(entry -> entry.source().kind().equals("expiry")).toList();
    }

    private ValidatableResponse set(Unit unit, Map<String, ?> body) {
        return people.as(admin).body(body).put("/api/units/" + unit.id() + "/expiry").then();
    }

    private void yearEnd() {
        set(village, Map.of("kind", "year_end")).statusCode(200).body("kind", equalTo("year_end"));
    }

    private void sweep() {
        expiries.sweep(200, Integer.MAX_VALUE);
    }

    private String page(long who, String path) {
        return people.as(who).accept("text/html").get(path).then().statusCode(200).extract().asString();
    }

    @Test
    void a_clock_that_is_a_year_ahead_takes_nothing_from_anybody() {
        yearEnd();
        earn(resident, 12);
        go("12-31");
        TestClock.setWrong(Duration.ofDays(365));
        sweep();
        TestClock.setWrong(Duration.ZERO);
        sweep();
        assertThat(points(resident)).isEqualTo(12);
    }

    @Test
    void the_points_of_a_year_go_when_it_is_over_as_a_line_of_the_passbook() {
        yearEnd();
        earn(resident, 12);
        go("12-31");
        sweep();
        assertThat(points(resident)).isEqualTo(12);
        goToNextYear();
        earn(resident, 5);
        sweep();
        sweep();
        assertThat(points(resident)).isEqualTo(5);
        assertThat(expiriesOf(resident)).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualTo(-12);
            assertThat(line.source().reference()).isEqualTo(resident.id() + ":" + (year + 1) + "-01-01");
        });
        people.as(resident.id()).get("/api/me/statement").then().body("items[0].title", equalTo("积分到期"))
                .body("items[0].source.kind", equalTo("expiry"));
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void whoever_has_points_that_go_within_thirty_days_is_warned() {
        yearEnd();
        earn(resident, 12);
        go("11-30");
        people.as(resident.id()).get("/api/me/expiry").then().statusCode(200).body("items", empty());
        assertThat(page(resident.id(), "/")).doesNotContain("到期");
        go("12-01");
        people.as(resident.id()).get("/api/me/expiry").then().body("items.points", contains(12))
                .body("items.lastDay", contains(year + "-12-31")).body("next", nullValue());
        assertThat(page(resident.id(), "/")).contains("您有 12 分将在 12 月 31 日到期");
        spend(resident, 5);
        assertThat(page(resident.id(), "/passbook")).contains("您有 7 分将在 12 月 31 日到期");
        spend(resident, 7);
        people.as(resident.id()).get("/api/me/expiry").then().body("items", empty());
    }

    @Test
    void nothing_goes_within_thirty_days_of_the_setting_and_then_all_that_is_too_old() {
        earn(resident, 10);
        go("10-01");
        earn(resident, 4);
        set(village, Map.of("kind", "months", "months", 3)).statusCode(200).body("firstDay", equalTo(year + "-10-31"));
        go("10-30");
        sweep();
        assertThat(points(resident)).isEqualTo(14);
        people.as(resident.id()).get("/api/me/expiry").then().body("items.points", contains(10))
                .body("items.lastDay", contains(year + "-10-30"));
        go("10-31");
        sweep();
        assertThat(points(resident)).isEqualTo(4);
        goToNextYear();
        sweep();
        assertThat(points(resident)).isEqualTo(4);
    }

    @Test
    void points_on_hold_wait_and_go_when_they_are_given_back() {
        yearEnd();
        earn(resident, 20);
        long hold = done(ledger.post(new Command.Hold(source(), "test", Asset.POINTS, of(resident), Owner.REDEEMED, 8, FAR)));
        long spent = done(spend(resident, 3));
        goToNextYear();
        sweep();
        assertThat(points(resident)).isEqualTo(8);
        ledger.post(new Command.Void(source(), "test", hold));
        sweep();
        assertThat(points(resident)).isZero();
        ledger.post(new Command.Reversal(source(), "test", spent));
        assertThat(points(resident)).isEqualTo(3);
        sweep();
        sweep();
        assertThat(expiriesOf(resident)).extracting(Entry::amount).containsExactly(-3L, -8L, -9L);
        assertThat(expiriesOf(resident)).extracting(entry -> entry.source().reference()).doesNotHaveDuplicates();
    }

    @Test
    void a_killed_run_is_finished_by_the_next_one_and_each_goes_once() {
        List<Member> all = new ArrayList<>(List.of(resident));
        IntStream.range(0, 4).forEach(i -> all.add(people.resident(village, "居民" + i)));
        yearEnd();
        all.forEach(member -> earn(member, 6));
        goToNextYear();
        expiries.sweep(3, 1);
        assertThat(all.stream().filter(member -> points(member) == 0).count()).isBetween(1L, 3L);
        assertThat(finished()).isFalse();
        sweep();
        assertThat(all).allMatch(member -> points(member) == 0);
        assertThat(finished()).isTrue();
        sweep();
        assertThat(all).allMatch(member -> expiriesOf(member).size() == 1);
    }

    private boolean finished() {
        return sql.first("SELECT finished FROM expiry_run WHERE unit = ?", row -> row.getBoolean(1), village.id()).orElseThrow();
    }

    @Test
    void two_runners_among_people_who_spend_take_each_point_once() throws Exception {
        List<Member> all = IntStream.range(0, 6).mapToObj(i -> people.resident(village, "居民" + i)).toList();
        yearEnd();
        all.forEach(member -> earn(member, 50));
        goToNextYear();
        all.forEach(member -> earn(member, 30));
        List<Callable<Object>> acts = new ArrayList<>(Collections.nCopies(3, () -> {
            sweep();
            return 0;
        }));
        all.forEach(member -> IntStream.range(0, 2).forEach(i -> acts.add(() -> {
            IntStream.range(0, 12).forEach(n -> spend(member, 3));
            return 0;
        })));
        Collections.shuffle(acts);
        atOnce(acts);
        sweep();
        for (Member member : all) {
            List<Entry> lines = new ArrayList<>(ledger.statement(of(member), Asset.POINTS, Long.MAX_VALUE, 1000));
            Collections.reverse(lines);
            long old = 50;
            long gone = 0;
            for (Entry line : lines) {
                boolean expiry = line.source().kind().equals("expiry");
                assertThat(expiry && -line.amount() != old).as("%s", lines).isFalse();
                gone += expiry ? 1 : 0;
                old = expiry ? 0 : Math.max(0, old + Math.min(0, line.amount()));
            }
            assertThat(gone).isLessThanOrEqualTo(1);
            assertThat(old).as("%s", lines).isZero();
        }
        assertThat(ledger.check().problems()).isEmpty();
    }

    private static void atOnce(List<Callable<Object>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            for (Future<Object> one : threads.invokeAll(acts)) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_unit_that_says_something_itself_does_not_follow_the_one_above() {
        Unit own = village;
        Unit county = sql.first("SELECT id, path FROM unit WHERE id = (SELECT parent FROM unit WHERE id = ?)",
                row -> new Unit(row.getLong(1), null, Unit.Kind.COUNTY, "县", row.getString(2)), village.id()).orElseThrow();
        Member clerk = people.resident(county, "县里人");
        admin = people.staff(county, Role.ADMIN).id();
        set(county, Map.of("kind", "year_end")).statusCode(200);
        people.as(admin).get("/api/units/" + own.id() + "/expiry").then().body("kind", equalTo("year_end"))
                .body("unit", equalTo(Long.toString(county.id())));
        earn(clerk, 7);
        earn(resident, 7);
        set(own, Map.of("kind", "none")).statusCode(200).body("kind", equalTo("none")).body("firstDay", nullValue());
        goToNextYear();
        sweep();
        assertThat(points(clerk)).isZero();
        assertThat(points(resident)).isEqualTo(7);
    }

    @Test
    void a_setting_that_cannot_be_is_refused_in_words() {
        set(village, Map.of("kind", "never")).statusCode(422).body("code", equalTo("expiry_kind_unknown"));
        set(village, Map.of("kind", "months")).statusCode(422).body("code", equalTo("expiry_months_out_of_range"));
        for (int months : new int[]{0, -1, 61, Integer.MAX_VALUE}) {
            set(village, Map.of("kind", "months", "months", months)).statusCode(422).body("field", equalTo("months"));
        }
        set(village, Map.of("kind", "year_end", "firstDay", year + "-03-30")).statusCode(422)
                .body("code", equalTo("expiry_too_soon")).body("detail", containsString(year + "-03-31"));
        set(village, Map.of("kind", "year_end", "firstDay", "+999999999-12-31")).statusCode(422)
                .body("code", equalTo("expiry_too_late"));
        set(village, Map.of("kind", "year_end", "firstDay", "明天")).statusCode(422)
                .body("code", equalTo("expiry_day_unreadable"));
        people.as(admin).get("/api/units/" + village.id() + "/expiry").then().body("kind", equalTo("none"))
                .body("unit", nullValue());
        admin = people.staff(people.village(), Role.ADMIN).id();
        set(village, Map.of("kind", "none")).statusCode(403);
    }

    @Test
    void saying_the_same_again_does_not_put_off_what_is_due() {
        yearEnd();
        go("12-30");
        yearEnd();
        earn(resident, 2);
        goToNextYear();
        sweep();
        assertThat(points(resident)).isZero();
        set(village, Map.of("kind", "months", "months", 12)).statusCode(200).body("firstDay", equalTo((year + 1) + "-01-31"));
    }

    @Test
    void an_administrator_sees_beforehand_what_a_setting_would_do() {
        earn(resident, 12);
        String at = "/units/" + village.id() + "/expiry";
        assertThat(page(admin, at)).contains("还没有谁定过");
        assertThat(page(admin, at + "?kind=year_end")).contains("请确认", "1 人共 12 分到期");
        assertThat(page(admin, at + "?kind=none")).contains("请确认").doesNotContain("分到期");
        people.as(admin).get("/api/units/" + village.id() + "/expiry").then().body("kind", equalTo("none"));
        assertThat(page(admin, "/expiry")).contains(village.name(), "不到期");
    }

    @Test
    void whoever_audits_sees_what_has_expired_day_by_day() {
        Member neighbour = people.resident(village, "刘二梅");
        yearEnd();
        earn(resident, 12);
        earn(neighbour, 3);
        goToNextYear();
        sweep();
        long auditor = people.staff(village, Role.AUDITOR).id();
        String day = (year + 1) + "-01-01";
        String of = "/api/units/" + village.id() + "/expired";
        people.as(auditor).get(of).then().statusCode(200).body("items.day", contains(day)).body("items.points", contains(15))
                .body("items.people", contains(2));
        people.as(auditor).get(of + "/" + day + "?limit=1").then().body("items.points", contains(12)).body("next",
                not(nullValue()));
        people.as(auditor).get(of + "/nonsense").then().statusCode(422);
        assertThat(page(auditor, "/units/" + village.id() + "/expiry")).contains("已经到期的积分", "15")
                .doesNotContain("改一改");
        assertThat(page(auditor, "/units/" + village.id() + "/expiry/" + day)).contains("王秀英", "刘二梅");
    }
}
