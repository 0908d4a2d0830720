package org.aixin.web;

import java.util.List;
import java.util.Set;

import org.aixin.kernel.DiskRoom;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * While the disk is almost full nothing is taken that makes the data grow: 503 {@code disk_almost_full}, before anything is begun.
 * Reading goes on, and so do signing in and out, without which nobody could read, and answering whether the clock is right.
 */
class Shedding {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> SIGNING = List.of("/sign-in", "/sign-out", "/me/sign-out-everywhere", "/api/sessions",
            "/api/me/sessions", "/clock", "/api/clock");
    private final DiskRoom room;

    Shedding(DiskRoom room) {
        this.room = room;
    }

    @WithFormRead
    @ServerRequestFilter
    public void shed(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        if (READING.contains(request.getMethod())) {
            return;
        }
        Again.remember(context, ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData());
        if (!isSigning(context.normalizedPath()) && room.isAlmostFull()) {
            throw DiskRoom.refusal();
        }
    }

    private static boolean isSigning(String path) {
        return SIGNING.stream().anyMatch(such -> path.equals(such) || path.startsWith(such + "/"));
    }
}
