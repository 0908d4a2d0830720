package org.aixin.kernel;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says {@code almostFull: true} while nothing is written that grows, and stays up: what is there can be read. */
@Readiness
@ApplicationScoped
class DiskHealth implements HealthCheck {
    private final DiskRoom room;

    DiskHealth(DiskRoom room) {
        this.room = room;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("disk").up().withData("almostFull", room.isAlmostFull())
                .withData("megabytes", room.getMegabytes()).build();
    }
}
