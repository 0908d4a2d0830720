package org.aixin.web;

import java.util.List;

import org.aixin.kernel.ClockWatch;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * While the clock is in doubt nothing is written, since all that is written bears a time: refused 503 {@code clock_in_doubt}. People
 * still read and sign in and out, and an administrator answers.
 */
class ClockFilter {
    private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS");
    private static final List<String> STILL = List.of("/clock", "/api/clock", "/sign-", "/first-secret", "/api/sessions",
            "/api/secrets",
            "/me/sign-out");
    private final ClockWatch clock;

    ClockFilter(ClockWatch clock) {
        this.clock = clock;
    }

    @ServerRequestFilter
    public void check(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        if (!SAFE.contains(request.getMethod()) && STILL.stream().noneMatch(context.normalizedPath()::startsWith)) {
            clock.mustBeBelieved();
        }
    }
}
