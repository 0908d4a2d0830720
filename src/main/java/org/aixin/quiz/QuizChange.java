package org.aixin.quiz;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an organizer says anew of a quiz, also while it is open. Attempts that were begun keep their time and their pass line.
 *
 * @param opensAt null: at once
 * @param closesAt null: until somebody closes it
 * @param triesPerDay null: as often as one likes; those of today count
 * @param pass right answers from which it counts as passed, null for none
 */
record QuizChange(@Nullable String title, @Nullable Instant opensAt, @Nullable Instant closesAt, @Nullable Integer triesPerDay,
        @Nullable Integer pass) {
}
