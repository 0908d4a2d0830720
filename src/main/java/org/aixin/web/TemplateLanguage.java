package org.aixin.web;

import java.util.Locale;

import jakarta.enterprise.event.Observes;

import org.aixin.kernel.Language;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/** Gives every template the language of the request that it answers. */
class TemplateLanguage {
    void configure(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setLocale(language()));
    }

    private static Locale language() {
        if (!Arc.container().requestContext().isActive()) {
            return Locale.CHINESE;
        }
        RoutingContext request = Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        return request == null ? Locale.CHINESE : Language.of(request.request());
    }
}
