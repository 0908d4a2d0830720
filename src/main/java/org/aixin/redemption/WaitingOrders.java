package org.aixin.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;

/** What is reserved for a member and waits to be collected. */
@ApplicationScoped
public class WaitingOrders {
    private static final int MOST = 20;
    private final OrderBook book;
    private final BusinessTime time;

    WaitingOrders(OrderBook book, BusinessTime time) {
        this.book = book;
        this.time = time;
    }

    /**
     * An order that waits.
     *
     * @param words what it is, such as 大米 1 袋、酱油 2 瓶
     * @param until when the goods are kept
     * @param shop where they are
     */
    public record Waiting(long id, String words, long points, Instant until, String shop) {
    }

    /** The member's reservations that can still be collected, newest first. */
    public List<Waiting> of(long member) {
        Instant now = time.now();
        return book.ofMember(member, Long.MAX_VALUE, MOST).stream().filter(order -> order.at(now) == Order.Status.RESERVED)
                .map(order -> new Waiting(order.id(), order.words(), order.points(), Objects.requireNonNull(order.expiresAt()),
                        order.shop().name()))
                .toList();
    }
}
