package org.aixin.access;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Timers;

import io.quarkus.runtime.StartupEvent;

/** Throws away what no longer says anything: ended sessions, old counts of wrong secrets, devices nobody uses. */
@ApplicationScoped
class Sweeping {
    private static final Duration TWO_DAYS = Duration.ofDays(2), LONGEST = Duration.ofDays(30);
    private final Sql sql;
    private final BusinessTime time;
    private final Devices devices;

    Sweeping(Sql sql, BusinessTime time, Devices devices) {
        this.devices = devices;
        this.sql = sql;
        this.time = time;
    }

    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofMinutes(1), Duration.ofHours(1), this::sweep);
    }

    void sweep() {
        Instant longest = time.now().plus(LONGEST);
        sql.update("DELETE FROM session WHERE expires_at < ?", time.now());
        sql.update("DELETE FROM wrong_secret WHERE last_at < ? AND locked_until < ?", time.now().minus(TWO_DAYS), time.now());
        sql.update("UPDATE session SET expires_at = ? WHERE expires_at > ?", longest, longest); // of a clock that was ahead
        devices.sweep();
        sql.update("DELETE FROM wrong_secret_day WHERE day < ?", time.today().minusDays(2));
    }
}
