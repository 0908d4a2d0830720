package org.aixin.redemption;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.kernel.GroupCommit;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;

/** The orders behind the codes that desks scan. Codes that come together are read together; nobody holds a thread. */
@ApplicationScoped
class OrderCodes {
    private final OrderBook book;
    private final GroupCommit<String, Optional<Order>> reading = new GroupCommit<>("order-codes", 200, Duration.ZERO, 20_000,
            this::read);

    OrderCodes(OrderBook book) {
        this.book = book;
    }

    void stop(@Observes ShutdownEvent stopping) {
        reading.close();
    }

    /** The order with this code as it stands, if there is one. */
    Uni<Optional<Order>> find(String code) {
        return reading.submit(code);
    }

    private List<Optional<Order>> read(List<String> codes) {
        Map<String, Order> known = book.byCodes(codes.stream().distinct().toList());
        return codes.stream().map(code -> Optional.ofNullable(known.get(code))).toList();
    }
}
