package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class BoxTest {
    @Test
    void a_chinese_character_takes_two_columns() {
        assertThat(Box.columns("爱心 a，（…）")).isEqualTo(2 + 2 + 1 + 1 + 2 + 2 + 1 + 2);
    }

    @Test
    void the_frame_is_as_wide_as_the_widest_line() {
        assertThat(Box.around(List.of("爱心", "abc"))).isEqualTo("\n┌──────┐\n│ 爱心 │\n│ abc  │\n└──────┘\n");
    }
}
