package org.aixin.redemption;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.goods.OutOfStock;
import org.aixin.kernel.GroupCommit;
import org.aixin.kernel.Problem;
import org.aixin.kernel.StoredAnswer;
import org.aixin.kernel.Transactions;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;

/**
 * Settles deeds, many at a time. The stock gate is asked before a deed queues; those it turns away queue apart, wait a little
 * longer and are decided by the same rows, so that a gate which is wrong makes the desk slower and nothing else.
 */
@ApplicationScoped
class Till {
    private static final int TRIES = 10;
    private final StockGate gate;
    private final TillWork work;
    private final GroupCommit<Deed, Decided> admitted;
    private final GroupCommit<Deed, Decided> turnedAway;

    Till(StockGate gate, TillWork work) {
        this.gate = gate;
        this.work = work;
        this.admitted = new GroupCommit<>("till", 256, Duration.ofMillis(2), 20_000, this::settle);
        this.turnedAway = new GroupCommit<>("till-turned-away", 500, Duration.ofMillis(20), 20_000, this::settle);
    }

    /** The answer, after its commit. */
    Uni<StoredAnswer> settle(Deed deed) {
        if (!deed.kind().takesAvailable()) {
            return admitted.submit(deed).map(decided -> decided.of(deed.key()));
        }
        return gate.ask(deed.order()).chain(ticket -> (ticket.isTurnedAway() ? turnedAway : admitted).submit(deed)
                .onItemOrFailure()
                .invoke((decided, failed) -> gate.settle(ticket, deed.order(), decided != null && decided.sold()))
                .map(decided -> decided.of(deed.key())));
    }

    void stop(@Observes ShutdownEvent stopping) {
        admitted.close();
        turnedAway.close();
    }

    private List<Decided> settle(List<Deed> deeds) {
        for (int tried = 1;; tried++) {
            try {
                return Transactions.run(() -> new TillBatch(work, deeds).settle());
            } catch (OutOfStock | Overtaken decideAgain) {
                if (tried == TRIES) {
                    throw Problem.of(503, "busy").with("retryAfter", 1);
                }
            }
        }
    }
}
