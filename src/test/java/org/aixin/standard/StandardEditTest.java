package org.aixin.standard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.WrittenSheet;
import org.aixin.standard.Villagers.Villager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StandardEditTest {
    private static final List<String> HEADER = List.of("代码", "名称", "类别", "记到", "计分", "取整", "分值", "一次最多", "谁可记分", "证明", "审核",
            "状态", "每人每天上限");
    @Inject
    Villagers villagers;
    @Inject
    Rules rules;
    @Inject
    BusinessTime time;

    private Villager admin;
    private String code;

    @BeforeEach
    void an_administrator() {
        admin = villagers.villager(villagers.village(), "管理员", Role.ADMIN);
        code = "s" + ThreadLocalRandom.current().nextInt(1_000_000_000);
    }

    @Test
    void what_is_exported_can_be_imported_and_changes_nothing() {
        for (String file : new String[]{"sheet.xlsx", "sheet.csv"}) {
            byte[] sheet = given().header("Authorization", "Bearer " + admin.token()).get("/api/standard/" + file).then()
                    .statusCode(200).extract().asByteArray();
            int rows = rules.latest(time.today()).size();
            send(sheet).statusCode(200).body("wrong", equalTo(List.of())).body("unchanged", equalTo(rows))
                    .body("added", equalTo(0)).body("changed", equalTo(0));
        }
    }

    @Test
    void a_sheet_adds_rules_and_a_second_time_finds_them() {
        List<List<String>> sheet = List.of(HEADER, row(Map.of("名称", "巡堤")), row(Map.of("代码", code + "b", "分值", "-4")));
        send(WrittenSheet.xlsx("x", sheet)).statusCode(200).body("added", equalTo(2));
        assertThat(rules.rule(code).caps()).containsExactly(Cap.of(Span.DAY, Cap.Scope.MEMBER, 6));
        assertThat(rules.rule(code + "b").isDeduction()).isTrue();
        send(WrittenSheet.csv(sheet)).statusCode(200).body("unchanged", equalTo(2));
        given().get("/deeds").then().statusCode(200).body(containsString("巡堤"));
    }

    @ParameterizedTest
    @CsvSource({"每人每天上限, -1, 每人每天上限", "类别, 天文, 类别", "分值, 0, 分值", "分值, =1+2, 分值", "分值, 3.5, 分值", "名称, =HYPERLINK(1), 名称",
            "代码, A-B, 代码", "一次最多, 0, 一次最多", "谁可记分, 村长, 谁可记分", "名称, '', 名称", "状态, 也许, 状态", "代码, drill, 代码"})
    void one_wrong_row_is_named_and_nothing_is_changed(String column, String value, String named) {
        String bad = column.equals("代码") ? value : code + "b";
        Map<String, String> said = new HashMap<>(Map.of("代码", bad));
        said.put(column, value);
        List<String> wrong = row(said);
        List<List<String>> sheet = column.equals("代码") && value.equals("drill")
                ? List.of(HEADER, row(Map.of()), wrong, wrong)
                : List.of(HEADER, row(Map.of()), wrong);
        int row = sheet.size();
        send(WrittenSheet.csv(sheet)).statusCode(422).body("added", equalTo(0)).body("wrong.row", hasItem(row))
                .body("wrong.column", hasItem(named));
        assertThat(rules.versions(code)).isEmpty();
    }

    @Test
    void a_sheet_that_fails_at_its_last_row_changes_nothing() {
        List<List<String>> sheet = List.of(HEADER, row(Map.of()), row(Map.of("代码", "litter", "分值", "3")));
        send(WrittenSheet.csv(sheet)).statusCode(422).body("wrong.row", hasItem(3));
        assertThat(rules.versions(code)).isEmpty();
        assertThat(rules.rule("litter").points()).isEqualTo(-3);
    }

    @Test
    void a_broken_file_is_refused() {
        send("PK\u0003\u0004broken".getBytes(StandardCharsets.ISO_8859_1)).statusCode(422)
                .body("code", equalTo("sheet_unreadable"));
        send("代码,名称\nx,y\n".getBytes(StandardCharsets.UTF_8)).statusCode(422).body("code", equalTo("standard_sheet_header"));
        send("代码".getBytes(StandardCharsets.UTF_8)).statusCode(422).body("code", equalTo("standard_sheet_empty"));
    }

    @Test
    void an_administrator_adds_and_changes_a_rule_by_its_form() {
        page().get("/standard/edit").then().statusCode(200).body(containsString("应急演练"));
        page().get("/standard/edit/rule").then().statusCode(200);
        page().get("/standard/edit/rule?code=yard_rank").then().statusCode(200).body(containsString("10/6/3"));
        page().get("/standard/edit/rule?code=nothing").then().statusCode(404);
        form("0", "3", time.today().toString()).statusCode(303);
        form("0", "3", time.today().toString()).statusCode(409);
        form("1", "4", time.today().plusDays(1).toString()).statusCode(303);
        form("1", "5", time.today().plusDays(2).toString()).statusCode(409).body(containsString("有人改过"));
        form("2", "0", time.today().plusDays(2).toString()).statusCode(422);
        form("2", "5", "x").statusCode(422);
        assertThat(rules.versions(code)).extracting(Rule::points).containsExactly(4, 3);
    }

    @Test
    void a_sheet_sent_by_the_page_is_answered_line_by_line() {
        byte[] sheet = WrittenSheet.xlsx("x", List.of(HEADER, row(Map.of("每人每天上限", "-1"))));
        given().header("Authorization", "Bearer " + admin.token()).accept("text/html").multiPart("file", "x.xlsx", sheet)
                .multiPart("since", time.today().toString()).post("/standard/edit/import").then().statusCode(200)
                .body(containsString("一行也没有改")).body(containsString("每人每天上限"));
        assertThat(rules.versions(code)).isEmpty();
    }

    private ValidatableResponse form(String base, String points, String since) {
        return page().formParams(Map.of("code", code, "title", "试行", "category", "PARTY", "asset", "MERIT", "basis", "PER_DEED",
                "points", points, "rounding", "DOWN", "most", "1"))
                .formParams(Map.of("evidence", "true", "review", "NOTICE", "state", "true", "since", since, "base", base,
                        "MONTH_HOUSEHOLD", "9"))
                .formParam("role", "SECRETARY", "ADMIN").post("/standard/edit/rule").then();
    }

    private RequestSpecification page() {
        return given().redirects().follow(false).accept("text/html").header("Authorization", "Bearer " + admin.token())
                .contentType(ContentType.URLENC.withCharset("UTF-8"));
    }

    private ValidatableResponse send(byte[] file) {
        return given().header("Authorization", "Bearer " + admin.token()).contentType("application/octet-stream").body(file)
                .post("/api/standard/sheet").then();
    }

    private List<String> row(Map<String, String> more) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> usual = List.of(code, "试行", "安全", "积分", "每次", "舍去", "3", "1", "活动组织者、支部书记", "不要", "不用", "启用", "6");
        for (int i = 0; i < HEADER.size(); i++) {
            cells.put(HEADER.get(i), more.getOrDefault(HEADER.get(i), usual.get(i)));
        }
        return List.copyOf(cells.values());
    }
}
