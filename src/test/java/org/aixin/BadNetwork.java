package org.aixin;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;

/** A TCP proxy before a server on this machine, which passes everything on until it is told to be bad at it. */
public final class BadNetwork implements AutoCloseable {
    private final Vertx vertx;
    private final int server;
    private final NetServer listening;
    private final NetClient to;
    private volatile double cut;
    private volatile long delayMillis;

    /** @param server the port to which it passes on */
    public BadNetwork(Vertx vertx, int server) throws Exception {
        this.vertx = vertx;
        this.server = server;
        this.to = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        this.listening = vertx.createNetServer(new NetServerOptions().setTcpNoDelay(true)).connectHandler(this::pass)
                .listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Where it listens. */
    public int port() {
        return listening.actualPort();
    }

    /** So large a share of answers is lost from now on: at the first byte both sides are hung up on. */
    public BadNetwork cuts(double share) {
        cut = share;
        return this;
    }

    /** So much later every answer arrives from now on. */
    public BadNetwork delays(long millis) {
        delayMillis = millis;
        return this;
    }

    private void pass(NetSocket client) {
        client.pause();
        to.connect(server, "127.0.0.1").onSuccess(there -> {
            client.handler(there::write).closeHandler(gone -> there.close());
            there.handler(new Answers(client, there)::arrive).closeHandler(gone -> client.close());
            client.resume();
        }).onFailure(refused -> client.close());
    }

    /** What comes back on one connection: it stays in order, whatever the delay becomes. */
    private final class Answers {
        private final NetSocket client, there;
        private long lastDue;

        Answers(NetSocket client, NetSocket there) {
            this.client = client;
            this.there = there;
        }

        void arrive(Buffer answer) {
            if (cut > 0 && ThreadLocalRandom.current().nextDouble() < cut) {
                client.close();
                there.close();
                return;
            }
            long now = System.currentTimeMillis();
            if (delayMillis == 0 && lastDue < now) {
                client.write(answer);
                return;
            }
            lastDue = Math.max(now + Math.max(1, delayMillis), lastDue + 1);
            vertx.setTimer(Math.max(1, lastDue - now), due -> client.write(answer));
        }
    }

    @Override
    public void close() {
        listening.close();
        to.close();
    }
}
