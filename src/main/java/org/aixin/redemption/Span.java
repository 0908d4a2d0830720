package org.aixin.redemption;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** How long a limit counts before it begins anew: calendar spans where the village is, weeks from Monday. */
enum Span {
    DAY("每天", "a day"), WEEK("每周", "a week"), MONTH("每月", "a month"), QUARTER("每季度", "a quarter"), YEAR("每年", "a year");

    private final String chinese;
    private final String english;

    Span(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String words(boolean inEnglish) {
        return inEnglish ? english : chinese;
    }

    /** The first day of the span in which a day lies. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the span after the one in which a day lies. */
    LocalDate next(LocalDate day) {
        LocalDate first = first(day);
        return switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }
}
