package org.aixin.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;

import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.Transactions;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Context;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What is refused before a request reaches any resource: too large bodies, addresses that cannot be read. Said as everything else is. */
@ApplicationScoped
class OuterRefusals {
    private static final Logger LOG = Logger.getLogger(OuterRefusals.class);
    private static final int LONGEST_ADDRESS = 4096, MOST_HEADERS = 20 * 1024;
    /** What Vert.x says to whoever reads a body that broke off. */
    private static final String READ_ALREADY = "Request has already been read";
    private final ProblemPages pages;
    private final long largest;

    OuterRefusals(ProblemPages pages, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.pages = pages;
        this.largest = largest.asLongValue();
    }

    void routes(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::look).failureHandler(this::refuse);
        router.errorHandler(400, this::refuse).errorHandler(404, this::refuse);
    }

    private void look(RoutingContext request) {
        int status = tooMuch(request.request());
        if (status > 0) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            answer(request, ProblemPages.problem(status));
        } else if (isReadable(request)) {
            request.next();
        } else {
            answer(request, ProblemPages.problem(400));
        }
    }

    private int tooMuch(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_ADDRESS) {
            return 414;
        }
        if (request.headers().entries().stream().mapToInt(one -> one.getKey().length() + one.getValue().length())
                .sum() > MOST_HEADERS) {
            return 431;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean large = length != null && length.matches("[0-9]+") && (length.length() > 18 || Long.parseLong(length) > largest);
        return large ? 413 : 0;
    }

    /** Percent signs that lead nowhere, for one, make an address that nobody can compare with any other. */
    private static boolean isReadable(RoutingContext request) {
        try {
            return new URI(request.request().uri()).getRawPath() != null && request.normalizedPath() != null;
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Who may come in is the business of those who ask; the rest is said here. */
    private void refuse(RoutingContext request) {
        if (request.failure() instanceof SecurityException) {
            request.next();
            return;
        }
        if (request.failure() instanceof WebApplicationException refusal) {
            answer(request, ProblemPages.problem(refusal.getResponse().getStatus()));
            return;
        }
        if (request.failure() instanceof Problem problem) {
            answer(request, problem);
            return;
        }
        if (request.failure() != null && Transactions.mayPass(request.failure())) {
            answer(request, ProblemPages.problem(503));
            return;
        }
        if (request.failure() != null && request.statusCode() >= 500 && !hungUp(request.failure())) {
            LOG.error("A request failed for a reason nobody foresaw", request.failure());
        }
        answer(request, ProblemPages.problem(status(request)));
    }

    /** Whoever asked went away in the middle of it: there is nobody to answer, and nothing to mend. */
    static boolean hungUp(Throwable failure) {
        return failure instanceof ClosedChannelException || failure.getCause() instanceof ClosedChannelException
                || failure instanceof HttpClosedException
                || failure instanceof IllegalStateException && READ_ALREADY.equals(failure.getMessage());
    }

    private static int status(RoutingContext request) {
        return request.statusCode() < 400 ? 500 : request.statusCode();
    }

    private void answer(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Locale language = Language.of(request.request());
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ProblemPages.retryAfter(problem).ifPresent(seconds -> response.putHeader("Retry-After", seconds));
        if (ProblemPages.isFor(request.request())) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8").end(page(request, problem, language));
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(new JsonObject(Sentences.document(problem, language)).toBuffer());
        }
    }

    /** The frame asks who looks at it, so the page needs a request to live in; here, where nothing may wait for the answer, it is nobody. */
    private String page(RoutingContext request, Problem problem, Locale language) {
        ManagedContext context = Arc.container().requestContext();
        boolean begun = !context.isActive();
        if (begun) {
            context.activate();
        }
        try {
            Arc.container().instance(CurrentVertxRequest.class).get().setCurrent(request);
            if (Context.isOnEventLoopThread()) {
                Arc.container().instance(CurrentIdentityAssociation.class).get()
                        .setIdentity(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
            }
            return pages.page(problem, language).render();
        } finally {
            if (begun) {
                context.terminate();
            }
        }
    }
}
