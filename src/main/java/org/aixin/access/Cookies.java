package org.aixin.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.core.NewCookie;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of signing in. By HTTPS they have names that browsers take from HTTPS alone ({@code __Host-}), so that nobody on the way plants
 * one; on plain HTTP, where browsers would refuse those, plain ones. Who was signed in before HTTPS came stays signed in.
 */
final class Cookies {
    static final String SESSION = "aixin", DEVICE = "aixin-device";
    private static final String HOST = "__Host-";

    private Cookies() {
    }

    /** What a cookie is called on the way on which this request came. */
    static String name(HttpServerRequest request, String plain) {
        return Origin.isEncrypted(request) ? HOST + plain : plain;
    }

    /** The value, null where there is none; by HTTPS also under the plain name that it had before. */
    static @Nullable String read(HttpServerRequest request, String plain) {
        Cookie cookie = request.getCookie(name(request, plain));
        Cookie found = cookie == null ? request.getCookie(plain) : cookie;
        return found == null ? null : found.getValue();
    }

    /** A cookie that no script reads and that only our own pages send along. */
    static NewCookie of(HttpServerRequest request, String plain, String value, Duration lasts) {
        return cookie(name(request, plain), value, lasts, Origin.isEncrypted(request));
    }

    /** What takes the session from a browser, under every name that it can have. */
    static NewCookie[] gone(HttpServerRequest request) {
        List<NewCookie> gone = new ArrayList<>(List.of(cookie(SESSION, "", Duration.ZERO, false)));
        if (Origin.isEncrypted(request)) {
            gone.add(of(request, SESSION, "", Duration.ZERO));
        }
        return gone.toArray(NewCookie[]::new);
    }

    private static NewCookie cookie(String name, String value, Duration lasts, boolean secure) {
        return new NewCookie.Builder(name).value(value).path("/").maxAge((int) lasts.toSeconds()).httpOnly(true).secure(secure)
                .sameSite(NewCookie.SameSite.LAX).build();
    }
}
