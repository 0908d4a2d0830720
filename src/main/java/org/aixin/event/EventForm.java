package org.aixin.event;

import java.time.LocalDate;

import org.aixin.kernel.Digits;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** What stands, or was typed, in the form for an event. */
record EventForm(@Nullable String unit, @Nullable String title, @Nullable String firstDay, @Nullable String lastDay,
        @Nullable String place, @Nullable String sponsor, @Nullable String donor, @Nullable String note,
        @Nullable String budget) {

    static EventForm empty(LocalDate today) {
        return new EventForm(null, null, today.toString(), today.toString(), null, null, null, null, null);
    }

    static EventForm of(Event event) {
        return new EventForm(null, event.title(), event.firstDay().toString(), event.lastDay().toString(), event.place(),
                event.sponsor(), event.donor() == null ? null : Long.toString(event.donor()), event.note(),
                event.budget() == null ? null : Integer.toString(event.budget()));
    }

    /** Whether this unit was chosen. */
    public boolean isOf(long id) {
        return Long.toString(id).equals(unit);
    }

    /** Whether this donor was chosen. */
    public boolean isGivenBy(long id) {
        return Long.toString(id).equals(donor);
    }

    Wanted wanted() {
        Long giver = donor == null || donor.isBlank()
                ? null
                : Ids.of(donor).orElseThrow(() -> Problem.invalid("donor_unknown", "donor"));
        return new Wanted(title, day(firstDay, "firstDay"), day(lastDay, "lastDay"), place, sponsor, giver, note,
                number(budget, "budget"));
    }

    static @Nullable LocalDate day(@Nullable String day, String field) {
        return day == null || day.isBlank() ? null : Text.day(day, field);
    }

    /** A number that was typed; refused 422 {@code number_unreadable}. */
    static @Nullable Integer number(@Nullable String typed, String field) {
        return typed == null || typed.isBlank() ? null : Integer.valueOf(Digits.number(typed, field));
    }
}
