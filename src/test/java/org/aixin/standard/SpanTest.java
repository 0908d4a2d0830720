package org.aixin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({"DAY, 2026-11-21, 2026-11-21, 2026-11-22", "WEEK, 2026-11-21, 2026-11-16, 2026-11-23",
            "WEEK, 2027-01-01, 2026-12-28, 2027-01-04", "WEEK, 2026-11-16, 2026-11-16, 2026-11-23",
            "MONTH, 2028-02-29, 2028-02-01, 2028-03-01", "QUARTER, 2026-12-31, 2026-10-01, 2027-01-01",
            "QUARTER, 2026-05-31, 2026-04-01, 2026-07-01", "YEAR, 2026-12-31, 2026-01-01, 2027-01-01"})
    void a_span_runs_from_its_first_day_to_the_next_ones(Span span, LocalDate day, LocalDate first, LocalDate next) {
        assertThat(span.first(day)).isEqualTo(first);
        assertThat(span.next(first)).isEqualTo(next);
    }
}
