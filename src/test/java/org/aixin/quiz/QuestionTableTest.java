package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.aixin.kernel.Sheet;
import org.aixin.kernel.WrittenSheet;

import org.junit.jupiter.api.Test;

/** What a bank exports comes back unchanged, and spreadsheet programs reckon nothing out. */
class QuestionTableTest {
    private static final List<Draft> BANK = List.of(
            draft("=1+1 等于几，“二”，还是 \"2\"？", Kind.SINGLE, "=HYPERLINK(1)", "*007", "-5", "'=2", "110", "@用户"),
            draft("先断电，\\再救人; 对<b>吗</b>😀？", Kind.TRUE_FALSE, "错误", "*正确"),
            draft("哪些要断电？", Kind.MULTIPLE, "*一", "二", "*'-三").pictured("/pictures/AAAAAAAAAAAAAAAAAAAAAA"));

    @Test
    void as_csv() {
        byte[] file = WrittenSheet.csv(QuestionTable.of(questions()));
        assertThat(read(file)).isEqualTo(BANK);
        assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8)).contains("'=HYPERLINK(1)").doesNotContain(",=");
    }

    @Test
    void as_xlsx() {
        assertThat(read(WrittenSheet.xlsx("题库", QuestionTable.of(questions())))).isEqualTo(BANK);
    }

    private static List<Draft> read(byte[] file) {
        QuestionFile read = QuestionFile.of(file);
        assertThat(read.form()).isEqualTo(QuestionFile.Form.SHEET);
        assertThat(Sheet.read(file).rows()).hasSize(BANK.size() + 1);
        return read.entries().stream().map(Entry::read).toList();
    }

    private static List<Question> questions() {
        return BANK.stream().map(draft -> Question.of(draft, 1, Instant.EPOCH)).toList();
    }

    private static Draft draft(String text, Kind kind, String... options) {
        return Draft.of(text, kind,
                List.of(options).stream()
                        .map(option -> new Draft.Option(option.startsWith("*") ? option.substring(1) : option,
                                option.startsWith("*")))
                        .toList(),
                "因为，所以。", null, "用电", 5);
    }
}
