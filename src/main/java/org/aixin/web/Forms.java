package org.aixin.web;

import java.io.IOException;
import java.util.Locale;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** What is sent to a page is a form: urlencoded, or in parts where a file comes along. Anything else is refused as what it is. */
class Forms {
    private static final String READ = Forms.class.getName();

    /** The first to see what was read of a form, if it could be read at all. */
    @WithFormRead
    @ServerRequestFilter(priority = Integer.MAX_VALUE)
    public void read(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        context.put(READ, true);
        if (!request.getMethod().equals("POST") || context.normalizedPath().startsWith("/api/")) {
            return;
        }
        if (!isForm(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            throw ProblemPages.problem(415);
        }
        if (((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData() == null) {
            throw ProblemPages.problem(400);
        }
    }

    /** Whether a request failed because its form could not be read: percent signs that lead nowhere, parts that end too soon. */
    static boolean isUnreadable(RoutingContext context, Throwable failure) {
        return context.get(READ) == null && isForm(context.request().getHeader(HttpHeaders.CONTENT_TYPE)) && isOfReading(failure);
    }

    /** Whether a form has more fields than are read ({@code quarkus.http.limits.max-parameters}, 1,000), which the framework does not tell by a type. */
    static boolean isTooMuch(@Nullable Throwable failure) {
        return failure != null
                && (String.valueOf(failure.getMessage()).startsWith("Param limit of ") || isTooMuch(failure.getCause()));
    }

    private static boolean isOfReading(@Nullable Throwable failure) {
        return failure instanceof IOException || failure instanceof IllegalArgumentException
                || failure instanceof IndexOutOfBoundsException || failure != null && isOfReading(failure.getCause());
    }

    private static boolean isForm(@Nullable String type) {
        String known = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return known.startsWith(MediaType.APPLICATION_FORM_URLENCODED) || known.startsWith(MediaType.MULTIPART_FORM_DATA);
    }
}
