package org.aixin.embedded;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jspecify.annotations.Nullable;

/**
 * The service is not alive once the process of its own database has been away for a minute, or dies as often as it is started: it
 * is tried to bring it back all the while, but whoever watches should know.
 */
@Liveness
@ApplicationScoped
class DatabaseAlive implements HealthCheck {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private final Placement placement;
    private final Duration longest;
    private @Nullable Long awaySince;
    private long process, sameSince;

    @Inject
    DatabaseAlive(Placement placement) {
        this(placement, LONGEST);
    }

    DatabaseAlive(Placement placement, Duration longest) {
        this.placement = placement;
        this.longest = longest;
    }

    @Override
    public HealthCheckResponse call() {
        return placement.embedded() ? look(System.nanoTime()) : answer(true, false);
    }

    private synchronized HealthCheckResponse look(long now) {
        long found = new PidRecord(placement.folder().resolve(MariaDb.FOLDER + ".pid")).orphan().map(ProcessHandle::pid)
                .orElse(0L);
        boolean first = process == 0 && awaySince == null;
        if (found != process) {
            process = found;
            sameSince = now;
        }
        boolean sound = found != 0 && (first || now - sameSince >= longest.dividedBy(6).toNanos());
        if (sound) {
            awaySince = null;
        } else if (awaySince == null) {
            awaySince = now;
        }
        return answer(found != 0, awaySince != null && now - awaySince >= longest.toNanos());
    }

    private static HealthCheckResponse answer(boolean running, boolean gone) {
        return HealthCheckResponse.named("database process").status(!gone).withData("running", running).build();
    }
}
