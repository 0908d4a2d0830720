package org.aixin.kernel;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Days that are looked at.
 *
 * @param from the first of them
 * @param to the last of them
 */
public record Period(LocalDate from, LocalDate to) {
    private static final int MOST_DAYS = 366;

    /** This month so far, unless said otherwise; refused 422 {@code period_refused} where it ends before it begins, or is longer than a year. */
    public static Period of(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate last = to == null || to.isBlank() ? today : Text.day(to, "to");
        LocalDate first = from == null || from.isBlank() ? last.withDayOfMonth(1) : Text.day(from, "from");
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw Problem.invalid("period_refused", "from");
        }
        return new Period(first, last);
    }

    /** As {@link #of(String, String, LocalDate)}, but the last seven days unless said otherwise. */
    public static Period week(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate last = to == null || to.isBlank() ? today : Text.day(to, "to");
        return of(from == null || from.isBlank() ? last.minusDays(6).toString() : from, to, today);
    }

    /** When the first of them begins. */
    public Instant begins(BusinessTime time) {
        return time.startOf(from);
    }

    /** When the last of them is over. */
    public Instant ends(BusinessTime time) {
        return time.startOf(to.plusDays(1));
    }

    /** As the query of an address. */
    public String getQuery() {
        return "from=" + from + "&to=" + to;
    }
}
