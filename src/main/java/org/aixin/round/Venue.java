package org.aixin.round;

import jakarta.enterprise.context.RequestScoped;

import org.aixin.kernel.Lan;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Where the phones of a square find the round: the address by which the host came, or this machine's on the network. */
@RequestScoped
class Venue {
    private final HttpServerRequest request;

    Venue(RoutingContext context) {
        this.request = context.request();
    }

    /** What the QR code says; empty once the round has ended. */
    String address(Round round) {
        return round.joinCode() == null ? "" : base() + "/join/" + round.joinCode() + "?v=" + round.venue();
    }

    /** What people type, without the scheme. */
    String host() {
        return base().replaceFirst("^https?://", "") + "/join";
    }

    private String base() {
        String authority = request.authority() == null ? "" : request.authority().toString();
        String host = authority.replaceFirst(":[0-9]+$", "");
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        String reached = here ? authority.replace(host, Lan.address().orElse(host)) : authority;
        return request.scheme() + "://" + reached;
    }
}
