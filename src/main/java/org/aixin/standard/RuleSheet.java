package org.aixin.standard;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aixin.identity.Role;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sheet;
import org.aixin.ledger.Asset;

/** The standard as a table: one row a rule below a header that names the columns, in any order. */
final class RuleSheet {
    static final String CODE = "代码", TITLE = "名称", CATEGORY = "类别", ASSET = "记到", BASIS = "计分", ROUNDING = "取整", POINTS = "分值",
            MOST = "一次最多", ROLES = "谁可记分", EVIDENCE = "证明", REVIEW = "审核", STATE = "状态", BUDGET = "每村预算", BUDGET_SPAN = "预算周期";
    private static final List<String> FIRST = List.of(CODE, TITLE, CATEGORY, ASSET, BASIS, ROUNDING, POINTS, MOST, ROLES,
            EVIDENCE,
            REVIEW, STATE);
    private static final Words<Category> CATEGORIES = new Words<>(Map.of("安全", Category.SAFETY, "志愿服务", Category.VOLUNTEERING,
            "党员", Category.PARTY, "议事协商", Category.DELIBERATION, "文明户", Category.HOUSEHOLD, "邻里互助", Category.NEIGHBOURS));
    private static final Words<Asset> ASSETS = new Words<>(Map.of("积分", Asset.POINTS, "先锋积分", Asset.MERIT));
    private static final Words<Basis> BASES = new Words<>(Map.of("每次", Basis.PER_DEED, "每小时", Basis.PER_HOUR, "每题",
            Basis.PER_ANSWER, "名次", Basis.PER_RANK));
    private static final Words<Rounding> ROUNDINGS = new Words<>(Map.of("舍去", Rounding.DOWN, "四舍五入", Rounding.NEAREST, "进一",
            Rounding.UP));
    private static final Words<Review> REVIEWS = new Words<>(Map.of("不用", Review.NONE, "审核", Review.REVIEWER, "审核并公示",
            Review.NOTICE));
    private static final Words<Role> WHO = new Words<>(Map.of("活动组织者", Role.ORGANIZER, "支部书记", Role.SECRETARY, "超市管理员",
            Role.CLERK, "管理员", Role.ADMIN));
    private static final Words<Boolean> SHOWN = new Words<>(Map.of("要", true, "不要", false));
    private static final Words<Boolean> STATES = new Words<>(Map.of("启用", true, "停用", false));
    private static final Words<Span> SPANS = new Words<>(Map.of("每天", Span.DAY, "每周", Span.WEEK, "每月", Span.MONTH, "每季度",
            Span.QUARTER, "每年", Span.YEAR));
    private static final Words<Cap.Scope> SCOPES = new Words<>(Map.of("每人", Cap.Scope.MEMBER, "每户", Cap.Scope.HOUSEHOLD, "全部",
            Cap.Scope.RULE));

    /** The words of a column, and what they mean. */
    private record Words<T extends Comparable<T>>(Map<String, T> meanings) {
        T read(String text, String column) {
            return meanings.entrySet().stream()
                    .filter(each -> each.getKey().equals(text) || each.getValue().toString().equalsIgnoreCase(text))
                    .map(Map.Entry::getValue).findFirst()
                    .orElseThrow(() -> Problem.invalid("row_word", column, text, column, all()));
        }

        String word(T meaning) {
            return meanings.entrySet().stream().filter(each -> each.getValue().equals(meaning)).map(Map.Entry::getKey)
                    .findFirst().orElseThrow();
        }

        String all() {
            return meanings.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                    .collect(Collectors.joining("、"));
        }
    }

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Sheet.Row> rows;

    private RuleSheet(List<Sheet.Row> filled) {
        List<String> header = filled.get(0).cells();
        for (int at = header.size() - 1; at >= 0; at--) {
            columns.put(plain(header.get(at)), at);
        }
        rows = filled.subList(1, filled.size());
    }

    /** The rules of a sheet; refused 422 {@code standard_sheet_empty} or {@code standard_sheet_header}. */
    static RuleSheet of(Sheet sheet) {
        List<Sheet.Row> filled = sheet.rows().stream().filter(row -> !row.isBlank()).toList();
        if (filled.size() < 2) {
            throw Problem.invalid("standard_sheet_empty", "file");
        }
        RuleSheet rules = new RuleSheet(filled);
        List<String> missing = FIRST.stream().filter(column -> !rules.columns.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid("standard_sheet_header", "file", String.join("、", missing));
        }
        return rules;
    }

    /** What a form says, by the names of the columns; refused as a row is. */
    static Terms terms(Map<String, String> cells) {
        List<String> header = List.copyOf(cells.keySet());
        RuleSheet one = new RuleSheet(List.of(new Sheet.Row(1, header),
                new Sheet.Row(2, header.stream().map(column -> cells.getOrDefault(column, "")).toList())));
        return one.terms(one.rows.get(0));
    }

    /** The rows below the header. */
    List<Sheet.Row> rows() {
        return rows;
    }

    /** The code in a row. */
    String code(Sheet.Row row) {
        return cell(row, CODE);
    }

    /** What a row says; refused 422 with what is wrong, the field being the column. */
    Terms terms(Sheet.Row row) {
        Basis basis = BASES.read(cell(row, BASIS), BASIS);
        List<Integer> points = Stream.of(cell(row, POINTS).split("/")).map(part -> whole(part, POINTS)).toList();
        boolean ranked = basis == Basis.PER_RANK;
        if (!ranked && points.size() != 1) {
            throw Problem.invalid("row_number", POINTS, cell(row, POINTS), POINTS);
        }
        return new Terms(typed(row, TITLE), CATEGORIES.read(cell(row, CATEGORY), CATEGORY), ASSETS.read(cell(row, ASSET), ASSET),
                basis,
                ROUNDINGS.read(cell(row, ROUNDING), ROUNDING), points.get(0), ranked ? points : List.of(),
                ranked ? BigDecimal.valueOf(points.size()) : number(cell(row, MOST)), caps(row), roles(cell(row, ROLES)),
                SHOWN.read(cell(row, EVIDENCE), EVIDENCE), REVIEWS.read(cell(row, REVIEW), REVIEW),
                STATES.read(cell(row, STATE), STATE)).checked();
    }

    private List<Cap> caps(Sheet.Row row) {
        List<Cap> caps = new ArrayList<>();
        for (Cap.Scope scope : Cap.Scope.ofCaps()) {
            for (Span span : Span.values()) {
                String column = capColumn(span, scope);
                if (!cell(row, column).isEmpty()) {
                    int points = whole(cell(row, column), column);
                    if (points < 1 || points > Cap.MOST) {
                        throw Problem.invalid("rule_cap", column, Cap.MOST);
                    }
                    caps.add(Cap.of(span, scope, points));
                }
            }
        }
        if (!cell(row, BUDGET).isEmpty()) {
            caps.add(budget(row));
        }
        return caps;
    }

    private Cap budget(Sheet.Row row) {
        int points = whole(cell(row, BUDGET), BUDGET);
        Span span = SPANS.read(cell(row, BUDGET_SPAN), BUDGET_SPAN);
        if (points < 1 || points > Cap.MOST || !Cap.ofBudgets().contains(span)) {
            throw Problem.invalid("rule_budget", BUDGET);
        }
        return Cap.of(span, Cap.Scope.VILLAGE, points);
    }

    private static Set<Role> roles(String names) {
        return Stream.of(names.split("[、,，;；\\s]+")).map(name -> WHO.read(name, ROLES)).collect(Collectors.toSet());
    }

    private static int whole(String text, String column) {
        if (!text.matches("[+-]?[0-9]{1,8}")) {
            throw Problem.invalid("row_number", column, text, column);
        }
        return Integer.parseInt(text);
    }

    private static BigDecimal number(String text) {
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,4})?")) {
            throw Problem.invalid("row_number", MOST, text, MOST);
        }
        return new BigDecimal(text);
    }

    private String cell(Sheet.Row row, String column) {
        return plain(typed(row, column));
    }

    private String typed(Sheet.Row row, String column) {
        Integer at = columns.get(column);
        return at == null ? "" : row.cell(at).strip();
    }

    /** Full-width letters, digits and minus signs made plain. */
    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().replaceFirst("^[−–]", "-");
    }

    static String capColumn(Span span, Cap.Scope scope) {
        return SCOPES.word(scope) + SPANS.word(span) + "上限";
    }

    /** The table of these rules, header first. */
    static List<List<String>> table(List<Rule> rules) {
        List<List<String>> table = new ArrayList<>();
        List<String> header = new ArrayList<>(FIRST);
        eachCap((span, scope) -> header.add(capColumn(span, scope)));
        header.addAll(List.of(BUDGET, BUDGET_SPAN));
        table.add(header);
        rules.forEach(rule -> table.add(line(rule.code(), rule.terms())));
        return table;
    }

    private static List<String> line(String code, Terms terms) {
        List<String> line = new ArrayList<>(List.of(code, terms.title(), CATEGORIES.word(terms.category()),
                ASSETS.word(terms.asset()), BASES.word(terms.basis()), ROUNDINGS.word(terms.rounding()),
                terms.worths(), terms.most().toPlainString(),
                terms.roles().stream().sorted(Comparator.naturalOrder()).map(WHO::word).collect(Collectors.joining("、")),
                SHOWN.word(terms.evidence()), REVIEWS.word(terms.review()), STATES.word(terms.active())));
        eachCap((span, scope) -> line.add(terms.capText(span, scope)));
        Cap budget = terms.budget();
        line.addAll(budget == null ? List.of("", "") : List.of(Integer.toString(budget.points()), SPANS.word(budget.span())));
        return line;
    }

    private interface EachCap {
        void at(Span span, Cap.Scope scope);
    }

    private static void eachCap(EachCap each) {
        for (Cap.Scope scope : Cap.Scope.ofCaps()) {
            for (Span span : Span.values()) {
                each.at(span, scope);
            }
        }
    }
}
