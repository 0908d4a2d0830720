package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @Test
    void words_are_trimmed_and_kept() {
        assertThat(Text.required("  王秀英 🎉 <b>'); DROP TABLE award; -- \u3000", "name", 40))
                .isEqualTo("王秀英 🎉 <b>'); DROP TABLE award; --");
        assertThat(Text.optional("  ", "note", 5)).isNull();
        assertThat(Text.required("🎉🎉🎉", "note", 3)).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007", "\u001b[31m", "\ud83c", "a\u202eb", "\u2066x"})
    void what_nobody_can_read_is_refused(String text) {
        refused(text, "text_unreadable");
    }

    @Test
    void nothing_and_too_much_are_refused() {
        refused(" \u3000", "text_required");
        refused(null, "text_required");
        refused("长".repeat(41), "text_too_long");
    }

    @Test
    void days_are_said_as_people_say_them() {
        LocalDate today = LocalDate.of(2026, 11, 21);
        assertThat(Said.day(today, today, false)).isEqualTo("今天");
        assertThat(Said.day(today.minusDays(1), today, false)).isEqualTo("昨天");
        assertThat(Said.day(today.minusDays(6), today, false)).isEqualTo("11 月 15 日");
        assertThat(Said.day(today.minusYears(1), today, false)).isEqualTo("2025 年 11 月 21 日");
        assertThat(Said.day(today.minusDays(6), today, true)).isEqualTo("15 Nov");
        assertThat(Said.signed(-20)).isEqualTo("－20");
        assertThat(Said.signed(5L)).isEqualTo("＋5");
    }

    @Test
    void a_day_is_one_of_the_calendar() {
        assertThat(Text.day(" 2026-11-21 ", "day")).isEqualTo(LocalDate.of(2026, 11, 21));
        for (String wrong : List.of("", "2026-02-30", "+12026-01-01", "21.11.2026", "2026-11-21T10:00", "９999-01-01",
                "9999-12-31")) {
            assertThatThrownBy(() -> Text.day(wrong, "day")).as(wrong)
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("value_refused"));
        }
    }

    private static void refused(@Nullable String text, String code) {
        assertThatThrownBy(() -> Text.required(text, "name", 40)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.status()).isEqualTo(422);
        });
    }
}
