package org.aixin.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.aixin.kernel.Problem;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the token that only our own pages know, wherever a browser could be made to act in a person's name: a request that changes
 * something and that the cookie authenticates, or a form. Programs that say who they are, or send JSON as nobody, need none.
 */
class CsrfFilter {
    static final String HEADER = "X-CSRF-TOKEN";
    private final CurrentIdentityAssociation identity;

    CsrfFilter(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    @WithFormRead
    @ServerRequestFilter
    public void check(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        boolean form = isForm(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
        if (isSafe(request.getMethod()) || TokenAuthentication.hasAuthorization(context) || !(form || isByCookie())) {
            return;
        }
        String expected = CsrfToken.of(context), header = request.getHeaderString(HEADER);
        String given = header == null && form ? field(request) : header;
        if (expected == null || given == null || !same(expected, given)) {
            throw Problem.forbidden("csrf_token_missing");
        }
    }

    private boolean isByCookie() {
        return Boolean.TRUE.equals(identity.getIdentity().getAttribute(TokenIdentity.FROM_COOKIE));
    }

    private static @Nullable String field(ResteasyReactiveContainerRequestContext request) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return context.getFormParameter(CsrfToken.NAME, true, false) instanceof String token ? token : null;
    }

    private static boolean isForm(@Nullable String type) {
        String known = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return known.startsWith(MediaType.APPLICATION_FORM_URLENCODED) || known.startsWith(MediaType.MULTIPART_FORM_DATA);
    }

    private static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
