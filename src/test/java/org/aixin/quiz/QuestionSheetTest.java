package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.Sheet;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One row, one question; what is wrong with a row is said in plain words. */
class QuestionSheetTest {
    private static final String HEADER = "题目,题型,选项A,选项B,选项C,选项D,答案,解析,来源,主题,难度\n";

    @Nested
    class AGoodRow {
        @Test
        void of_one_right_answer_is_read_whole() {
            Draft draft = read("先做什么？,单选,断电,泼水,,,A,先断电。,《规程》,用电,2");
            assertThat(draft).isEqualTo(new Draft("先做什么？", Kind.SINGLE,
                    List.of(new Draft.Option("断电", true), new Draft.Option("泼水", false)), "先断电。", "《规程》", "用电", 2, null));
        }

        @Test
        void may_write_several_letters_in_any_way() {
            for (String answer : List.of("ABD", "\"A,B,D\"", "A、B、D", "ＡＢＤ", "abd", "A B D", "D;B;A")) {
                assertThat(right(read("危险吗？,多选题,一,二,三,四," + answer + ",,,,"))).containsExactly("一", "二", "四");
            }
        }

        @Test
        void of_true_or_false_may_answer_in_words_and_leave_the_options_out() {
            for (String answer : List.of("错误", "错", "×", "B", "false")) {
                assertThat(right(read("保险丝可换铜丝。,判断,,,,," + answer + ",,,,"))).containsExactly("错误");
            }
            assertThat(right(read("要定期试验。,判断,正确,错误,,,√,,,,"))).containsExactly("正确");
            assertThat(right(read("要定期试验。,判断,错误,正确,,,对,,,,"))).containsExactly("正确");
        }

        @Test
        void may_stand_under_a_header_in_another_order() {
            String file = "难度,答案,选项B,选项A,类型,题干,备注\n3,B,断电,泼水,SINGLE,先做什么？,好题\n";
            QuestionSheet sheet = QuestionSheet.of(Sheet.read(file.getBytes(StandardCharsets.UTF_8)));
            Draft draft = sheet.question(sheet.rows().get(0));
            assertThat(right(draft)).containsExactly("断电");
            assertThat(draft.difficulty()).isEqualTo(3);
        }

        @Test
        void may_have_six_options() {
            String file = "题目,题型,A,B,C,D,E,F,答案\n哪个？,单选,一,二,三,四,五,六,F\n";
            QuestionSheet sheet = QuestionSheet.of(Sheet.read(file.getBytes(StandardCharsets.UTF_8)));
            assertThat(right(sheet.question(sheet.rows().get(0)))).containsExactly("六");
        }
    }

    @Nested
    class ABadRow {
        @Test
        void says_what_is_wrong() {
            assertThat(reason(",单选,一,二,,,A,,,,")).isEqualTo("题目空着，请写出题目。");
            assertThat(reason("问？,填空,一,二,,,A,,,,")).isEqualTo("题型“填空”看不懂，请写单选、多选或判断。");
            assertThat(reason("问？,单选,一,二,,,,,,,")).isEqualTo("没有写答案，请填正确选项的字母。");
            assertThat(reason("问？,单选,一,二,,,C,,,,")).isEqualTo("答案“C”对不上选项，请填正确选项的字母，如 A 或 ABD。");
            assertThat(reason("问？,单选,一,,三,,A,,,,")).isEqualTo("选项B空着，后面却还有选项。请把选项挨着填。");
            assertThat(reason("问？,单选,一,二,,,AB,,,,")).startsWith("单选题和判断题只能有一个正确选项");
            assertThat(reason("问？,单选,一,一,,,A,,,,")).isEqualTo("有两个选项一样：一。请改掉其中一个。");
            assertThat(reason("问？,单选,一,,,,A,,,,")).isEqualTo("选项要有 2 到 6 个。");
            assertThat(reason("问？,判断,一,二,三,,A,,,,")).isEqualTo("判断题只能有两个选项。");
            assertThat(reason("问？,单选,一,二,,,A,,,,难")).isEqualTo("难度请填 1 到 5 的数字。");
            assertThat(reason("问".repeat(301) + ",单选,一,二,,,A,,,,")).isEqualTo("题目太长，请写在 300 个字以内。");
            assertThat(reason("问\u0007？,单选,一,二,,,A,,,,")).contains("看不见的特殊字符");
        }
    }

    @Test
    void titles_may_stand_above_the_header_and_what_kind_it_is_may_be_left_out() {
        String file = "郭家庄村安全生产月竞答题库,,,,\n\n填表人：小李,,日期：6 月 1 日,,\n序号,题目（必填）,A选项,B选项,C选项,参考答案\n1,火警？,119,110,,a\n2,要断电？,修灯,看书,修插座,\"A,C\"\n"
                + "3,油锅着火可以用水浇。,对,错,,B\n4,打火警要说清地址。,,,,√\n合计,,,,,4\n";
        List<Entry> entries = QuestionFile.of(file.getBytes(StandardCharsets.UTF_8)).entries();
        assertThat(entries).extracting(Entry::row).containsExactly(5, 6, 7, 8, 9);
        assertThat(entries.subList(0, 4)).extracting(entry -> entry.read().kind()).containsExactly(Kind.SINGLE, Kind.MULTIPLE,
                Kind.TRUE_FALSE, Kind.TRUE_FALSE);
        assertThat(catchThrowableOfType(Problem.class, () -> entries.get(4).read()).code()).isEqualTo("row_answer_unknown");
    }

    @Test
    void a_file_without_the_needed_columns_is_refused_whole() {
        assertThat(refusal("")).isEqualTo("sheet_empty");
        assertThat(refusal("\n\n")).isEqualTo("sheet_empty");
        assertThat(refusal("问？,单选,一,二,A\n")).isEqualTo("sheet_header");
    }

    private static Draft read(String row) {
        QuestionSheet sheet = QuestionSheet.of(Sheet.read((HEADER + row).getBytes(StandardCharsets.UTF_8)));
        return sheet.question(sheet.rows().get(0));
    }

    private static List<String> right(Draft draft) {
        return draft.options().stream().filter(Draft.Option::correct).map(option -> String.valueOf(option.text())).toList();
    }

    private static String reason(String row) {
        return Sentences.detail(catchThrowableOfType(Problem.class, () -> read(row)), Locale.CHINESE);
    }

    private static String refusal(String file) {
        return catchThrowableOfType(Problem.class,
                () -> QuestionSheet.of(Sheet.read(file.getBytes(StandardCharsets.UTF_8)))).code();
    }
}
