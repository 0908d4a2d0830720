package org.aixin.expiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How long points stay good, as a unit says it for itself and what lies below it.
 *
 * @param path of the unit
 * @param version counts what the unit has said, from 1
 * @param months 1 to 60 where the kind is MONTHS, otherwise 0
 * @param first nothing expires before this day; what is too old by then expires on it
 * @param madeOn the day on which it was said
 */
record Setting(long unit, String path, int version, Kind kind, int months, LocalDate first, LocalDate madeOn) {
    /** The most months that points can stay good. */
    static final int MOST_MONTHS = 60;
    /** So many days pass between a setting and the first expiry by it. */
    static final int DAYS_OF_WARNING = 30;

    /** How long. */
    enum Kind {
        /** 不到期. */
        NONE,
        /** 年底清零: until the end of the year in which they were earned. */
        YEAR_END,
        /** So many months after the end of the month in which they were earned. */
        MONTHS
    }

    static final String COLUMNS = "s.unit, u.path, s.version, s.kind, s.months, s.first_day, s.made_at";

    static Setting read(ResultSet row, LocalDate madeOn) throws SQLException {
        return new Setting(row.getLong(1), row.getString(2), row.getInt(3), Kind.valueOf(row.getString(4)), row.getInt(5),
                row.getObject(6, LocalDate.class), madeOn);
    }

    /** Whether points expire at all. */
    public boolean expires() {
        return kind != Kind.NONE;
    }

    /** The last day on which points earned on this day are good, had the setting always held. */
    LocalDate lastDay(LocalDate earned) {
        return kind == Kind.YEAR_END
                ? LocalDate.of(earned.getYear(), 12, 31)
                : YearMonth.from(earned).plusMonths(months).atEndOfMonth();
    }

    /** The day at whose beginning points earned on this day are gone. */
    LocalDate expiresOn(LocalDate earned) {
        LocalDate after = lastDay(earned).plusDays(1);
        return after.isBefore(first) ? first : after;
    }

    /** The last day on which points earned on this day are good. */
    public LocalDate goodUntil(LocalDate earned) {
        return expiresOn(earned).minusDays(1);
    }

    /** The newest day, today or before, at whose beginning points expire; none before the first. */
    Optional<LocalDate> due(LocalDate today) {
        if (!expires() || today.isBefore(first)) {
            return Optional.empty();
        }
        LocalDate newest = kind == Kind.YEAR_END ? today.withDayOfYear(1) : today.withDayOfMonth(1);
        return Optional.of(newest.isBefore(first) ? first : newest);
    }

    /** Up to which day points were earned that are gone at the beginning of a day that is due. */
    LocalDate goneUntil(LocalDate due) {
        return kind == Kind.YEAR_END
                ? LocalDate.of(due.getYear() - 1, 12, 31)
                : YearMonth.from(due).minusMonths(months + 1L).atEndOfMonth();
    }

    /** Whether this says the same as that, though it may have been said at another time. */
    boolean isLike(Setting that) {
        return kind == that.kind && months == that.months && (!expires() || first.equals(that.first));
    }
}
