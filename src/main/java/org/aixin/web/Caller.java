package org.aixin.web;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import org.jspecify.annotations.Nullable;

/**
 * One connection, as far as it matters whether it works or only stays. It is let go when it has asked for nothing, or has been saying the head
 * of a request, for too long, and when the body of one stops or only trickles. Whoever is being answered, as streams are, stays.
 */
final class Caller extends ChannelInboundHandlerAdapter {
    /** A body must come on the whole as fast as this once it is late: a phone at the edge of the network is faster. */
    private static final int SLOWEST_BYTES_A_SECOND = 256;
    private static final int LOOKS = 6;
    private final Channel channel;
    private final long patience;
    private volatile int underWay;
    private boolean sending, speaksHttp2;
    private long since = System.nanoTime(), heard = since, received;
    private @Nullable Future<?> looking;
    private @Nullable Requests requests;

    Caller(Channel channel, Duration patience) {
        this.channel = channel;
        this.patience = patience.toNanos();
    }

    /** Whether nothing that it asked for is under way. */
    boolean isIdle() {
        return underWay == 0;
    }

    void letGo() {
        channel.close();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        long each = patience / LOOKS;
        looking = context.executor().scheduleAtFixedRate(this::look, each, each, TimeUnit.NANOSECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (looking != null) {
            looking.cancel(false);
        }
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        heard = System.nanoTime();
        received += bytes instanceof ByteBuf some ? some.readableBytes() : 0;
        if (requests == null && !speaksHttp2) {
            listen(context.pipeline());
        }
        context.fireChannelRead(bytes);
    }

    /** What is said is understood as soon as the server has made up its mind which protocol it is. */
    private void listen(ChannelPipeline pipeline) {
        if (pipeline.get(HttpRequestDecoder.class) != null) {
            requests = new Requests();
            pipeline.addBefore(pipeline.lastContext().name(), "requests", requests);
        } else if (pipeline.get(Http2ConnectionHandler.class) != null) {
            speaksHttp2 = true;
            underWay = 1;
        }
    }

    /** Goes by a little early, so that nobody stays longer than the patience lasts. */
    private void look() {
        long now = System.nanoTime(), most = patience - patience / LOOKS;
        if (speaksHttp2) {
            return;
        }
        if (sending && !channel.config().isAutoRead()) {
            heard = now;
            since = now;
            received = 0;
            return;
        }
        boolean late = now - since > most;
        boolean trickles = late && received < TimeUnit.NANOSECONDS.toSeconds(now - since) * SLOWEST_BYTES_A_SECOND;
        if (underWay == 0 ? late : sending && (now - heard > most || trickles)) {
            letGo();
        }
    }

    /** Sees requests begin and end, and answers end. */
    private final class Requests extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest) {
                underWay = underWay + 1;
                sending = true;
                received = 0;
                since = System.nanoTime();
            }
            if (part instanceof LastHttpContent) {
                sending = false;
            }
            context.fireChannelRead(part);
        }

        @Override
        public void write(ChannelHandlerContext context, Object part, ChannelPromise written) {
            context.write(part, written);
            boolean more = part instanceof HttpResponse head && head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (part instanceof LastHttpContent && !more) {
                underWay = Math.max(0, underWay - 1);
                since = System.nanoTime();
            }
        }
    }
}
