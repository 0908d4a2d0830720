package org.aixin.web;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the door before whatever the service listens on, as soon as it listens. */
@ApplicationScoped
class Doors {
    private static final int OWN_FILES = 1_000, MOST = 100_000;
    private final Vertx vertx;
    private final Door door;

    Doors(Vertx vertx, @ConfigProperty(name = "aixin.connections.patience") Duration patience,
            @ConfigProperty(name = "aixin.connections.per-network") int most) {
        this.vertx = vertx;
        this.door = new Door(patience, most, mostOfAll());
    }

    /** What the system has files for, but for those that the service needs for itself. */
    private static int mostOfAll() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.min(MOST,
                        Math.max(unix.getMaxFileDescriptorCount() - OWN_FILES, unix.getMaxFileDescriptorCount() / 2))
                : MOST;
    }

    void listening(@ObservesAsync HttpServerStart started) {
        hang(vertx, door);
    }

    void listening(@ObservesAsync HttpsServerStart started) {
        hang(vertx, door);
    }

    /** Where these servers listen already, all who come from now on pass the door. */
    static void hang(Vertx vertx, Door door) {
        ((VertxInternal) vertx).getAcceptorEventLoopGroup().forEach(loop -> loop.execute(
                () -> ((SingleThreadEventLoop) loop).registeredChannelsIterator().forEachRemaining(one -> hang(one, door))));
    }

    private static void hang(Channel listening, Door door) {
        if (listening instanceof ServerChannel && listening.pipeline().get(Door.class) == null) {
            listening.pipeline().addFirst(door);
        }
    }
}
