package org.aixin.access;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer tells the browser to refuse, and what every request is freed from before anybody looks at it. */
@ApplicationScoped
class SecurityHeaders {
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** The desk reads the live camera with a WebAssembly reader of ours, where the browser has none of its own. */
    private static final String DESK_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
    /** Ahead of cross-origin handling (300) and authentication (200). */
    private static final int FIRST = 400;

    private final long httpsFor;

    SecurityHeaders(@ConfigProperty(name = "aixin.https.remembered") Duration httpsFor) {
        this.httpsFor = httpsFor.toSeconds();
    }

    void register(@Observes Filters filters) {
        filters.register(this::first, FIRST);
    }

    private void first(RoutingContext request) {
        if (TokenAuthentication.hasAuthorization(request)) {
            request.request().headers().remove(HttpHeaders.COOKIE); // a program that says who it is carries none
        }
        request.addHeadersEndHandler(end -> protect(request));
        request.next();
    }

    private void protect(RoutingContext request) {
        HttpServerResponse response = request.response();
        String path = request.normalizedPath();
        MultiMap headers = response.headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        if (httpsFor > 0 && Origin.isEncrypted(request.request())) {
            headers.set("Strict-Transport-Security", "max-age=" + httpsFor);
        }
        if (!path.startsWith("/q/swagger-ui") && !path.startsWith("/q/dev-ui")) {
            headers.set("Content-Security-Policy", path.equals("/desk") || path.startsWith("/desk/") ? DESK_POLICY : POLICY);
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)
                && !(TokenAuthentication.isAsset(path) && response.getStatusCode() < 400)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
