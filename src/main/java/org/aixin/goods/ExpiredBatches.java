package org.aixin.goods;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.goods.BatchLots.Lot;
import org.aixin.goods.Slip.Kind;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Timers;
import org.aixin.kernel.Transactions;

import io.quarkus.runtime.StartupEvent;

/**
 * Takes what is past its date off the shelves when a business day begins, by a slip of its own for each shop. What is reserved
 * stays, and is told to the clerk; the next day looks again.
 */
@ApplicationScoped
class ExpiredBatches {
    private final Sql sql;
    private final Shops shops;
    private final Catalogue catalogue;
    private final Batches batches;
    private final Booking booking;
    private final Slips slips;
    private final BusinessTime time;

    ExpiredBatches(Sql sql, Shops shops, Catalogue catalogue, Batches batches, Booking booking, Slips slips, BusinessTime time) {
        this.sql = sql;
        this.shops = shops;
        this.catalogue = catalogue;
        this.batches = batches;
        this.booking = booking;
        this.slips = slips;
        this.time = time;
    }

    void begin(@Observes StartupEvent started, Timers timers) {
        timers.sweep(Duration.ofSeconds(40), timers.setting("aixin.batch.sweep"), this::run);
    }

    void run() {
        LocalDate today = time.today();
        sql.rows("SELECT DISTINCT s.shop_id FROM batch b JOIN stock s ON s.goods_id = b.goods_id AND s.on_hand > 0"
                + " WHERE b.best_before < ? AND NOT EXISTS (SELECT 1 FROM batch_sweep w WHERE w.shop_id = s.shop_id AND w.day = ?)",
                row -> row.getLong(1), today, today).forEach(shop -> Transactions.run(() -> sweep(shop, today)));
    }

    /** How many pieces past their date are still there since they are reserved, as this morning found. */
    int reserved(Shop shop) {
        return sql.first("SELECT reserved FROM batch_sweep WHERE shop_id = ? AND day = ?", row -> row.getInt(1), shop.id(),
                time.today()).orElse(0);
    }

    /** Whether it was this node that looked; another one that did so at the same time is waited for. */
    private boolean sweep(long id, LocalDate today) {
        if (sql.update("INSERT IGNORE INTO batch_sweep (shop_id, day, reserved) VALUES (?,?,0)", id, today) == 0) {
            return false;
        }
        Shop shop = shops.byId(id);
        List<SlipLine> gone = new ArrayList<>();
        int reserved = 0;
        List<Long> goods = sql.rows("SELECT DISTINCT b.goods_id FROM batch b JOIN stock s ON s.goods_id = b.goods_id"
                + " AND s.shop_id = ? AND s.on_hand > 0 WHERE b.best_before < ? ORDER BY b.goods_id", row -> row.getLong(1), id,
                today);
        Map<Long, Stock.Booked> booked = goods.isEmpty() ? Map.of() : booking.lock(shop, goods);
        for (Goods one : catalogue.byId(goods).values()) {
            Stock.Booked now = Objects.requireNonNull(booked.get(one.id()));
            reserved += take(one, shop, today, now.onHand() - now.held(), gone);
        }
        sql.update("UPDATE batch_sweep SET reserved = ? WHERE shop_id = ? AND day = ?", reserved, id, today);
        if (!gone.isEmpty()) {
            slips.write(null, shop, null, Kind.EXPIRED, "过了保质期，自动下架", gone, null, null);
        }
        return true;
    }

    /** Takes what is free of it, what went bad first before all else; answers how many have to stay. */
    private int take(Goods goods, Shop shop, LocalDate today, int free, List<SlipLine> gone) {
        int room = free, stay = 0;
        for (Map.Entry<Lot, Integer> lot : batches.replayed(goods.id()).left(shop.id()).entrySet()) {
            if (lot.getKey().isExpired(today)) {
                int pieces = Math.min(room, lot.getValue());
                if (pieces > 0) {
                    gone.add(SlipLine.ofBatch(goods, pieces, lot.getKey().batch()));
                }
                room -= pieces;
                stay += lot.getValue() - pieces;
            }
        }
        return stay;
    }
}
