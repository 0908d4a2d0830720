package org.aixin.seal;

import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Timers;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes a seal every minute that has something new, and one at the end of each month. Any node with a key may; the head's lock orders them. */
@ApplicationScoped
class Sealing {
    /** Longer than a transaction may last, so that an id committed late is found at once; every hour all of them are looked through. */
    private static final Duration BACK = Duration.ofMinutes(2);
    private static final int MINUTES = 60;
    private static final Logger LOG = Logger.getLogger(Sealing.class);
    private final Seals seals;
    private final BusinessTime time;
    private final boolean embedded;
    private final AtomicInteger runs = new AtomicInteger();

    Sealing(Seals seals, BusinessTime time, @ConfigProperty(name = "aixin.embedded") boolean embedded) {
        this.seals = seals;
        this.time = time;
        this.embedded = embedded;
    }

    void start(@Observes StartupEvent started) {
        prepare();
        if (!seals.canSeal()) {
            LOG.warn("This node has no key (AIXIN_SEAL_KEY) and makes no seals");
        }
    }

    /** The timer may come before the start is done with loading a village. */
    private void prepare() {
        if (embedded) {
            seals.makeFirstKey();
        }
    }

    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofSeconds(5), timers.setting("aixin.seal.every"), this::run);
    }

    void run() {
        prepare();
        if (!seals.isWhole()) {
            LOG.error(
                    "The database no longer has the last seal of this node: the ledger was cut short or rewritten. No seal is made"
                            + " until it is back; after a backup was restored knowingly, take the file seal.key.last away");
        }
        seals.seal(runs.getAndIncrement() % MINUTES == 0 ? null : BACK);
        seals.close(YearMonth.from(time.today()).minusMonths(1));
    }
}
