package org.aixin.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The page that tells a person what did not work and what to do next; and who gets it rather than a document. */
@ApplicationScoped
class ProblemPages {
    private static final Map<Integer, String> FRAMEWORK = Map.ofEntries(Map.entry(400, "request_unreadable"),
            Map.entry(401, "sign_in_required"), Map.entry(403, "not_allowed"), Map.entry(404, "not_found"),
            Map.entry(405, "method_not_allowed"), Map.entry(406, "not_acceptable"), Map.entry(408, "too_slow"),
            Map.entry(413, "too_large"), Map.entry(414, "address_too_long"), Map.entry(415, "media_type_unsupported"),
            Map.entry(429, "busy"), Map.entry(431, "address_too_long"), Map.entry(503, "busy"));
    private final Engine pages;

    ProblemPages(Engine pages) {
        this.pages = pages;
    }

    /** What the framework refuses with a bare status, as a problem of ours. */
    static Problem problem(int status) {
        return Problem.of(status, FRAMEWORK.getOrDefault(status, status < 500 ? "request_unreadable" : "internal_error"));
    }

    /** In how many seconds it makes sense to try again; at once is too soon for whoever was told that we are busy. */
    static Optional<String> retryAfter(Problem problem) {
        return Optional.ofNullable(problem.members().getOrDefault("retryAfter", problem.status() == 503 ? 1 : null))
                .map(Object::toString);
    }

    /** Whether a person in a browser asks; the programs' addresses always answer documents. */
    static boolean isFor(HttpServerRequest request) {
        return Language.wantsPage(request) && !request.path().startsWith("/api/") && !request.path().startsWith("/q/");
    }

    /** The page for whoever sent a form, which they can send again as it was where it only came at a bad moment. */
    TemplateInstance page(Problem problem, Locale language, RoutingContext request) {
        return page(problem, language).data("again", problem.status() == 503 ? Again.of(request) : null);
    }

    TemplateInstance page(Problem problem, Locale language) {
        return pages.getTemplate("problem").instance().setLocale(language).data("status", problem.status())
                .data("again", null).data("code", problem.code()).data("title", Sentences.title(problem, language))
                .data("detail", Sentences.detail(problem, language));
    }
}
