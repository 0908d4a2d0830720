package org.aixin.embedded;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * Before anything is closed the requests that came in are answered, and new ones are sent away. Quarkus has this built in, but as
 * of 3.30 its {@code quarkus.shutdown.timeout} always waits to its end: Jackson's listener never reports that it is done.
 */
@ApplicationScoped
class Draining {
    private static final Logger LOG = Logger.getLogger(Draining.class);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean ending;

    void register(@Observes Filters filters) {
        filters.register(this::count, Integer.MAX_VALUE);
    }

    private void count(RoutingContext request) {
        if (ending) {
            request.response().setStatusCode(503).putHeader("Connection", "close").putHeader("Retry-After", "30").end();
            return;
        }
        underWay.incrementAndGet();
        request.addEndHandler(answered -> underWay.decrementAndGet());
        request.next();
    }

    void drain(@Observes ShutdownDelayInitiatedEvent stopping) throws InterruptedException {
        ending = true;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (underWay.get() > 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        if (underWay.get() > 0) {
            LOG.warnf("%d requests were still not answered after %d seconds", underWay.get(), LONGEST.toSeconds());
        }
    }
}
