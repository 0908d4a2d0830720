package org.aixin.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.BatchLots.Event;
import org.aixin.goods.BatchLots.Lot;
import org.aixin.goods.BatchLots.Part;
import org.aixin.goods.Movement.Why;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The batches of goods: their labels, what is left of each, and which orders each went to. */
@ApplicationScoped
public class Batches {
    private static final Comparator<Held> SOONEST = Comparator
            .comparing((Held held) -> Optional.ofNullable(held.batch.bestBefore()).orElse(LocalDate.MAX))
            .thenComparingLong(held -> held.batch.id());
    private final Sql sql;

    Batches(Sql sql) {
        this.sql = sql;
    }

    /** What a shop has of a batch. */
    public record Held(Batch batch, int left) {
    }

    /**
     * Where a batch went.
     *
     * @param left in all shops
     * @param orders how many each order has, by the order's id
     */
    public record Reached(int left, Map<Long, Integer> orders) {
        /** How many were handed over. */
        public int handed() {
            return orders.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * The batch of a scanned or typed batch label (28…). Empty where the digits are no label of a batch or do not fit their check
     * digit. The desk takes the goods of {@link Batch#goods} and asks {@link Batch#mustBeGood} first, with the business day of
     * today: it refuses 409 {@code batch_expired}. Which batch a hand-over counts for is not kept with it but read later, what goes
     * bad first before all else.
     *
     * @param digits plain digits, as {@link org.aixin.kernel.Digits#of} leaves them
     */
    public Optional<Batch> byScan(String digits) {
        Long number = Ean.number(Ean.BATCH, digits);
        return number == null ? Optional.empty() : sql.first(Batch.SELECT + "WHERE b.number = ?", Batch::read, number);
    }

    /** The batch with this id. */
    public Optional<Batch> byId(long id) {
        return sql.first(Batch.SELECT + "WHERE b.id = ?", Batch::read, id);
    }

    /** The batches that came by a donation. */
    public List<Batch> ofDonation(long donation) {
        return sql.rows(Batch.SELECT + "WHERE b.donation_id = ? ORDER BY b.id", Batch::read, donation);
    }

    /** The batches of which a shop has any, what goes bad first before all else. Costs as much as their goods have entries. */
    public List<Held> of(Shop shop) {
        Map<Long, Batch> batches = new HashMap<>();
        sql.rows(Batch.SELECT + "JOIN stock s ON s.goods_id = b.goods_id AND s.shop_id = ? AND s.on_hand > 0", Batch::read,
                shop.id())
                .forEach(batch -> batches.put(batch.id(), batch));
        List<Held> held = new ArrayList<>();
        batches.values().stream().map(batch -> batch.goods().id()).distinct()
                .forEach(goods -> replayed(goods).left(shop.id()).forEach((lot, left) -> {
                    Batch batch = lot.batch() == null ? null : batches.get(lot.batch());
                    if (batch != null) {
                        held.add(new Held(batch, left));
                    }
                }));
        return held.stream().sorted(SOONEST).toList();
    }

    /** Where these batches went, by their ids. Costs as much as their goods have entries. */
    public Map<Long, Reached> reached(List<Batch> batches) {
        Map<Long, BatchLots> lots = new HashMap<>();
        Map<Long, Reached> reached = new HashMap<>();
        batches.forEach(batch -> {
            BatchLots all = lots.computeIfAbsent(batch.goods().id(), this::replayed);
            reached.put(batch.id(), new Reached(all.leftOf(batch.id()), all.reached(batch.id())));
        });
        return reached;
    }

    /** Makes batches of the lines of a slip that brings goods in, where they have a date or were given; in the present transaction. */
    void keep(Slip slip) {
        for (int line = 0; line < slip.lines().size(); line++) {
            SlipLine what = slip.lines().get(line);
            if (what.bestBefore() != null || slip.donation() != null) {
                sql.update("INSERT INTO batch (id, slip_id, line, goods_id, quantity, best_before, donation_id, at)"
                        + " VALUES (?,?,?,?,?,?,?,?)", Ids.next(), slip.id(), line + 1, what.goods().id(), what.quantity(),
                        what.bestBefore(), slip.donation(), slip.at());
            }
        }
    }

    /** All that ever happened to one kind of goods, played again. */
    BatchLots replayed(long goods) {
        Map<Long, List<Part>> parts = new HashMap<>();
        sql.rows("SELECT l.slip_id, l.quantity, COALESCE(b.id, n.id), COALESCE(b.best_before, n.best_before) FROM slip_line l"
                + " LEFT JOIN batch b ON b.slip_id = l.slip_id AND b.line = l.line LEFT JOIN batch n ON n.id = l.batch_id"
                + " WHERE l.goods_id = ? ORDER BY l.slip_id, l.line",
                row -> parts.computeIfAbsent(row.getLong(1), slip -> new ArrayList<>()).add(part(row)), goods);
        return new BatchLots(sql.rows(
                "SELECT id, shop_id, quantity, why, reference FROM stock_entry WHERE goods_id = ? ORDER BY id",
                row -> new Event(row.getLong(1), row.getLong(2), row.getInt(3), Why.valueOf(row.getString(4)), row.getLong(5),
                        parts.getOrDefault(row.getLong(5), List.of())),
                goods));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(row.getInt(2), lot(Sql.id(row, 3), row.getObject(4, LocalDate.class)));
    }

    private static @Nullable Lot lot(@Nullable Long batch, @Nullable LocalDate bestBefore) {
        return batch == null ? null : new Lot(bestBefore, batch, Objects.requireNonNull(batch));
    }
}
