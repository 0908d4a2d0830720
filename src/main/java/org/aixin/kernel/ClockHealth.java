package org.aixin.kernel;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the clock is in doubt. A node stays up meanwhile, since an administrator must reach it to answer; one whose clock
 * differs from the database's keeps out.
 */
@Readiness
@ApplicationScoped
class ClockHealth implements HealthCheck {
    private final ClockWatch clock;

    ClockHealth(ClockWatch clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<ClockDoubt> doubt = clock.doubt();
        HealthCheckResponseBuilder said = HealthCheckResponse.named("clock").withData("inDoubt", doubt.isPresent());
        doubt.ifPresent(one -> said.withData("why", one.why().name()).withData("known", one.known().toString()));
        return said.status(doubt.filter(one -> one.why() == ClockDoubt.Why.APART).isEmpty()).build();
    }
}
