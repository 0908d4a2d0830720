package org.aixin.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions as the rows of our own sheet, which {@link QuestionSheet} reads again without loss. */
final class QuestionTable {
    private static final List<String> AFTER = List.of("答案", "解析", "来源", "主题", "难度", "图片");
    /** What a spreadsheet program would reckon out, were it not marked as words. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@].*"), FIGURE = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?");

    private QuestionTable() {
    }

    static List<List<String>> of(List<Question> questions) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        questions.forEach(one -> rows.add(row(one).stream().map(QuestionTable::marked).toList()));
        return rows;
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("题目", "题型"));
        IntStream.range(0, Draft.MOST).forEach(i -> header.add("选项" + (char) ('A' + i)));
        header.addAll(AFTER);
        return header;
    }

    private static List<String> row(Question one) {
        List<String> row = new ArrayList<>(List.of(one.text, switch (one.kind) {
            case SINGLE -> "单选";
            case MULTIPLE -> "多选";
            case TRUE_FALSE -> "判断";
        }));
        for (int i = 0; i < Draft.MOST; i++) {
            row.add(i < one.options.size() ? one.options.get(i).text : "");
        }
        row.add(IntStream.range(0, one.options.size()).filter(i -> one.options.get(i).correct)
                .mapToObj(i -> Character.toString('A' + i)).collect(Collectors.joining()));
        row.add(one.explanation == null ? "" : one.explanation);
        row.add(one.source == null ? "" : one.source);
        row.add(one.topic == null ? "" : one.topic);
        row.add(Integer.toString(one.difficulty));
        row.add(one.picture == null ? "" : QuestionPictures.address(one.picture));
        return row;
    }

    private static String marked(String cell) {
        return FORMULA.matcher(cell).matches() && !FIGURE.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The words of a cell without the mark that keeps them from being reckoned out. */
    static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
