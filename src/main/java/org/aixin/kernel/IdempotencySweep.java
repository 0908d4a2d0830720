package org.aixin.kernel;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** Forgets answers to keyed requests that nobody repeats any more, a few at a time so that no request waits for it. */
@ApplicationScoped
class IdempotencySweep {
    private static final int AT_ONCE = 500;
    private final Sql sql;
    private final Idempotency idempotency;
    private final BusinessTime time;

    IdempotencySweep(Sql sql, Idempotency idempotency, BusinessTime time) {
        this.sql = sql;
        this.idempotency = idempotency;
        this.time = time;
    }

    /** Once a day and soon after a start, on whichever nodes run: two of them forget the same rows once. */
    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofMinutes(5), Duration.ofDays(1), this::run);
    }

    void run() {
        forget(AT_ONCE);
    }

    int forget(int atOnce) {
        Instant before = time.now().minus(Duration.ofDays(Idempotency.KEPT_DAYS));
        int all = 0, forgotten;
        do {
            forgotten = Transactions
                    .run(() -> sql.with(connection -> idempotency.forget(connection, before, atOnce)));
            all += forgotten;
        } while (forgotten == atOnce);
        return all;
    }
}
