package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;

import org.aixin.kernel.Problem;

import org.junit.jupiter.api.Test;

/** Kahoot's template with what stands above its header and a hundred numbered rows below. */
class KahootSheetTest {
    private static final List<String> HEADER = List.of("", "Question - max 120 characters", "Answer 1 - max 75 characters",
            "Answer 2 - max 75 characters", "Answer 3 - max 75 characters", "Answer 4 - max 75 characters",
            "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one");

    @Test
    void its_rows_are_read() throws IOException {
        List<Entry> entries = entries(List.of("1", "What comes first?", "Cut the power", "Pour water", "", "", "20", "1"),
                List.of("2", "Which are hot?", "Ice", "Fire", "Steam", "Snow", "30", "2,3"),
                List.of("3", "Dangerous?", "True", "False", "", "", "10", "2"), List.of("4", "", "", "", "", "", "", ""));
        assertThat(entries).extracting(Entry::row).containsExactly(9, 10, 11);
        assertThat(entries).extracting(entry -> entry.read().kind()).containsExactly(Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE);
        assertThat(entries.get(1).read().options()).containsExactly(new Draft.Option("Ice", false),
                new Draft.Option("Fire", true),
                new Draft.Option("Steam", true), new Draft.Option("Snow", false));
    }

    @Test
    void several_answers_that_became_a_number_are_several_answers() throws IOException {
        for (String numbers : List.of("1,3", "13", "1.3", "1；3", "１，３")) {
            Draft draft = entries(List.of("1", "Which?", "a", "b", "c", "", "20", numbers)).get(0).read();
            assertThat(draft.options()).extracting(Draft.Option::correct).as(numbers).containsExactly(true, false, true);
        }
    }

    @Test
    void what_is_wrong_is_said() throws IOException {
        assertThat(refusal("What?", "a", "b", "", "", "20", "")).isEqualTo("row_number_missing");
        assertThat(refusal("What?", "a", "b", "", "", "20", "3")).isEqualTo("row_number_unknown");
        assertThat(refusal("What?", "a", "b", "", "", "20", "A")).isEqualTo("row_number_unknown");
        assertThat(refusal("", "a", "b", "", "", "20", "1")).isEqualTo("question_text_required");
        assertThat(refusal("What?", "a", "", "", "", "20", "1")).isEqualTo("option_count");
    }

    private static String refusal(String... cells) throws IOException {
        List<String> row = new java.util.ArrayList<>(List.of("1"));
        row.addAll(List.of(cells));
        return catchThrowableOfType(Problem.class, entries(row).get(0)::read).code();
    }

    @SafeVarargs
    private static List<Entry> entries(List<String>... rows) throws IOException {
        QuestionFile file = QuestionFile.of(SheetTest.xlsx(sheet -> {
            sheet.value(1, 1, "Quiz template");
            sheet.value(2, 1,
                    "Add questions, at least two answer alternatives, time limit and choose correct answers (at least one).");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(7, column, HEADER.get(column));
            }
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    String cell = rows[row].get(column);
                    if (cell.matches("[0-9]+(\\.[0-9]+)?")) {
                        sheet.value(8 + row, column, new java.math.BigDecimal(cell));
                    } else if (!cell.isEmpty()) {
                        sheet.value(8 + row, column, cell);
                    }
                }
            }
        }));
        assertThat(file.form()).isEqualTo(QuestionFile.Form.KAHOOT);
        return file.entries();
    }
}
