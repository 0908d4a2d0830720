package org.aixin.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.aixin.redemption.Rule.Days;
import org.aixin.redemption.Rule.Hours;
import org.aixin.redemption.Rule.Limit;
import org.aixin.redemption.Rule.Scope;
import org.aixin.redemption.Rule.Terms;
import org.aixin.redemption.Rule.Thing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final Days WEDNESDAY = new Days(1 << DayOfWeek.WEDNESDAY.getValue() - 1, 0), LAST = new Days(0, 1 << 30);
    private static final Hours MORNING = new Hours(8 * 60, 11 * 60 + 30), AFTERNOON = new Hours(14 * 60, 17 * 60);

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(HERE).toInstant();
    }

    private static void opensAgain(List<Days> days, List<Hours> hours, String now, String then) {
        Instant again = new Timetable(days, hours, HERE).opensAgain(at(now));
        assertThat(again).isEqualTo(then.isEmpty() ? null : at(then));
    }

    @Test
    void without_rules_it_is_always_open() {
        opensAgain(List.of(), List.of(), "2026-11-21T03:00", "");
    }

    @Test
    void a_day_begins_at_midnight_and_ends_there() {
        opensAgain(List.of(WEDNESDAY), List.of(), "2026-11-24T23:59", "2026-11-25T00:00");
        opensAgain(List.of(WEDNESDAY), List.of(), "2026-11-25T00:00", "");
        opensAgain(List.of(WEDNESDAY), List.of(), "2026-11-25T23:59", "");
        opensAgain(List.of(WEDNESDAY), List.of(), "2026-11-26T00:00", "2026-12-02T00:00");
    }

    @Test
    void hours_hold_from_their_first_minute_to_the_one_before_their_last() {
        List<Hours> both = List.of(MORNING, AFTERNOON);
        opensAgain(List.of(), both, "2026-11-21T07:59", "2026-11-21T08:00");
        opensAgain(List.of(), both, "2026-11-21T08:00", "");
        opensAgain(List.of(), both, "2026-11-21T11:29", "");
        opensAgain(List.of(), both, "2026-11-21T11:30", "2026-11-21T14:00");
        opensAgain(List.of(), both, "2026-11-21T17:00", "2026-11-22T08:00");
        opensAgain(List.of(), List.of(new Hours(0, 24 * 60)), "2026-11-21T23:59", "");
    }

    @Test
    void days_and_hours_hold_together() {
        opensAgain(List.of(WEDNESDAY), List.of(MORNING), "2026-11-25T12:00", "2026-12-02T08:00");
        opensAgain(List.of(WEDNESDAY), List.of(MORNING), "2026-11-24T09:00", "2026-11-25T08:00");
        opensAgain(List.of(LAST), List.of(MORNING), "2027-01-31T12:00", "2027-03-31T08:00");
    }

    @Test
    void a_shops_own_rule_goes_before_its_units_and_a_villages_before_a_towns() {
        List<Rule> rules = List.of(rule("/1/", null, WEDNESDAY), rule("/1/2/", null, LAST), rule("/1/", null, MORNING),
                rule("/1/2/", 7L, AFTERNOON));
        Timetable times = Timetable.of(rules, HERE);
        assertThat(times.days()).containsExactly(LAST);
        assertThat(times.hours()).containsExactly(AFTERNOON);
    }

    private static Rule rule(String path, @Nullable Long shop, Terms terms) {
        return new Rule(1, 1, path, shop, terms);
    }

    @Test
    void rules_are_said_in_words() {
        Thing rice = new Thing(1, "rice", "大米", "袋");
        assertThat(new Limit(Scope.HOUSEHOLD, Span.WEEK, rice, 2).words(false)).isEqualTo("每户每周最多换大米 2 袋");
        assertThat(new Limit(Scope.MEMBER, Span.YEAR, null, 20).words(false)).isEqualTo("每人每年最多换 20 件物品");
        assertThat(new Limit(Scope.MEMBER, Span.DAY, null, 20).words(true))
                .isEqualTo("each person gets at most 20 pieces of all goods a day");
        assertThat(new Days(0b101, 1).words(false)).isEqualTo("周一、周三和每月 1 日");
        assertThat(MORNING.words(false)).isEqualTo("08:00–11:30");
    }

    @Test
    void a_span_begins_anew_on_a_day() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        assertThat(Span.WEEK.first(day)).isEqualTo("2026-11-16");
        assertThat(Span.WEEK.next(day)).isEqualTo("2026-11-23");
        assertThat(Span.MONTH.next(LocalDate.of(2026, 12, 31))).isEqualTo("2027-01-01");
        assertThat(Span.QUARTER.first(day)).isEqualTo("2026-10-01");
        assertThat(Span.QUARTER.next(day)).isEqualTo("2027-01-01");
        assertThat(Span.YEAR.next(day)).isEqualTo("2027-01-01");
    }
}
