package org.aixin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent at a bad moment, to be sent again as it was.
 *
 * @param address where it goes
 * @param fields all that was typed, hidden fields too
 */
record Again(String address, List<Field> fields) {
    private static final String SENT = Again.class.getName();
    /** What is never written into a page. */
    private static final List<String> PRIVATE = List.of("secret", "password", "onetimecode", "totp");

    /** One of its values. */
    record Field(String name, String value) {
    }

    /** Remembers what was sent, for the case that it is refused. */
    static void remember(RoutingContext request, @Nullable FormData sent) {
        if (sent != null) {
            request.put(SENT, sent);
        }
    }

    /** Null where no form was sent, or one with files or secrets, which are chosen and typed anew. */
    static @Nullable Again of(RoutingContext request) {
        FormData sent = request.get(SENT);
        if (sent == null) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        for (String name : sent) {
            for (FormValue value : sent.get(name)) {
                boolean typed = !value.getValue().isEmpty();
                if (value.isFileItem() || typed && PRIVATE.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains)) {
                    return null;
                }
                fields.add(new Field(name, value.getValue()));
            }
        }
        return new Again(request.request().uri(), fields);
    }
}
