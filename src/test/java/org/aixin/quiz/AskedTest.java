package org.aixin.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.aixin.kernel.Problem;

import org.junit.jupiter.api.Test;

/** Marking. */
class AskedTest {
    private static final List<Asked> ASKED = List.of(new Asked(1, Set.of(10L, 11L, 12L), Set.of(11L)),
            new Asked(2, Set.of(20L, 21L, 22L), Set.of(20L, 22L)));

    @Test
    void all_right_options_and_no_other_are_right() {
        assertThat(marks(Map.of(1L, Set.of(11L), 2L, Set.of(22L, 20L)))).containsExactly(true, true);
        assertThat(marks(Map.of(1L, Set.of(10L, 11L), 2L, Set.of(20L)))).containsExactly(false, false);
        assertThat(marks(Map.of(1L, Set.of(12L), 2L, Set.of(20L, 21L, 22L)))).containsExactly(false, false);
    }

    @Test
    void what_is_not_answered_is_wrong() {
        assertThat(marks(Map.of())).containsExactly(false, false);
        assertThat(marks(Map.of(2L, Set.of()))).containsExactly(false, false);
    }

    @Test
    void what_was_not_asked_is_refused() {
        assertThat(refusal(Map.of(3L, Set.of(11L)))).isEqualTo("question_unknown");
        assertThat(refusal(Map.of(1L, Set.of(20L)))).isEqualTo("option_unknown");
    }

    @Test
    void the_same_choice_in_another_order_is_the_same_answer() {
        assertThat(Asked.mark(ASKED, Map.of(2L, Set.of(20L, 21L))))
                .isEqualTo(Asked.mark(ASKED, Map.of(2L, Set.of(21L, 20L), 1L, Set.of())));
    }

    private static List<Boolean> marks(Map<Long, Set<Long>> answers) {
        return Asked.mark(ASKED, answers).stream().map(Asked.Marked::correct).toList();
    }

    private static String refusal(Map<Long, Set<Long>> answers) {
        return catchThrowableOfType(Problem.class, () -> Asked.mark(ASKED, answers)).code();
    }
}
