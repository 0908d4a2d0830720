package org.aixin.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.aixin.expiry.Setting.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The days on which points expire. */
class SettingTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 21);

    private static Setting setting(Kind kind, int months) {
        return new Setting(1, "/1/", 1, kind, months, FIRST, FIRST.minusDays(30));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void the_points_of_a_year_are_good_until_its_last_day() {
        Setting yearEnd = setting(Kind.YEAR_END, 0);
        assertThat(yearEnd.goodUntil(day("2026-11-21"))).isEqualTo("2026-12-31");
        assertThat(yearEnd.goodUntil(day("2027-01-01"))).isEqualTo("2027-12-31");
        assertThat(yearEnd.due(day("2026-12-31"))).hasValue(FIRST);
        assertThat(yearEnd.due(day("2027-06-05"))).hasValue(day("2027-01-01"));
    }

    @Test
    void months_are_counted_from_the_end_of_the_month_in_which_points_were_earned() {
        Setting months = setting(Kind.MONTHS, 3);
        assertThat(months.goodUntil(day("2026-11-01"))).isEqualTo("2027-02-28");
        assertThat(months.goodUntil(day("2026-11-30"))).isEqualTo("2027-02-28");
        assertThat(months.due(day("2027-03-31"))).hasValue(day("2027-03-01"));
    }

    @Test
    void nothing_expires_before_the_first_day_and_then_all_that_is_too_old() {
        Setting months = setting(Kind.MONTHS, 3);
        assertThat(months.goodUntil(day("2020-05-05"))).isEqualTo(FIRST.minusDays(1));
        assertThat(months.due(FIRST.minusDays(1))).isEmpty();
        assertThat(months.due(FIRST)).hasValue(FIRST);
        assertThat(months.goneUntil(FIRST)).isEqualTo("2026-08-31");
    }

    @Test
    void points_that_do_not_expire_are_never_due() {
        assertThat(setting(Kind.NONE, 0).due(FIRST.plusYears(9))).isEmpty();
    }

    static Stream<Setting> expiring() {
        return Stream.of(setting(Kind.YEAR_END, 0), setting(Kind.MONTHS, 1), setting(Kind.MONTHS, 12), setting(Kind.MONTHS, 60));
    }

    @ParameterizedTest
    @MethodSource("expiring")
    void what_is_warned_of_and_what_goes_are_the_same(Setting setting) {
        for (LocalDate today = FIRST.minusDays(3); today.isBefore(FIRST.plusYears(2)); today = today.plusDays(1)) {
            LocalDate gone = setting.due(today).map(setting::goneUntil).orElse(LocalDate.MIN);
            for (LocalDate earned = today.minusYears(6); !earned.isAfter(today); earned = earned.plusDays(13)) {
                assertThat(!earned.isAfter(gone)).as("%s on %s", earned, today)
                        .isEqualTo(setting.goodUntil(earned).isBefore(today));
            }
        }
    }
}
