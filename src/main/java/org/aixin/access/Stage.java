package org.aixin.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.aixin.kernel.Problem;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** What still stands between a session that lives and being signed in. */
public enum Stage {
    /** Nothing. */
    OPEN("", "sign_in_required"),
    /** A code of the second factor. */
    SECOND("/sign-in/second", "second_factor_required"),
    /** A second factor, which the unit requires and the person has not yet. */
    ENROL("/sign-in/enrol", "second_factor_missing"),
    /** The PIN or the secret: nobody used the screen for a while. */
    LOCKED("/sign-in/unlock", "session_locked");

    static final String ATTRIBUTE = "aixin.stage";
    private final String page;
    private final String code;

    Stage(String page, String code) {
        this.page = page;
        this.code = code;
    }

    /** What stands between the request's session and being signed in; null where the request has no session, or an open one. */
    public static @Nullable Stage of(RoutingContext request) {
        return request.get(ATTRIBUTE);
    }

    /** What a request is told that needs somebody signed in: 401 {@code session_locked}, {@code second_factor_required} and their kind. */
    public Problem problem() {
        return Problem.of(401, code);
    }

    /** The page on which it is done, and which leads back to this path. */
    public String page(String to) {
        return page + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }
}
