package org.aixin.quiz;

import org.jspecify.annotations.Nullable;

/**
 * A quiz as an organizer asks for it, not checked yet.
 *
 * @param bank id of the question bank
 * @param topic draws from this topic of the bank alone
 * @param draw how many questions, 1 to 100, and not more than there are
 * @param secondsPerQuestion 5 to 600
 * @param mode {@code SELF} (also where nothing is said) or {@code LIVE}
 * @param triesPerDay 1 to 100; none: as often as one likes
 * @param pass right answers from which it counts as passed, 1 to {@code draw}
 * @param unit id of the unit whose residents may take part; the organizer's own unless named
 */
public record NewQuiz(@Nullable String title, @Nullable String bank, @Nullable String topic, @Nullable Integer draw,
        @Nullable Integer secondsPerQuestion, @Nullable String mode, @Nullable Integer triesPerDay,
        @Nullable Integer pass, @Nullable String unit) {
}
