package org.aixin.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Role;
import org.aixin.kernel.Problem;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who may read the metrics: whoever asks on this machine, an administrator or auditor, and a program with the token of
 * {@code aixin.metrics.token}.
 */
@ApplicationScoped
class MetricsAccess implements HttpSecurityPolicy {
    private final Optional<String> token;

    MetricsAccess(@ConfigProperty(name = "aixin.metrics.token") Optional<String> token) {
        this.token = token;
    }

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public Uni<CheckResult> checkPermission(RoutingContext request, Uni<SecurityIdentity> identity,
            AuthorizationRequestContext context) {
        return Origin.isHere(request.request())
                || token.filter(good -> isGiven(good, request.request().getHeader(HttpHeaders.AUTHORIZATION))).isPresent()
                        ? CheckResult.permit()
                        : identity.onItem().transformToUni(MetricsAccess::byRole);
    }

    private static Uni<CheckResult> byRole(SecurityIdentity person) {
        if (person.hasRole(Role.IS_ADMIN) || person.hasRole(Role.IS_AUDITOR)) {
            return CheckResult.permit();
        }
        return Uni.createFrom()
                .failure(person.isAnonymous() ? Problem.of(401, "sign_in_required") : Problem.forbidden("not_allowed"));
    }

    static boolean isGiven(String good, @Nullable String authorization) {
        byte[] wanted = ("Bearer " + good).getBytes(StandardCharsets.UTF_8);
        return authorization != null && MessageDigest.isEqual(wanted, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
