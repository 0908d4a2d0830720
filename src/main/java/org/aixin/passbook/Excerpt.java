package org.aixin.passbook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.ledger.Sought;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of a passbook are wanted.
 *
 * @param kind of deed, one of {@link #KINDS}, null for all
 * @param month of the village's days in which they were written, null for all
 */
public record Excerpt(@Nullable String kind, @Nullable YearMonth month) {
    /** What lines are about, as programs say it; the texts of the passbook have a name for each. */
    static final List<String> KINDS = List.of("quiz", "award", "claim", "shift", "pledge", "order", "reversal", "expiry");
    /** Every line. */
    static final Excerpt WHOLE = new Excerpt(null, null);

    /** What a request asks for, nothing or empty being all; refused 422 {@code statement_kind_unknown}, {@code month_refused}. */
    static Excerpt of(@Nullable String kind, @Nullable String month) {
        return new Excerpt(kind(kind), month(month));
    }

    private static @Nullable String kind(@Nullable String kind) {
        if (kind == null || kind.isEmpty()) {
            return null;
        }
        if (!KINDS.contains(kind)) {
            throw Problem.invalid("statement_kind_unknown", "kind");
        }
        return kind;
    }

    private static @Nullable YearMonth month(@Nullable String month) {
        if (month == null || month.isEmpty()) {
            return null;
        }
        Problem refusal = Problem.invalid("month_refused", "month");
        if (!month.matches("20[0-9]{2}-[0-9]{2}")) {
            throw refusal;
        }
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException noMonth) {
            throw refusal;
        }
    }

    /** What there is to choose from. */
    public List<String> getKinds() {
        return KINDS;
    }

    /** Whether it leaves lines out. */
    public boolean isPart() {
        return kind != null || month != null;
    }

    /** Whether it is of this kind. */
    public boolean isOf(String one) {
        return one.equals(kind);
    }

    /** Whether it is of this month. */
    public boolean isIn(YearMonth one) {
        return one.equals(month);
    }

    /** As an address asks for it, such as {@code ?kind=order&month=2026-11}; empty for all. */
    public String getQuery() {
        String query = (kind == null ? "" : "&kind=" + kind) + (month == null ? "" : "&month=" + month);
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    Sought sought(long before, BusinessTime time) {
        return new Sought(before, kind, from(time), until(time));
    }

    @Nullable
    Instant from(BusinessTime time) {
        return month == null ? null : time.startOf(month.atDay(1));
    }

    @Nullable
    Instant until(BusinessTime time) {
        return month == null ? null : time.startOf(month.plusMonths(1).atDay(1));
    }
}
