package org.aixin.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.access.Stage;
import org.aixin.kernel.DiskRoom;
import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.Transactions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Makes every refusal, our own and the framework's, a problem document or, for a browser, a page that says the same. */
class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private final ProblemPages pages;

    Refusals(ProblemPages pages) {
        this.pages = pages;
    }

    @ServerExceptionMapper
    Response refused(Problem refusal, RoutingContext context) {
        HttpServerRequest request = context.request();
        Stage stage = refusal.code().equals("sign_in_required") ? Stage.of(context) : null;
        Problem problem = stage == null ? refusal : stage.problem();
        if (problem.status() == 401 && ProblemPages.isFor(request)) {
            return signIn(request, stage);
        }
        Locale language = Language.of(request);
        Response.ResponseBuilder answer = Response.status(problem.status()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        ProblemPages.retryAfter(problem).ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        if (problem.members().get("allow") instanceof String allow) {
            answer.header(HttpHeaders.ALLOW, allow);
        }
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.status() == 401 && request.getHeader("HX-Request") != null) {
            answer.header("HX-Redirect", "/sign-in");
        }
        return ProblemPages.isFor(request)
                ? answer.type(MediaType.TEXT_HTML + ";charset=UTF-8").entity(pages.page(problem, language, context)).build()
                : answer.type("application/problem+json").entity(Sentences.document(problem, language)).build();
    }

    /** A browser goes to sign in, or does what is missing, and comes back to the page it wanted. */
    private static Response signIn(HttpServerRequest request, @Nullable Stage stage) {
        boolean page = request.method() == HttpMethod.GET;
        String to = page ? "?to=" + URLEncoder.encode(request.uri(), StandardCharsets.UTF_8) : "";
        return Response.seeOther(URI.create(stage == null ? "/sign-in" + to : stage.page(page ? request.uri() : "/")))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal, RoutingContext context) {
        if (refusal.getResponse().getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
            return refusal.getResponse();
        }
        return refused(problem(refusal, context), context);
    }

    private static Problem problem(WebApplicationException refusal, RoutingContext context) {
        for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof JsonMappingException mismatch) {
                return problem(mismatch);
            }
        }
        Problem problem = ProblemPages.problem(refusal.getResponse().getStatus());
        if (refusal instanceof NotAllowedException) {
            String allow = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
            return allow == null ? problem : problem.with("allow", allow);
        }
        boolean valueUnreadable = refusal instanceof NotFoundException && refusal.getCause() != null
                && !context.queryParams().isEmpty();
        return valueUnreadable ? Problem.of(422, "value_refused") : problem;
    }

    @ServerExceptionMapper
    Response refused(JsonProcessingException broken, RoutingContext context) {
        return refused(ProblemPages.problem(400), context);
    }

    /** Goes before the framework's own, which answers in its own words. */
    @ServerExceptionMapper(priority = 1)
    Response refused(MismatchedInputException mismatch, RoutingContext context) {
        return refused(problem(mismatch), context);
    }

    /** A value of the wrong type names its place, as in {@code lines[0].quantity}; a body of the wrong shape has none. */
    private static Problem problem(JsonMappingException mismatch) {
        String field = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return field.isEmpty() || !(mismatch instanceof MismatchedInputException)
                ? ProblemPages.problem(400)
                : Problem.invalid("value_refused", field.startsWith(".") ? field.substring(1) : field);
    }

    @ServerExceptionMapper
    Response refused(ConstraintViolationException violated, RoutingContext context) {
        String path = violated.getConstraintViolations().iterator().next().getPropertyPath().toString();
        return refused(Problem.invalid("value_refused", path.substring(path.lastIndexOf('.') + 1)), context);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response refused(SecurityException unknown, RoutingContext context) {
        return refused(ProblemPages.problem(401), context);
    }

    @ServerExceptionMapper
    Response refused(ForbiddenException forbidden, RoutingContext context) {
        return refused(ProblemPages.problem(403), context);
    }

    @ServerExceptionMapper
    Response failed(Throwable failure, RoutingContext context) {
        if (Objects.requireNonNullElse(failure.getCause(), failure) instanceof Problem problem) {
            return refused(problem, context);
        }
        if (Forms.isTooMuch(failure)) {
            return refused(ProblemPages.problem(413), context);
        }
        if (Forms.isUnreadable(context, failure)) {
            return refused(ProblemPages.problem(400), context);
        }
        if (failure.getCause() instanceof ClosedChannelException) {
            return refused(ProblemPages.problem(503), context); // whoever asked has hung up, and reads no answer
        }
        if (Transactions.foundNoRoom(failure)) {
            LOG.warnf("A request found no room on the disk: %s", failure);
            return refused(DiskRoom.refusal(), context);
        }
        if (Transactions.mayPass(failure)) {
            LOG.warnf("A request found the database busy: %s", failure);
            return refused(ProblemPages.problem(503), context);
        }
        LOG.error("A request failed for a reason nobody foresaw", failure);
        return refused(ProblemPages.problem(500), context);
    }
}
