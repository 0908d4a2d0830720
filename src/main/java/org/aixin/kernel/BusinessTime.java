package org.aixin.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one source of time. Instants are UTC and cut to microseconds, as the database keeps them; days and months are those of
 * {@code AIXIN_ZONE} (Asia/Shanghai unless configured).
 */
@Singleton
public class BusinessTime {
    private final Clock clock;
    private final ClockWatch watch;
    private final ZoneId zone;

    BusinessTime(Clock clock, ClockWatch watch,
            @ConfigProperty(name = "aixin.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.clock = clock;
        this.watch = watch;
        this.zone = zone;
    }

    /** The present instant, cut to microseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The present instant, for what moves points or goods; refused 503 {@code clock_in_doubt} where it may be a wrong one. */
    public Instant sureNow() {
        Instant now = now();
        watch.mustBeBelieved();
        return now;
    }

    /**
     * Whether what is said to have happened then lies ahead, as it does when a clock that was ahead had written it. What lasts from there
     * must not last longer for it.
     */
    public static boolean isYetToCome(Instant happened, Instant now) {
        return happened.isAfter(now.plus(ClockLine.TOLERANCE));
    }

    /** Today where the village is. */
    public LocalDate today() {
        return day(now());
    }

    /** The day on which an instant falls where the village is. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The first instant of a day where the village is. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The zone of the village's days. */
    public ZoneId zone() {
        return zone;
    }
}
