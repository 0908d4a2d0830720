package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Where an option stands says nothing of whether it is right: many write the right one first. */
class OptionOrderTest {
    private static LiveQuestion asked(Kind kind, String right, String... others) {
        List<Draft.Option> options = IntStream.rangeClosed(0, others.length)
                .mapToObj(i -> new Draft.Option(i == 0 ? right : others[i - 1], i == 0)).toList();
        return LiveQuestion.of(Question.of(Draft.of("第几个对？", kind, options, null, null, null, 1), 1, Instant.EPOCH));
    }

    private static List<String> texts(LiveQuestion question) {
        return question.options().stream().map(LiveQuestion.Option::text).toList();
    }

    @Test
    void yes_stands_before_no_whichever_was_written_first() {
        assertThat(texts(asked(Kind.TRUE_FALSE, "错误", "正确"))).containsExactly("正确", "错误");
        assertThat(texts(asked(Kind.TRUE_FALSE, "正确", "错误"))).containsExactly("正确", "错误");
    }

    @Test
    void any_other_option_stands_in_any_place() {
        for (Kind kind : List.of(Kind.SINGLE, Kind.TRUE_FALSE)) {
            assertThat(IntStream.range(0, 60).mapToObj(i -> texts(asked(kind, "安全", "危险")).indexOf("安全"))
                    .collect(Collectors.groupingBy(place -> place, Collectors.counting())).values()).as("%s", kind).hasSize(2)
                    .allMatch(often -> often > 10);
        }
    }
}
