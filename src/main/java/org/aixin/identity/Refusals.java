package org.aixin.identity;

import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;

import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;

/** Says what was wrong on the page with the form, where what was typed still stands. */
@RequestScoped
public class Refusals {
    private final RoutingContext request;

    Refusals(RoutingContext request) {
        this.request = request;
    }

    /** The page with the problem's sentence, and the problem's status. */
    public Response answer(Problem problem, Function<String, TemplateInstance> page) {
        Response.ResponseBuilder answer = Response.status(problem.status()).type(MediaType.TEXT_HTML + ";charset=UTF-8");
        Object retryAfter = problem.members().get("retryAfter");
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.entity(page.apply(Sentences.detail(problem, Language.of(request.request())))).build();
    }
}
