package org.aixin.kernel;

import org.jspecify.annotations.Nullable;

/** What a program sends. */
public final class Body {
    private Body() {
    }

    /** What was said; refused 400 {@code request_unreadable} where nothing was. */
    public static <T> T said(@Nullable T body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return body;
    }
}
