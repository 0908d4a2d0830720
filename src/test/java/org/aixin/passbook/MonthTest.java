package org.aixin.passbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.aixin.ledger.Source;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A month begins when it does in the village. */
class MonthTest {
    private static Line line(String at) {
        return line(at, null);
    }

    private static Line line(String at, @Nullable LocalDate day) {
        return new Line(1, Instant.parse(at), day, 5, 5, "应急救援演练", new Source("award", "1"), null, null);
    }

    @Test
    void lines_are_parted_by_the_months_of_the_village() {
        List<Month> months = Month.of(List.of(line("2026-10-31T16:00:00Z"), line("2026-10-31T15:59:59Z"),
                line("2025-10-02T00:00:00Z")), ZoneId.of("Asia/Shanghai"), Locale.CHINESE);
        assertThat(months).extracting(Month::name).containsExactly("2026 年 11 月", "2026 年 10 月", "2025 年 10 月");
        assertThat(months).allMatch(month -> month.lines().size() == 1);
    }

    @Test
    void a_deed_that_was_written_later_belongs_to_its_own_month_unless_later_ones_were_written_before() {
        Line october = line("2026-11-02T01:00:00Z", LocalDate.of(2026, 10, 5)), november = line("2026-11-03T01:00:00Z");
        Line late = line("2026-11-04T01:00:00Z", LocalDate.of(2026, 10, 6)), newest = line("2026-11-05T01:00:00Z");
        List<Month> months = Month.of(List.of(newest, late, november, october), ZoneId.of("Asia/Shanghai"), Locale.CHINESE);
        assertThat(months).extracting(Month::name).containsExactly("2026 年 11 月", "2026 年 10 月");
        assertThat(months).extracting(Month::lines).containsExactly(List.of(newest, late, november), List.of(october));
    }
}
