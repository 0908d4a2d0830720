package org.aixin.redemption;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.kernel.Timers;

import io.quarkus.runtime.StartupEvent;

/** Gives back what was reserved and not collected in time. A collection past the deadline is refused whether this ran or not. */
@ApplicationScoped
class ExpirySweep {
    private final Orders orders;

    ExpirySweep(Orders orders) {
        this.orders = orders;
    }

    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofSeconds(20), timers.setting("aixin.orders.sweep"), this::run);
    }

    void run() {
        orders.sweep();
    }
}
