package org.aixin.quiz;

import java.time.Instant;
import java.util.List;

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
 * @param opensAt from when it can be taken; none: at once
 * @param closesAt from when it can no longer be taken; none: when somebody closes it
 * @param parts what is drawn, topic by topic; none: {@code draw} questions of the bank or the topic. Where there are some,
 *        {@code draw} is what they make together, and {@code topic} that of parts which name none
 */
public record NewQuiz(@Nullable String title, @Nullable String bank, @Nullable String topic, @Nullable Integer draw,
        @Nullable Integer secondsPerQuestion, @Nullable String mode, @Nullable Integer triesPerDay,
        @Nullable Integer pass, @Nullable String unit, @Nullable Instant opensAt, @Nullable Instant closesAt,
        @Nullable List<@Nullable NewPart> parts) {
    /** A quiz that opens at once and is drawn from all of a bank or one of its topics. */
    public static NewQuiz of(String title, String bank, @Nullable String topic, int draw, int secondsPerQuestion, String mode,
            @Nullable Integer triesPerDay, @Nullable Integer pass) {
        return new NewQuiz(title, bank, topic, draw, secondsPerQuestion, mode, triesPerDay, pass, null, null, null, null);
    }
}
