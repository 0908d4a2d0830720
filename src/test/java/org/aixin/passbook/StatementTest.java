package org.aixin.passbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Statements by kind and month, as a workbook and on paper, and what corrects what; by who reads them. */
@QuarkusTest
class StatementTest {
    private static final String STATEMENT = "/api/me/statement";
    @Inject
    TestPeople people;
    @Inject
    Ledger ledger;
    @Inject
    OldPassbook old;
    @Inject
    Sql sql;
    private Unit village;
    private Member wang;

    @BeforeEach
    void wang_has_lines_of_september_and_october() {
        village = people.village();
        wang = people.resident(village, "王秀英");
        Owner zhao = Owner.member(people.resident(village, "赵大山").id());
        move(Owner.ISSUER, zhao, 1);
        move(zhao, Owner.REDEEMED, 1);
        old.write(wang.id(), entry("quiz", "2026-08-31T15:59:59Z", 40), entry("quiz", "2026-08-31T16:00:00Z", 5),
                entry("order", "2026-09-15T02:00:00Z", -20), entry("award", "2026-09-30T15:59:59Z", 3),
                entry("quiz", "2026-09-30T16:00:00Z", 4));
    }

    private static OldPassbook.Entry entry(String kind, String at, long points) {
        return new OldPassbook.Entry(kind, Instant.parse(at), points);
    }

    private long move(Owner debit, Owner credit, long amount) {
        return ((Posted) ledger.post(new Command.Move(new Source("claim", "test:" + Ids.next()), "test", Asset.POINTS, debit,
                credit, amount))).transfer();
    }

    @Nested
    class As_a_resident {
        @Test
        void a_month_is_that_of_the_village_to_the_second() {
            people.as(wang.id()).get(STATEMENT + "?month=2026-09").then().statusCode(200)
                    .body("items.points", contains(3, -20, 5)).body("items.balance", contains(28, 25, 45));
            people.as(wang.id()).get(STATEMENT + "?month=2026-10").then().body("items.points", contains(4));
            people.as(wang.id()).get(STATEMENT + "?month=2026-08").then().body("items.points", contains(40));
            people.as(wang.id()).get(STATEMENT + "?month=2026-07").then().body("items", empty());
        }

        @Test
        void a_kind_is_read_across_the_months_and_within_one() {
            people.as(wang.id()).get(STATEMENT + "?kind=quiz").then().body("items.points", contains(4, 5, 40));
            people.as(wang.id()).get(STATEMENT + "?kind=quiz&month=2026-09").then().body("items.points", contains(5));
            people.as(wang.id()).get(STATEMENT + "?kind=order&month=2026-10").then().body("items", empty());
            people.as(wang.id()).get(STATEMENT + "?kind=&month=").then().body("items.points", contains(4, 3, -20, 5, 40));
        }

        @Test
        void an_excerpt_turns_its_pages() {
            String next = people.as(wang.id()).get(STATEMENT + "?kind=quiz&limit=2").then()
                    .body("items.points", contains(4, 5)).extract().path("next");
            people.as(wang.id()).get(STATEMENT + "?kind=quiz&limit=2&cursor=" + next).then().body("items.points", contains(40))
                    .body("next", nullValue());
        }

        @Test
        void kinds_and_months_that_are_none_are_refused_in_words() {
            for (String kind : List.of("QUIZ", "quiz'", "x", "💰", "a".repeat(300))) {
                people.as(wang.id()).queryParam("kind", kind).get(STATEMENT).then().statusCode(422)
                        .body("code", is("statement_kind_unknown")).body("field", is("kind"));
            }
            for (String month : List.of("2026-13", "2026-00", "26-01", "2026", "2026-1", "9999-12", "+2026-01", "x", "２０２６-01")) {
                people.as(wang.id()).queryParam("month", month).get(STATEMENT).then().statusCode(422)
                        .body("code", is("month_refused")).body("detail", containsString("2026-11"));
            }
            for (String page : List.of("/passbook", "/passbook/print", "/api/me/statement/sheet.xlsx")) {
                people.as(wang.id()).get(page + "?kind=nothing").then().statusCode(422);
            }
        }

        @Test
        void the_page_keeps_what_was_chosen_and_says_when_there_is_nothing() {
            people.as(wang.id()).accept("text/html").get("/passbook?kind=quiz&month=2026-09").then().statusCode(200)
                    .body(containsString("value=\"quiz\" selected")).body(containsString("value=\"2026-09\" selected"))
                    .body(containsString("<h2>2026 年 9 月</h2>")).body(containsString("＋5")).body(not(containsString("－20")))
                    .body(containsString("/passbook/print?kind=quiz&amp;month=2026-09"));
            people.as(wang.id()).accept("text/html").get("/passbook?kind=expiry").then().statusCode(200)
                    .body(containsString("这样查没有记录"));
        }

        @Test
        void the_print_adds_up() {
            people.as(wang.id()).accept("text/html").get("/passbook/print?month=2026-09").then().statusCode(200)
                    .body(containsString("王秀英")).body(containsString("<dt>期初</dt><dd>40</dd>"))
                    .body(containsString("<dt>收入合计</dt><dd>＋8</dd>")).body(containsString("<dt>支出合计</dt><dd>－20</dd>"))
                    .body(containsString("<dt>期末</dt><dd>28</dd>")).body(not(containsString("<nav class=\"nav\"")));
            people.as(wang.id()).accept("text/html").get("/passbook/print").then().body(containsString("<dt>期初</dt><dd>0</dd>"))
                    .body(containsString("<dt>期末</dt><dd>32</dd>")).body(containsString("2026 年 8 月 31 日 至 "));
        }

        @Test
        void the_workbook_holds_every_line_and_no_formula() throws IOException {
            Response file = people.as(wang.id()).get("/api/me/statement/sheet.xlsx?month=2026-09");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(URLDecoder.decode(file.header("Content-Disposition"), StandardCharsets.UTF_8))
                    .contains("爱心存折-王秀英-2026-09.xlsx");
            List<Row> rows = rows(file);
            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).getCell(4).asNumber().intValue()).isEqualTo(3);
            assertThat(rows.get(2).getCell(4).asNumber().intValue()).isEqualTo(-20);
            assertThat(rows.get(3).getCellText(0)).isEqualTo("2026-09-01 00:00");
            assertThat(rows.stream().flatMap(Row::stream).filter(Objects::nonNull).map(Cell::getType))
                    .doesNotContain(CellType.FORMULA);
        }

        @Test
        void a_correction_and_what_it_corrects_lead_to_each_other() {
            long wrong = move(Owner.ISSUER, Owner.member(wang.id()), 6);
            long made = ((Posted) ledger.post(new Command.Reversal(new Source("reversal", "test:" + Ids.next()), "test", wrong)))
                    .transfer();
            people.as(wang.id()).get(STATEMENT + "?limit=3").then().body("items[0].reverses", is(Long.toString(wrong)))
                    .body("items[0].reversedBy", nullValue()).body("items[1].reversedBy", is(Long.toString(made)))
                    .body("items[2].reversedBy", nullValue());
            people.as(wang.id()).accept("text/html").get("/passbook").then().body(containsString("已更正"))
                    .body(containsString("cursor=" + (made + 1) + "#n" + made))
                    .body(containsString("cursor=" + (wrong + 1) + "#n" + wrong)).body(containsString("更正的是 今天 记的一笔"));
            people.as(wang.id()).accept("text/html").get("/passbook/print").then().body(containsString("已在 2"))
                    .body(containsString("更正的是 2"));
        }

        @Test
        void a_correction_that_found_nothing_is_marked_without_a_line_of_its_own() {
            Member poor = people.resident(village, "钱多多");
            long wrong = move(Owner.ISSUER, Owner.member(poor.id()), 6);
            move(Owner.member(poor.id()), Owner.REDEEMED, 6);
            ledger.post(new Command.Reversal(new Source("reversal", "test:" + Ids.next()), "test", wrong));
            people.as(poor.id()).accept("text/html").get("/passbook").then().body(containsString("已更正"))
                    .body(not(containsString("更正的是")));
        }
    }

    @Nested
    class As_staff {
        @Test
        void a_clerk_of_the_village_reads_excerpts_workbook_and_print() throws IOException {
            long clerk = people.staff(village, Role.CLERK).id();
            String passbook = "/members/" + wang.id() + "/passbook";
            people.as(clerk).get("/api/members/" + wang.id() + "/statement?kind=order").then().body("items.points",
                    contains(-20));
            people.as(clerk).accept("text/html").get(passbook + "?kind=order").then().statusCode(200)
                    .body(containsString("－20")).body(not(containsString("＋40")))
                    .body(containsString("/api/members/" + wang.id() + "/statement/sheet.xlsx?kind=order"));
            people.as(clerk).accept("text/html").get(passbook + "/print?kind=order").then().statusCode(200)
                    .body(containsString("换物品")).body(containsString("－20"));
            assertThat(rows(people.as(clerk).get("/api/members/" + wang.id() + "/statement/sheet.xlsx"))).hasSize(6);
        }

        @Test
        void a_clerk_of_another_village_reads_none_of_it() {
            long stranger = people.staff(people.village(), Role.CLERK).id();
            for (String path : List.of("/api/members/" + wang.id() + "/statement/sheet.xlsx",
                    "/members/" + wang.id() + "/passbook/print")) {
                people.as(stranger).get(path).then().statusCode(403);
            }
        }
    }

    @Test
    void what_a_kind_is_read_by_is_an_index_of_its_own_and_there_are_no_more_of_them_than_before() {
        List<String> indexes = sql.rows("SELECT DISTINCT index_name FROM information_schema.statistics"
                + " WHERE table_schema = DATABASE() AND table_name = 'transfer'", row -> row.getString(1));
        assertThat(indexes).contains("transfer_debit_kind", "transfer_credit_kind").doesNotContain("transfer_debit_account",
                "transfer_credit_account");
    }

    private static List<Row> rows(Response file) throws IOException {
        assertThat(file.statusCode()).isEqualTo(200);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            return book.getFirstSheet().read();
        }
    }
}
