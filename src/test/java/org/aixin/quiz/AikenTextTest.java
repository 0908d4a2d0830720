package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.aixin.kernel.Problem;

import org.junit.jupiter.api.Test;

/** Questions as plain text, clean and as word processors leave them. */
class AikenTextTest {
    @Test
    void the_plain_form_is_read() {
        List<Draft> drafts = read("What comes first?\nA. Cut the power\nB. Pour water\nANSWER: A\n\n"
                + "Which are hot?\nA) Ice\nB) Fire\nC) Steam\nANSWER: B,C\n");
        assertThat(drafts).extracting(Draft::text).containsExactly("What comes first?", "Which are hot?");
        assertThat(drafts).extracting(Draft::kind).containsExactly(Kind.SINGLE, Kind.MULTIPLE);
        assertThat(right(drafts.get(0))).containsExactly("Cut the power");
        assertThat(right(drafts.get(1))).containsExactly("Fire", "Steam");
    }

    @Test
    void what_a_word_processor_makes_of_it_is_read_too() {
        List<Draft> drafts = read("\uFEFF1．\u00a0有人触电，“第一步”做什么？\r\n\r\n\r\nＡ．断电\r\n\u3000Ｂ、泼水\r\n答案：Ａ\r\n"
                + "2、油锅起火怎么办？\r\nA、盖锅盖\u3000\u3000B、泼水\tC、逃跑\r\n【答案】 ａ\r\n解析：水会让油溅开。\r\n难度：２\r\n"
                + "（3）保险丝可换成铜丝。\r\n参考答案: 错\r\n");
        assertThat(drafts).extracting(Draft::text).containsExactly("有人触电，“第一步”做什么？", "油锅起火怎么办？", "保险丝可换成铜丝。");
        assertThat(drafts).extracting(draft -> right(draft).get(0)).containsExactly("断电", "盖锅盖", "错误");
        assertThat(drafts.get(1).options()).extracting(Draft.Option::text).containsExactly("盖锅盖", "泼水", "逃跑");
        assertThat(drafts.get(1).explanation()).isEqualTo("水会让油溅开。");
        assertThat(drafts.get(1).difficulty()).isEqualTo(2);
        assertThat(drafts.get(2).kind()).isEqualTo(Kind.TRUE_FALSE);
    }

    @Test
    void words_of_an_option_are_not_taken_for_the_next_option() {
        Draft draft = read("What is best?\nA. Plan B. It works\nB. Nothing\nANSWER: A").get(0);
        assertThat(right(draft)).containsExactly("Plan B. It works");
        assertThat(read("1.5 米能跳过吗？\nA. 能\nB. 不能\n答案：B").get(0).text()).isEqualTo("1.5 米能跳过吗？");
    }

    @Test
    void what_is_wrong_is_said_for_the_line_on_which_the_question_begins() {
        List<Entry> entries = entries(
                "安全知识一百题\n\n第一问？\nA. 一\nB. 二\n\n第二问？\nA. 一\nC. 三\nANSWER: A\n第三问？\nA. 一\nB. 二\nANSWER: D\n第四问？\nANSWER: B\n");
        assertThat(entries).extracting(Entry::row).containsExactly(1, 3, 7, 11, 15);
        assertThat(entries).extracting(AikenTextTest::refusal).containsExactly("row_options_missing", "row_answer_missing",
                "row_option_gap", "row_answer_unknown", "row_options_missing");
    }

    @Test
    void a_heading_right_above_is_not_part_of_the_first_question() {
        List<Entry> entries = entries("安全知识\n1. 第一问？\nA. 一\nB. 二\nANSWER: A\n");
        assertThat(entries.get(1).read().text()).isEqualTo("第一问？");
    }

    @Test
    void a_paper_with_headings_and_answers_in_brackets_is_read() {
        List<Draft> drafts = read("一、单选题（每题 2 分，共 20 分）\n1．着火应该打（ B ）。\nＡ．110　Ｂ．119\n二、多选题\n2、要断电的是（Ａ、C）\nA、修灯\nB、看书\nC、修插座\n"
                + "三、判断题\n3、油锅着火可以用水浇。（×）\n4、打119要说清地址（√）\n");
        assertThat(drafts).extracting(Draft::text).containsExactly("着火应该打（ ）。", "要断电的是（ ）", "油锅着火可以用水浇。（ ）", "打119要说清地址（ ）");
        assertThat(drafts).extracting(Draft::kind).containsExactly(Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.TRUE_FALSE);
        assertThat(drafts).extracting(draft -> String.join(",", right(draft))).containsExactly("119", "修灯,修插座", "错误", "正确");
        assertThat(read("维生素（A）多吃好吗？\nA. 好\nB. 不好\n答案：B").get(0).text()).isEqualTo("维生素（A）多吃好吗？");
    }

    @Test
    void a_line_made_to_waste_time_does_not() {
        String spaces = " ".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThat(
                entries("ANSWER" + spaces + "\nA" + spaces + "\n问？\nA. " + spaces + "B\nB. 二\nANSWER:" + spaces + "A\n"))
                .hasSize(1));
    }

    @Test
    void sheets_are_not_taken_for_it() {
        assertThat(AikenText.isIn("题目,题型,选项A,选项B,答案\n\"问？\n答案：A\",单选,一,二,A\n")).isFalse();
        assertThat(AikenText.isIn("问？,单选,一,二,A\n")).isFalse();
    }

    private static List<Draft> read(String text) {
        return entries(text).stream().map(Entry::read).toList();
    }

    private static List<Entry> entries(String text) {
        QuestionFile file = QuestionFile.of(text.getBytes(StandardCharsets.UTF_8));
        assertThat(file.form()).isEqualTo(QuestionFile.Form.AIKEN);
        return file.entries();
    }

    private static List<String> right(Draft draft) {
        return draft.options().stream().filter(Draft.Option::correct).map(option -> String.valueOf(option.text())).toList();
    }

    private static String refusal(Entry entry) {
        return catchThrowableOfType(Problem.class, entry::read).code();
    }
}
