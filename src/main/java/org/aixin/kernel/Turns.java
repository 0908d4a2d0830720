package org.aixin.kernel;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many at once do what costs much memory or time; the others wait a few seconds for their turn. */
public final class Turns {
    private static final int PATIENCE_SECONDS = 3;
    private final Semaphore atOnce;

    /** So many at once. */
    public Turns(int atOnce) {
        this.atOnce = new Semaphore(atOnce);
    }

    /** Does the work in its turn; refused 503 {@code busy} where too many wait. */
    public <T> T take(Supplier<T> work) {
        mustHaveRoom();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private void mustHaveRoom() {
        try {
            if (!atOnce.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(503, "busy").with("retryAfter", PATIENCE_SECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "busy");
        }
    }
}
