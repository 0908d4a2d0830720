package org.aixin.web;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.aixin.kernel.Network;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Where connections come in: of one network no more than so many are open, and of all together no more than the system has files for, since
 * where it has none left nobody is let in and all who come hang. A whole square may share one address, so it is the connection that has asked
 * for nothing longest which makes room. Where all of a network are being served its next one is not let in; where the house is full, the
 * network that has most gives one up for whoever comes from another.
 */
@Sharable
final class Door extends ChannelInboundHandlerAdapter {
    private final Map<String, Set<Caller>> callers = new HashMap<>();
    private final Duration patience;
    private final int mostOfOne, mostOfAll;
    private int open;

    /**
     * @param patience how long a caller may say nothing, or take for the head of a request
     * @param mostOfOne connections of one network
     * @param mostOfAll connections of all
     */
    Door(Duration patience, int mostOfOne, int mostOfAll) {
        this.patience = patience;
        this.mostOfOne = mostOfOne;
        this.mostOfAll = mostOfAll;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        if (accepted instanceof Channel channel && channel.remoteAddress() instanceof InetSocketAddress from
                && !letIn(channel, Network.of(from.getAddress()))) {
            channel.unsafe().closeForcibly();
            return;
        }
        context.fireChannelRead(accepted);
    }

    private synchronized boolean letIn(Channel channel, String network) {
        if (of(network).size() >= mostOfOne && !makesRoom(network, false)) {
            return false;
        }
        if (open >= mostOfAll) {
            String largest = largest();
            if (!makesRoom(largest, !largest.equals(network))) {
                return false;
            }
        }
        Caller caller = new Caller(channel, patience);
        callers.computeIfAbsent(network, any -> new LinkedHashSet<>()).add(caller);
        open++;
        channel.pipeline().addLast(caller);
        channel.closeFuture().addListener(closed -> gone(network, caller));
        return true;
    }

    /** One of the network goes: the first that is idle, or else the first, where that is allowed. */
    private boolean makesRoom(String network, boolean evenServed) {
        Optional<Caller> idle = of(network).stream().filter(Caller::isIdle).findFirst();
        Optional<Caller> one = idle.or(() -> evenServed ? of(network).stream().findFirst() : Optional.empty());
        one.ifPresent(goes -> {
            gone(network, goes);
            goes.letGo();
        });
        return one.isPresent();
    }

    private synchronized void gone(String network, Caller caller) {
        Set<Caller> there = callers.get(network);
        if (there != null && there.remove(caller)) {
            open--;
            if (there.isEmpty()) {
                callers.remove(network);
            }
        }
    }

    private Set<Caller> of(String network) {
        return callers.getOrDefault(network, Set.of());
    }

    private String largest() {
        return callers.entrySet().stream().max(Comparator.comparingInt(one -> one.getValue().size())).map(Map.Entry::getKey)
                .orElse("");
    }

    /** How many connections are open. */
    synchronized int open() {
        return open;
    }
}
