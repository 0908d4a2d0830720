package org.aixin.event;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is to belong to an event.
 *
 * @param pick id of the quiz, round or drill; code of the shop
 * @param name of a prize or booklet, title of a talk
 * @param who speaks
 * @param day of a talk, first of a visit
 * @param lastDay of a visit, the first where none is said
 * @param pieces of a prize, copies of a booklet
 * @param people who listened, or took a prize home
 */
record NewPart(Kind kind, @Nullable String pick, @Nullable String name, @Nullable String who, @Nullable LocalDate day,
        @Nullable LocalDate lastDay, @Nullable Integer pieces, @Nullable Integer people) {
}
