package org.aixin.drill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** What stands, or was typed, in the form for a drill; with some empty rows below what is filled in. */
record DrillForm(@Nullable String unit, @Nullable String title, @Nullable String place, @Nullable String day,
        @Nullable String clock, List<Row> roles, List<Row> steps) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int EMPTY_ROLES = 2, EMPTY_STEPS = 3;

    /** A row of two fields. */
    record Row(String title, String who) {
    }

    /** A form with the roles and steps that most drills have. */
    static DrillForm usual(LocalDate today, DrillTexts texts) {
        List<Row> roles = Stream.of(texts.usualRoles().split(";")).map(DrillForm::row).toList();
        List<Row> steps = Stream.of(texts.usualSteps().split(";")).map(DrillForm::row).toList();
        return new DrillForm(null, null, null, today.toString(), "09:00", roles, steps).withRoom();
    }

    private static Row row(String line) {
        String[] parts = line.split("\\|", 2);
        return new Row(parts[0], parts.length == 2 ? parts[1] : "");
    }

    static DrillForm of(Drill drill, List<Duty> duties, List<Step> steps, BusinessTime time) {
        return new DrillForm(null, drill.title(), drill.place(), time.day(drill.startsAt()).toString(),
                CLOCK.format(drill.startsAt().atZone(time.zone())),
                duties.stream().map(duty -> new Row(duty.name(), duty.people() == null ? "" : duty.people())).toList(),
                steps.stream().map(step -> new Row(step.title(), step.who() == null ? "" : step.who())).toList()).withRoom();
    }

    static DrillForm typed(@Nullable String unit, @Nullable String title, @Nullable String place, @Nullable String day,
            @Nullable String clock, List<Row> roles, List<Row> steps) {
        return new DrillForm(unit, title, place, day, clock, roles, steps);
    }

    /** Two columns of a form as rows. */
    static List<Row> rows(@Nullable List<String> titles, @Nullable List<String> who) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; titles != null && i < titles.size(); i++) {
            rows.add(new Row(titles.get(i), who != null && i < who.size() ? who.get(i) : ""));
        }
        return rows;
    }

    /** Whether this unit was chosen. */
    public boolean isOf(long id) {
        return Long.toString(id).equals(unit);
    }

    private DrillForm withRoom() {
        return new DrillForm(unit, title, place, day, clock, room(roles, EMPTY_ROLES, Plan.MOST_ROLES),
                room(steps, EMPTY_STEPS, Plan.MOST_STEPS));
    }

    private static List<Row> room(List<Row> rows, int more, int most) {
        List<Row> room = new ArrayList<>(rows);
        while (room.size() < Math.min(most, rows.size() + more)) {
            room.add(new Row("", ""));
        }
        return room;
    }

    /** The plan that it says; refused 422 {@code value_refused} where day or time cannot be read. */
    Plan plan(BusinessTime time) {
        return new Plan(title, place, startsAt(time), roles.stream().map(row -> new Plan.Row(row.title, row.who)).toList(),
                steps.stream().map(row -> new Plan.Row(row.title, row.who)).toList());
    }

    private Instant startsAt(BusinessTime time) {
        try {
            LocalTime at = LocalTime.parse(Text.required(clock, "clock", 8));
            return Text.day(Text.required(day, "day", 10), "day").atTime(at).atZone(time.zone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("value_refused", "clock");
        }
    }
}
