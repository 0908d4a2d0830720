package org.aixin.quiz;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sheet;

/** A sheet of questions: one row each below a header that names the columns, in any order. */
final class QuestionSheet {
    private static final Map<String, Kind> KINDS = Map.ofEntries(Map.entry("单选", Kind.SINGLE), Map.entry("单选题", Kind.SINGLE),
            Map.entry("单项选择题", Kind.SINGLE), Map.entry("SINGLE", Kind.SINGLE), Map.entry("多选", Kind.MULTIPLE),
            Map.entry("多选题", Kind.MULTIPLE), Map.entry("多项选择题", Kind.MULTIPLE), Map.entry("MULTIPLE", Kind.MULTIPLE),
            Map.entry("判断", Kind.TRUE_FALSE), Map.entry("判断题", Kind.TRUE_FALSE), Map.entry("TRUE_FALSE", Kind.TRUE_FALSE));
    /** What the header may call each column. */
    private enum Column {
        TEXT("题目", "题干", "TEXT"), KIND("题型", "类型", "KIND"), ANSWER("答案", "正确答案", "ANSWER"), EXPLANATION("解析",
                "EXPLANATION"), SOURCE("来源", "出处",
                        "SOURCE"), TOPIC("主题", "分类", "TOPIC"), DIFFICULTY("难度", "DIFFICULTY"), PICTURE("图片", "PICTURE");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final List<Integer> options = new ArrayList<>();
    private final List<Sheet.Row> rows;

    private QuestionSheet(List<String> header, List<Sheet.Row> rows) {
        List<String> names = header.stream().map(QuestionSheet::plain).toList();
        for (Column column : Column.values()) {
            column.names.stream().mapToInt(names::indexOf).filter(at -> at >= 0).findFirst()
                    .ifPresent(at -> columns.put(column, at));
        }
        for (char letter = 'A'; letter < 'A' + Draft.MOST && at(names, letter) >= 0; letter++) {
            options.add(at(names, letter));
        }
        this.rows = rows;
    }

    /** The questions of a sheet; refused 422 {@code sheet_empty} or {@code sheet_header} where it has none. */
    static QuestionSheet of(Sheet sheet) {
        List<Sheet.Row> filled = sheet.rows().stream().filter(row -> !row.isBlank()).toList();
        if (filled.isEmpty()) {
            throw Problem.invalid("sheet_empty", "body");
        }
        QuestionSheet questions = new QuestionSheet(filled.get(0).cells(), filled.subList(1, filled.size()));
        if (!questions.columns.keySet().containsAll(Set.of(Column.TEXT, Column.KIND, Column.ANSWER))
                || questions.options.size() < Draft.FEWEST) {
            throw Problem.invalid("sheet_header", "body");
        }
        return questions;
    }

    /** The rows below the header, without blank ones. */
    List<Sheet.Row> rows() {
        return rows;
    }

    /** The questions in them. */
    List<Entry> entries() {
        return rows.stream().map(row -> new Entry(row.number(), () -> question(row))).toList();
    }

    /** The question in a row; refused 422 with what is wrong with it. */
    Draft question(Sheet.Row row) {
        Kind kind = KINDS.get(plain(cell(row, Column.KIND)));
        if (kind == null) {
            throw Problem.invalid("row_kind", "kind", cell(row, Column.KIND));
        }
        List<String> texts = optionTexts(row, kind);
        String right = letters(cell(row, Column.ANSWER), kind, texts);
        List<Draft.Option> choices = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            choices.add(new Draft.Option(texts.get(i), right.indexOf('A' + i) >= 0));
        }
        return Draft.of(cell(row, Column.TEXT), kind, choices, cell(row, Column.EXPLANATION), cell(row, Column.SOURCE),
                cell(row, Column.TOPIC), difficulty(cell(row, Column.DIFFICULTY))).pictured(cell(row, Column.PICTURE));
    }

    private List<String> optionTexts(Sheet.Row row, Kind kind) {
        List<String> texts = new ArrayList<>(options.stream().map(row::cell).map(QuestionTable::plain).toList());
        while (!texts.isEmpty() && texts.get(texts.size() - 1).isEmpty()) {
            texts.remove(texts.size() - 1);
        }
        if (kind == Kind.TRUE_FALSE && texts.isEmpty()) {
            return List.of("正确", "错误");
        }
        int gap = texts.indexOf("");
        if (gap >= 0) {
            throw Problem.invalid("row_option_gap", "options", Character.toString('A' + gap));
        }
        return texts;
    }

    /** The letters of the right options; an answer in words is understood where it can only mean right or wrong. */
    static String letters(String answer, Kind kind, List<String> options) {
        String given = plain(answer);
        if (given.isEmpty()) {
            throw Problem.invalid("row_answer_missing", "answer");
        }
        if (kind == Kind.TRUE_FALSE && YesNo.isWord(given)) {
            return YesNo.isYes(given) == YesNo.isNo(options.get(0)) ? "B" : "A";
        }
        String letters = given.replaceAll("[,，、;；/\\s]+", "");
        if (letters.chars().anyMatch(letter -> letter < 'A' || letter >= 'A' + options.size())) {
            throw Problem.invalid("row_answer_unknown", "answer", answer);
        }
        return letters;
    }

    /** 1 where nothing stands in the cell, 0 where no difficulty does. */
    static int difficulty(String cell) {
        String given = plain(cell);
        if (given.isEmpty()) {
            return 1;
        }
        return given.matches("[1-5]") ? Integer.parseInt(given) : 0;
    }

    private String cell(Sheet.Row row, Column column) {
        Integer at = columns.get(column);
        return at == null ? "" : QuestionTable.plain(row.cell(at));
    }

    private static int at(List<String> header, char letter) {
        return List.of("选项" + letter, "OPTION " + letter, "OPTION" + letter, Character.toString(letter)).stream()
                .mapToInt(header::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
    }

    /** Full-width letters made plain, and capitals. */
    static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
