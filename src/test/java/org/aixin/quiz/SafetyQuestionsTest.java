package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.aixin.kernel.Sheet;

import org.junit.jupiter.api.Test;

/** The bank that Aixin ships with. */
class SafetyQuestionsTest {
    private final List<Draft> drafts = drafts();

    @Test
    void at_least_sixty_questions_are_read_without_a_rejected_row() {
        assertThat(drafts).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void each_says_why_and_where_it_is_written() {
        assertThat(drafts).allSatisfy(draft -> {
            assertThat(draft.explanation()).isNotBlank();
            assertThat(draft.source()).isNotBlank();
        });
    }

    @Test
    void none_is_asked_twice() {
        assertThat(drafts).extracting(Draft::text).doesNotHaveDuplicates();
    }

    @Test
    void every_topic_is_there_and_none_is_thin() {
        assertThat(drafts.stream().collect(Collectors.groupingBy(draft -> String.valueOf(draft.topic()), Collectors.counting())))
                .containsOnlyKeys("用电安全", "消防安全", "燃气安全", "防汛抗震", "森林防火", "道路安全", "急救常识")
                .allSatisfy((topic, count) -> assertThat(count).isGreaterThanOrEqualTo(10));
    }

    @Test
    void the_right_answer_stands_in_every_place_about_as_often() {
        List<Draft> single = drafts.stream().filter(draft -> draft.kind() == Kind.SINGLE).toList();
        assertThat(single.stream().collect(Collectors.groupingBy(SafetyQuestionsTest::place, Collectors.counting())))
                .allSatisfy((place, count) -> assertThat(count).isBetween(single.size() / 8L, single.size() / 2L));
    }

    @Test
    void no_option_speaks_of_the_place_of_another_since_options_are_shuffled() {
        Function<Draft, Set<String>> texts = draft -> draft.options().stream().map(option -> String.valueOf(option.text()))
                .collect(Collectors.toSet());
        assertThat(drafts).flatExtracting(texts).noneMatch(text -> text.toString().matches(".*(以上|都对|都不对|前两).*"));
    }

    private static int place(Draft draft) {
        return draft.options().stream().map(Draft.Option::correct).toList().indexOf(true);
    }

    private static List<Draft> drafts() {
        try (InputStream file = SafetyQuestionsTest.class.getResourceAsStream("/bank/safety-questions.csv")) {
            QuestionSheet sheet = QuestionSheet.of(Sheet.read(Objects.requireNonNull(file).readAllBytes()));
            return sheet.rows().stream().map(sheet::question).toList();
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
