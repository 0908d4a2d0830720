package org.aixin.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sheet;

/**
 * Kahoot's spreadsheet template: some rows that explain it, a header, then a row for each question. Its time limits are left aside,
 * since a quiz has one for all its questions.
 */
record KahootSheet(int text, List<Integer> answers, int correct, List<Sheet.Row> rows) {
    /** So many filled rows may stand above the header. */
    private static final int ABOVE = 30;
    private static final int MOST = 4;

    /** The questions of a sheet that has Kahoot's header. */
    static Optional<KahootSheet> in(Sheet sheet) {
        List<Sheet.Row> filled = sheet.rows().stream().filter(row -> !row.isBlank()).toList();
        return IntStream.range(0, Math.min(ABOVE, filled.size()))
                .mapToObj(at -> below(filled.get(at), filled.subList(at + 1, filled.size()))).flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<KahootSheet> below(Sheet.Row header, List<Sheet.Row> rows) {
        List<String> names = header.cells().stream().map(cell -> QuestionSheet.plain(cell).replaceAll("\\s+", "")).toList();
        int text = at(names, "QUESTION", "问题"), correct = at(names, "CORRECTANSWER", "正确答案");
        List<Integer> answers = IntStream.rangeClosed(1, MOST).mapToObj(number -> at(names, "ANSWER" + number, "答案" + number))
                .takeWhile(at -> at >= 0).toList();
        return text < 0 || correct < 0 || answers.size() < Draft.FEWEST
                ? Optional.empty()
                : Optional.of(new KahootSheet(text, answers, correct, rows));
    }

    private static int at(List<String> names, String english, String chinese) {
        return IntStream.range(0, names.size())
                .filter(at -> names.get(at).startsWith(english) || names.get(at).startsWith(chinese)).findFirst().orElse(-1);
    }

    /** The rows in which something was written; the template numbers a hundred in advance. */
    List<Entry> entries() {
        return rows.stream()
                .filter(row -> !row.cell(text).isEmpty() || answers.stream().anyMatch(at -> !row.cell(at).isEmpty()))
                .map(row -> new Entry(row.number(), () -> question(row))).toList();
    }

    private Draft question(Sheet.Row row) {
        String numbers = numbers(row.cell(correct));
        List<Draft.Option> options = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            String answer = row.cell(answers.get(i));
            boolean right = numbers.indexOf('1' + i) >= 0;
            if (answer.isEmpty() && right) {
                throw unknown(row.cell(correct));
            }
            if (!answer.isEmpty()) {
                options.add(new Draft.Option(answer, right));
            }
        }
        return Draft.of(row.cell(text), Kind.of(options), options, null, null, null, null);
    }

    /** The digits of the right answers; a spreadsheet program may have taken {@code 1,3} for a number and written 1.3 or 13. */
    private static String numbers(String cell) {
        String digits = QuestionSheet.plain(cell).replaceAll("[^0-9A-Z]", "");
        if (digits.isEmpty()) {
            throw Problem.invalid("row_number_missing", "answer");
        }
        if (!digits.matches("[1-4]{1,8}")) {
            throw unknown(cell);
        }
        return digits;
    }

    private static Problem unknown(String cell) {
        return Problem.invalid("row_number_unknown", "answer", cell);
    }
}
