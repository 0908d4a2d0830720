package org.aixin.kernel;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Does things again and again, by the ticks of the machine: a clock that is set back would silence a timer that goes by it until it
 * has caught up. Each piece of work waits for itself, never for another.
 */
@ApplicationScoped
public class Timers {
    private static final Logger LOG = Logger.getLogger(Timers.class);
    private static final int THREADS = 4, PATIENCE_SECONDS = 20;
    private final Config config;
    private final ClockWatch clock;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "aixin-timer");
        thread.setDaemon(true);
        return thread;
    });

    Timers(Config config, ClockWatch clock) {
        this.config = config;
        this.clock = clock;
    }

    /** How long a setting such as {@code 30s} is; zero where it is {@code off}. */
    public Duration setting(String name) {
        String said = config.getValue(name, String.class).trim();
        return said.equals("off") ? Duration.ZERO : DurationConverter.parseDuration(said);
    }

    /** What takes something away or gives what is due: begins so long after the start, and rests while the clock is in doubt. */
    public void sweep(Duration first, Duration every, Runnable work) {
        always(first, every, () -> {
            if (clock.doubt().isEmpty()) {
                work.run();
            }
        });
    }

    /** What goes on whatever the clock shows. With a time of zero it is never done. */
    public void always(Duration first, Duration every, Runnable work) {
        if (!every.isZero()) {
            threads.scheduleWithFixedDelay(() -> run(work), first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void run(Runnable work) {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            work.run();
        } catch (Exception | Error failed) {
            // an Error too: what throws is never done again
            if (Transactions.mayPass(failed)) {
                LOG.warnf("Work that is done again and again found the database busy: %s", failed);
            } else {
                LOG.error("Work that is done again and again failed this time", failed);
            }
        } finally {
            context.terminate();
        }
    }

    /** What is under way is finished. */
    void stop(@Observes @Priority(100) ShutdownEvent stopping) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
