package org.aixin.access;

import java.time.Duration;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.aixin.kernel.Tokens;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * What only our own pages know: a random value that a browser keeps in a cookie of its own and that every form repeats. Templates
 * know it as {@code inject:csrf}.
 */
@Named("csrf")
@RequestScoped
public class CsrfToken {
    static final String NAME = "csrf-token";
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Duration A_MONTH = Duration.ofDays(30);
    private final RoutingContext request;
    private final Origin origin;

    CsrfToken(RoutingContext request, Origin origin) {
        this.request = request;
        this.origin = origin;
    }

    /** The name of the form's field. */
    public String getParameterName() {
        return NAME;
    }

    /** The browser's token; who has none is given one with this answer. Empty for a program that says who it is. */
    public String getToken() {
        if (TokenAuthentication.hasAuthorization(request)) {
            return "";
        }
        String known = of(request);
        return known == null ? given() : known;
    }

    /** The token in the cookie of this request, null where there is none that could be ours. */
    static @Nullable String of(RoutingContext request) {
        Cookie cookie = request.request().getCookie(Cookies.name(request.request(), NAME));
        return cookie != null && OURS.matcher(cookie.getValue()).matches() ? cookie.getValue() : null;
    }

    private String given() {
        String earlier = request.get(NAME);
        if (earlier != null) {
            return earlier;
        }
        String token = Tokens.fresh(16);
        request.put(NAME, token);
        request.response()
                .addCookie(Cookie.cookie(Cookies.name(request.request(), NAME), token).setPath("/").setMaxAge(A_MONTH.toSeconds())
                        .setHttpOnly(true)
                        .setSecure(origin.isEncrypted()).setSameSite(CookieSameSite.LAX));
        return token;
    }
}
