package org.aixin.access;

import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.resteasy.reactive.server.runtime.observability.ObservabilityIntegrationRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/**
 * A request whose authentication fails is refused as any other is. Quarkus would see to that by itself, but as of 3.30, where there are
 * metrics, it draws the map of all addresses anew for every request, so as to name the address should it fail: a tenth of what a
 * short answer costs. Here the address is named once it has failed.
 */
@ApplicationScoped
class AuthenticationFailures {
    /** Registered after authentication itself, which has the same, and ahead of what Quarkus does at 199. */
    private static final int PRIORITY = 200;
    private static final BiConsumer<RoutingContext, Throwable> REFUSE = AuthenticationFailures::refuse;

    void register(@Observes Filters filters) {
        filters.register(AuthenticationFailures::install, PRIORITY);
    }

    private static void install(RoutingContext request) {
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, REFUSE);
        request.next();
    }

    private static void refuse(RoutingContext request, Throwable why) {
        DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(request, why);
        if (!request.failed()) {
            ObservabilityIntegrationRecorder.setTemplatePath(request, ResteasyReactiveRecorder.getCurrentDeployment());
            request.fail(DefaultAuthFailureHandler.extractRootCause(why));
        }
    }
}
