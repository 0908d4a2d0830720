package org.aixin.redemption;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.aixin.redemption.Rule.Days;
import org.aixin.redemption.Rule.Hours;

import org.jspecify.annotations.Nullable;

/**
 * When a shop hands goods over: on any of these days, between any of these hours; none means always.
 *
 * @param zone of the village
 */
record Timetable(List<Days> days, List<Hours> hours, ZoneId zone) {
    /** Beyond the longest wait for a day of the month that only some months have. */
    private static final int LOOK_AHEAD = 62;

    static Timetable of(List<Rule> rules, ZoneId zone) {
        return new Timetable(Rule.nearest(rules, Days.class), Rule.nearest(rules, Hours.class).stream()
                .sorted(Comparator.comparingInt(Hours::opens)).toList(), zone);
    }

    /** Whether this is one of the days. */
    boolean isDay(Instant now) {
        return isDay(now.atZone(zone).toLocalDate());
    }

    private boolean isDay(LocalDate day) {
        return days.isEmpty() || days.stream().anyMatch(one -> one.allows(day));
    }

    /** Whether this is within the hours, whatever the day. */
    boolean isHour(Instant now) {
        int minute = minute(now);
        return hours.isEmpty() || hours.stream().anyMatch(one -> one.opens() <= minute && minute < one.closes());
    }

    private int minute(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        return here.getHour() * 60 + here.getMinute();
    }

    /** When it opens again; null where it is open now. */
    @Nullable
    Instant opensAgain(Instant now) {
        if (isDay(now) && isHour(now)) {
            return null;
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        for (LocalDate day = today; day.isBefore(today.plusDays(LOOK_AHEAD)); day = day.plusDays(1)) {
            int from = day.equals(today) ? minute(now) : -1;
            if (isDay(day) && hours.isEmpty() && from < 0) {
                return day.atStartOfDay(zone).toInstant();
            }
            for (Hours one : isDay(day) ? hours : List.<Hours>of()) {
                if (one.opens() > from) {
                    return day.atTime(one.opens() / 60, one.opens() % 60).atZone(zone).toInstant();
                }
            }
        }
        throw new IllegalStateException("No day fits " + days);
    }

    /** The days in words. */
    String days(boolean inEnglish) {
        return days.stream().map(one -> one.words(inEnglish)).collect(Collectors.joining(inEnglish ? "; " : "，"));
    }

    /** The hours in words. */
    String hours(boolean inEnglish) {
        return hours.stream().map(one -> one.words(inEnglish)).collect(Collectors.joining(inEnglish ? ", " : "、"));
    }
}
