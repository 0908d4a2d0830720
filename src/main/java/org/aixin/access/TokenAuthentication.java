package org.aixin.access;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Knows a person by the token in {@code Authorization: Bearer} or, where there is no such header, in the browser's cookie. A
 * dead token is nobody's: what is open to all stays open to its holder, everything else asks to sign in.
 */
@ApplicationScoped
class TokenAuthentication implements HttpAuthenticationMechanism {
    private static final String BEARER = "bearer ";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String token = token(request);
        return token == null || isAsset(request.normalizedPath())
                ? Uni.createFrom().optional(Optional.empty())
                : providers.authenticate(new TokenRequest(token, !hasAuthorization(request)))
                        .invoke(identity -> request.put(Stage.ATTRIBUTE, identity.getAttribute(Stage.ATTRIBUTE)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenRequest.class);
    }

    static boolean hasAuthorization(RoutingContext request) {
        return request.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }

    private static @Nullable String token(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? authorization.substring(BEARER.length()).strip()
                    : null;
        }
        return Cookies.read(request.request(), Cookies.SESSION);
    }

    /** Style sheets, scripts and pictures are the same for everybody. */
    static boolean isAsset(String path) {
        return !path.startsWith("/api/") && path.matches(".*\\.(css|js|ico|png|svg|woff2|mp3|wav|webmanifest|wasm)");
    }
}
