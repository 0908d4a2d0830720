package org.aixin.web;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** What the service does not do for whoever connects to it. */
@ApplicationScoped
class Edge implements HttpServerOptionsCustomizer {
    /** No HTTP/2 without TLS: a proxy that passes an upgrade on would let its client speak past it. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }

    /** Where to go next is said as a path: whatever a request calls this machine, nobody is sent there. */
    @ServerResponseFilter
    public void stayHere(ResteasyReactiveContainerRequestContext request, ContainerResponseContext answer) {
        Object next = answer.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (next != null) {
            answer.getHeaders().putSingle(HttpHeaders.LOCATION, pathOf(URI.create(next.toString())));
        }
    }

    private static URI pathOf(URI next) {
        String query = next.getRawQuery() == null ? "" : "?" + next.getRawQuery();
        return URI.create(next.getRawPath() + query + (next.getRawFragment() == null ? "" : "#" + next.getRawFragment()));
    }
}
