package org.aixin.quiz;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sheet;

/** A sheet of questions: one row each below a header that names the columns, in any order; titles may stand above it. */
final class QuestionSheet {
    private static final Map<String, Kind> KINDS = Map.ofEntries(Map.entry("单选", Kind.SINGLE), Map.entry("单选题", Kind.SINGLE),
            Map.entry("单项选择题", Kind.SINGLE), Map.entry("SINGLE", Kind.SINGLE), Map.entry("多选", Kind.MULTIPLE),
            Map.entry("多选题", Kind.MULTIPLE), Map.entry("多项选择题", Kind.MULTIPLE), Map.entry("MULTIPLE", Kind.MULTIPLE),
            Map.entry("判断", Kind.TRUE_FALSE), Map.entry("判断题", Kind.TRUE_FALSE), Map.entry("TRUE_FALSE", Kind.TRUE_FALSE));
    /** What the header may call each column. */
    private enum Column {
        TEXT("题目", "题干", "问题", "试题", "题目内容", "试题内容", "TEXT", "QUESTION"), KIND("题型", "类型", "题目类型", "试题类型",
                "KIND"), ANSWER("答案", "正确答案", "参考答案", "标准答案", "ANSWER"), EXPLANATION("解析", "答案解析", "试题解析", "EXPLANATION"), SOURCE(
                        "来源", "出处",
                        "SOURCE"), TOPIC("主题", "分类", "TOPIC"), DIFFICULTY("难度", "DIFFICULTY"), PICTURE("图片", "PICTURE");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    /** So many filled rows may stand above the header. */
    private static final int ABOVE = 10;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final List<Integer> options = new ArrayList<>();
    private final List<Sheet.Row> rows;

    private QuestionSheet(List<String> header, List<Sheet.Row> rows) {
        List<String> names = header.stream().map(QuestionSheet::name).toList();
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
        return IntStream.range(0, Math.min(ABOVE, filled.size()))
                .mapToObj(at -> new QuestionSheet(filled.get(at).cells(), filled.subList(at + 1, filled.size())))
                .filter(QuestionSheet::isHeaded).findFirst().orElseThrow(() -> Problem.invalid("sheet_header", "body"));
    }

    private boolean isHeaded() {
        return columns.keySet().containsAll(Set.of(Column.TEXT, Column.ANSWER)) && options.size() >= Draft.FEWEST;
    }

    /** What a column is called, without what is said of it in brackets. */
    private static String name(String cell) {
        return plain(cell).replaceAll("[(\\[【][^)\\]】]*[)\\]】]|[\\s*:]", "");
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
        Kind kind = kind(row);
        List<String> texts = optionTexts(row, kind);
        String right = letters(cell(row, Column.ANSWER), kind, texts);
        List<Draft.Option> choices = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            choices.add(new Draft.Option(texts.get(i), right.indexOf('A' + i) >= 0));
        }
        return Draft.of(cell(row, Column.TEXT), kind, choices, cell(row, Column.EXPLANATION), cell(row, Column.SOURCE),
                cell(row, Column.TOPIC), difficulty(cell(row, Column.DIFFICULTY))).pictured(cell(row, Column.PICTURE));
    }

    /** What the row calls it; where it says nothing, what its options and answer show. */
    private Kind kind(Sheet.Row row) {
        String said = plain(cell(row, Column.KIND)), answer = plain(cell(row, Column.ANSWER));
        if (!said.isEmpty()) {
            return Optional.ofNullable(KINDS.get(said))
                    .orElseThrow(() -> Problem.invalid("row_kind", "kind", cell(row, Column.KIND)));
        }
        List<String> texts = options.stream().map(row::cell).filter(text -> !text.isEmpty()).toList();
        if (texts.size() <= Draft.FEWEST && texts.stream().allMatch(YesNo::isWord)
                && (!texts.isEmpty() || YesNo.isWord(answer))) {
            return Kind.TRUE_FALSE;
        }
        return answer.replaceAll("[^A-Z]", "").length() > 1 ? Kind.MULTIPLE : Kind.SINGLE;
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
        return List.of("选项" + letter, letter + "选项", "OPTION" + letter, Character.toString(letter), "选项" + (letter - 'A' + 1))
                .stream()
                .mapToInt(header::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
    }

    /** Full-width letters made plain, and capitals. */
    static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
