package org.aixin.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.enterprise.context.RequestScoped;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** From where the present request comes. */
@RequestScoped
public class Origin {
    private final RoutingContext request;

    Origin(RoutingContext request) {
        this.request = request;
    }

    /** The sender's address as the counters of wrong secrets know it. */
    public String address() {
        String host = host(request.request().remoteAddress());
        return host.substring(0, Math.min(64, host.length()));
    }

    /** Whether it was sent on the machine that answers, and not handed on by a proxy there. */
    boolean isHere() {
        return isHere(request.request());
    }

    static boolean isHere(HttpServerRequest request) {
        String from = host(request.remoteAddress());
        boolean handedOn = request.headers().contains("Forwarded") || request.headers().contains("X-Forwarded-For");
        return !handedOn && (isLoopback(from) || from.equals(host(request.localAddress())));
    }

    /** Whether it came by HTTPS, to here or to a proxy that is trusted. */
    boolean isEncrypted() {
        return isEncrypted(request.request());
    }

    static boolean isEncrypted(HttpServerRequest request) {
        return request.isSSL();
    }

    private static String host(@Nullable SocketAddress address) {
        String host = address == null ? null : address.hostAddress();
        return host == null ? "unknown" : host;
    }

    private static boolean isLoopback(String host) {
        try {
            return host.matches("[0-9a-fA-F.:%]+") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
