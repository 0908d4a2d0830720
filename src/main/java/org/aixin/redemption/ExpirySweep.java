package org.aixin.redemption;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Gives back what was reserved and not collected in time. A collection past the deadline is refused whether this ran or not. */
@ApplicationScoped
class ExpirySweep {
    private final Orders orders;

    ExpirySweep(Orders orders) {
        this.orders = orders;
    }

    @Scheduled(every = "{aixin.orders.sweep}", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        orders.sweep();
    }
}
