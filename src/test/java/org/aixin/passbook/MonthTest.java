package org.aixin.passbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.aixin.ledger.Source;

import org.junit.jupiter.api.Test;

/** A month begins when it does in the village. */
class MonthTest {
    private static Line line(String at) {
        return new Line(1, Instant.parse(at), 5, 5, "应急救援演练", new Source("award", "1"), null);
    }

    @Test
    void lines_are_parted_by_the_months_of_the_village() {
        List<Month> months = Month.of(List.of(line("2026-10-31T16:00:00Z"), line("2026-10-31T15:59:59Z"),
                line("2025-10-02T00:00:00Z")), ZoneId.of("Asia/Shanghai"), Locale.CHINESE);
        assertThat(months).extracting(Month::name).containsExactly("2026 年 11 月", "2026 年 10 月", "2025 年 10 月");
        assertThat(months).allMatch(month -> month.lines().size() == 1);
    }
}
