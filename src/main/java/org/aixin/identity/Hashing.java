package org.aixin.identity;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Hashes secrets with bcrypt, on a few threads behind a bounded queue: a whole square signs in from one address, and neither they
 * nor somebody who guesses can take every processor from the counter next door.
 */
@ApplicationScoped
public class Hashing {
    private static final int COST = 10;
    /** More would not count: bcrypt reads no further. */
    private static final int MOST_BYTES = 72;
    static final int MOST_WAITING = 500;
    static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                Thread thread = new Thread(work, "hashing");
                thread.setDaemon(true);
                return thread;
            });
    /** What unknown people's secrets are compared with, so that they take as long as known ones. */
    private final String nobodys = hash("nobody's");

    /** Does work that hashes when its turn comes; waiting costs no thread. Refused 503 {@code busy} where too many wait. */
    public <T> Uni<T> queued(Callable<T> work) {
        return Uni.createFrom().emitter(caller -> {
            try {
                threads.execute(() -> {
                    try {
                        caller.complete(work.call());
                    } catch (Exception failed) {
                        caller.fail(failed);
                    }
                });
            } catch (RejectedExecutionException full) {
                caller.fail(Problem.of(503, "busy").with("retryAfter", 3));
            }
        });
    }

    /** What may be kept of a secret. */
    public String hash(String secret) {
        return BcryptUtil.bcryptHash(secret, COST);
    }

    /** Whether this is the secret; false, after the same work, where there is none. */
    public boolean matches(@Nullable String secret, @Nullable String hash) {
        boolean possible = secret != null && !secret.isEmpty() && hash != null
                && secret.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        return BcryptUtil.matches(possible ? secret : "-", possible ? hash : nobodys) && possible;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
