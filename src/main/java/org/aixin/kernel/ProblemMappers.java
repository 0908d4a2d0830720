package org.aixin.kernel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes every refusal, our own and the framework's, a problem document or, for a browser, a page that says the same. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Map<Integer, String> FRAMEWORK = Map.of(400, "request_unreadable", 401, "sign_in_required", 403,
            "not_allowed", 404, "not_found", 405, "method_not_allowed", 406, "not_acceptable", 413, "too_large", 415,
            "media_type_unsupported");
    private final Engine pages;

    private final RoutingContext request;

    ProblemMappers(Engine pages, RoutingContext request) {
        this.pages = pages;
        this.request = request;
    }

    @ServerExceptionMapper
    Response refused(Problem problem, @Context HttpHeaders headers) {
        if (problem.status() == 401) {
            return unknown(problem, headers);
        }
        Locale language = Language.of(headers);
        Response.ResponseBuilder answer = Response.status(problem.status()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        Object retryAfter = problem.members().get("retryAfter");
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        if (problem.members().get("allow") instanceof String allow) {
            answer.header(HttpHeaders.ALLOW, allow);
        }
        return Language.wantsPage(headers)
                ? answer.type(MediaType.TEXT_HTML + ";charset=UTF-8").entity(page(problem, language)).build()
                : answer.type("application/problem+json").entity(Sentences.document(problem, language)).build();
    }

    /** Nobody is signed in: a browser goes and does so, and comes back to the page it wanted. */
    private Response unknown(Problem problem, HttpHeaders headers) {
        boolean mayComeBack = request.request().method() == HttpMethod.GET;
        String signIn = "/sign-in"
                + (mayComeBack ? "?to=" + URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8) : "");
        if (Language.wantsPage(headers)) {
            return Response.seeOther(URI.create(signIn)).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
        }
        Response.ResponseBuilder answer = Response.status(401).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        if (headers.getHeaderString("HX-Request") != null) {
            answer.header("HX-Redirect", "/sign-in");
        }
        return answer.type("application/problem+json").entity(Sentences.document(problem, Language.of(headers))).build();
    }

    private TemplateInstance page(Problem problem, Locale language) {
        return pages.getTemplate("problem").instance().setLocale(language).data("status", problem.status())
                .data("code", problem.code()).data("back", "/")
                .data("title", Sentences.title(problem, language)).data("detail", Sentences.detail(problem, language));
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal, @Context HttpHeaders headers) {
        if (refusal.getResponse().getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
            return refusal.getResponse();
        }
        for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return refused(problem, headers);
            }
        }
        int status = refusal.getResponse().getStatus();
        Problem problem = Problem.of(status,
                FRAMEWORK.getOrDefault(status, status < 500 ? "request_unreadable" : "internal_error"));
        if (refusal instanceof NotAllowedException) {
            problem.with("allow", String.valueOf(refusal.getResponse().getHeaderString(HttpHeaders.ALLOW)));
        }
        return refused(problem, headers);
    }

    @ServerExceptionMapper
    Response refused(JsonProcessingException broken, @Context HttpHeaders headers) {
        return refused(Problem.of(400, "request_unreadable"), headers);
    }

    @ServerExceptionMapper
    Response refused(ConstraintViolationException violated, @Context HttpHeaders headers) {
        String path = violated.getConstraintViolations().iterator().next().getPropertyPath().toString();
        return refused(Problem.invalid("value_refused", path.substring(path.lastIndexOf('.') + 1)), headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response refused(SecurityException unknown, @Context HttpHeaders headers) {
        return refused(Problem.of(401, "sign_in_required"), headers);
    }

    @ServerExceptionMapper
    Response refused(ForbiddenException forbidden, @Context HttpHeaders headers) {
        return refused(Problem.of(403, "not_allowed"), headers);
    }

    @ServerExceptionMapper
    Response failed(Throwable failure, @Context HttpHeaders headers) {
        LOG.error("A request failed for a reason nobody foresaw", failure);
        return refused(Problem.of(500, "internal_error"), headers);
    }
}
