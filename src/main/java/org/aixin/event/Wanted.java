package org.aixin.event;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/**
 * An event as it is to be written.
 *
 * @param budget the most points that all of it gives together, null for as many as are earned
 */
record Wanted(@Nullable String title, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay, @Nullable String place,
        @Nullable String sponsor, @Nullable Long donor, @Nullable String note,
        @Nullable Integer budget) {
    static final int LONGEST = 60, LONGEST_NOTE = 500, MOST_DAYS = 92;
    private static final int YEARS = 3;

    /** The same with its texts trimmed; refused 422 for texts and {@code event_days_refused}. */
    Wanted checked(LocalDate today) {
        LocalDate last = lastDay == null ? firstDay : lastDay;
        if (firstDay == null || last == null || last.isBefore(firstDay)
                || ChronoUnit.DAYS.between(firstDay, last) >= MOST_DAYS || firstDay.isBefore(today.minusYears(YEARS))
                || last.isAfter(today.plusYears(YEARS))) {
            throw Problem.invalid("event_days_refused", "firstDay", MOST_DAYS);
        }
        return new Wanted(Text.required(title, "title", LONGEST), firstDay, last, Text.required(place, "place", LONGEST),
                Text.optional(sponsor, "sponsor", LONGEST), donor, Text.optional(note, "note", LONGEST_NOTE), budget);
    }
}
