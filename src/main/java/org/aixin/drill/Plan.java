package org.aixin.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** A drill as it is planned; names of roles and titles of steps that are left empty are left out. */
record Plan(@Nullable String title, @Nullable String place, @Nullable Instant startsAt,
        @Nullable List<@Nullable Row> roles, @Nullable List<@Nullable Row> steps) {
    static final int LONGEST = 60, LONGEST_ROLE = 30, LONGEST_PEOPLE = 200, MOST_ROLES = 12, MOST_STEPS = 30;
    private static final Duration FURTHEST = Duration.ofDays(366);

    /** A role and its people, or a step and who does it. */
    record Row(@Nullable String title, @Nullable String who) {
    }

    String checkedTitle() {
        return Text.required(title, "title", LONGEST);
    }

    String checkedPlace() {
        return Text.required(place, "place", LONGEST);
    }

    /** Refused 422 {@code drill_time_refused} unless it is within a year. */
    Instant checkedStart(Instant now) {
        if (startsAt == null || Duration.between(now, startsAt).abs().compareTo(FURTHEST) > 0) {
            throw Problem.invalid("drill_time_refused", "startsAt");
        }
        return startsAt;
    }

    List<Duty> duties() {
        List<Duty> duties = new ArrayList<>();
        for (Row row : said(roles, "roles", MOST_ROLES)) {
            duties.add(new Duty(Text.required(row.title, "roles", LONGEST_ROLE),
                    Text.optional(row.who, "roles", LONGEST_PEOPLE)));
        }
        return duties;
    }

    List<Step> ordered() {
        List<Step> ordered = new ArrayList<>();
        for (Row row : said(steps, "steps", MOST_STEPS)) {
            ordered.add(new Step(ordered.size() + 1, Text.required(row.title, "steps", LONGEST),
                    Text.optional(row.who, "steps", LONGEST), null));
        }
        if (ordered.isEmpty()) {
            throw Problem.invalid("drill_steps_missing", "steps");
        }
        return ordered;
    }

    private static List<Row> said(@Nullable List<@Nullable Row> rows, String field, int most) {
        List<Row> said = new ArrayList<>();
        for (Row row : rows == null ? List.<@Nullable Row>of() : rows) {
            if (row != null && !(blank(row.title) && blank(row.who))) {
                said.add(row);
            }
        }
        if (said.size() > most) {
            throw Problem.invalid("drill_too_long", field, most);
        }
        return said;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
