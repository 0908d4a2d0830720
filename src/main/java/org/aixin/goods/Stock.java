package org.aixin.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The stock of record: what each shop has, and every change of it. */
@ApplicationScoped
public class Stock {
    private static final String LEVELS = "SELECT " + Goods.columnsAt("u.path")
            + ", s.on_hand, s.held, s.low FROM stock s JOIN goods g ON g.id = s.goods_id JOIN shop h ON h.id = s.shop_id"
            + " JOIN unit u ON u.id = h.unit_id WHERE s.shop_id = ? AND g.status <> 'PROPOSED' ";
    private final Sql sql;
    private final BusinessTime time;

    Stock(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    private record Sum(int onHand, int held) {
        Sum plus(Sum other) {
            return new Sum(Math.addExact(onHand, other.onHand), Math.addExact(held, other.held));
        }
    }

    /** What a shop has, in the order of the catalogue. */
    public Page<Level> levels(Shop shop, long after, int limit) {
        List<Level> rows = sql.rows(LEVELS + "AND g.id > ? ORDER BY g.id LIMIT ?",
                Stock::level, shop.id(), after, limit + 1);
        return Page.of(rows, limit, level -> Long.toString(level.goods().id()));
    }

    private static Level level(ResultSet row) throws SQLException {
        int low = row.getInt("low");
        return new Level(Goods.read(row), row.getInt("on_hand"), row.getInt("held"), row.wasNull() ? null : low);
    }

    /** What is low in a shop, in the order of the catalogue; what is not on offer left out. */
    List<Level> low(Shop shop) {
        return sql.rows(LEVELS + "AND g.status = 'ACTIVE' AND s.on_hand - s.held <= s.low ORDER BY g.id", Stock::level,
                shop.id()).stream().filter(level -> level.goods().isOffered()).toList();
    }

    /** At how many a shop is told to fill up, from 0 to 10,000; null for never. */
    void warnAt(Shop shop, Goods goods, @Nullable Integer low) {
        open(List.of(new Place(shop.id(), goods.id())));
        sql.update("UPDATE stock SET low = ? WHERE shop_id = ? AND goods_id = ?",
                low == null ? null : Words.inRange(low, "low", 0, Basket.MOST), shop.id(), goods.id());
    }

    /** What is booked of one kind of goods. */
    record Booked(int onHand, int held) {
    }

    /** What is booked, by goods; it stays so until the present transaction ends. */
    Map<Long, Booked> locked(Shop shop, Collection<Long> goods) {
        return sql.rows("SELECT goods_id, on_hand, held FROM stock WHERE shop_id = ? AND goods_id IN (" + Sql.marks(goods.size())
                + ") ORDER BY goods_id FOR UPDATE",
                row -> Map.entry(row.getLong(1), new Booked(row.getInt(2), row.getInt(3))), shop.id(), goods).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many are available at these places now, without waiting for anybody; none where a shop never had any. */
    public Map<Place, Integer> available(Collection<Place> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        String pairs = String.join(",", places.stream().map(place -> "(?,?)").toList());
        List<Object> values = places.stream().flatMap(place -> List.<Object>of(place.shop(), place.goods()).stream()).toList();
        return sql.rows("SELECT shop_id, goods_id, on_hand - held FROM stock WHERE (shop_id, goods_id) IN (" + pairs + ")",
                row -> Map.entry(new Place(row.getLong(1), row.getLong(2)), row.getInt(3)), values).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Makes all these changes in the present transaction, the guarded updates last and in the order of places.
     *
     * @throws OutOfStock where a shelf would fall below what is reserved, or below zero; the caller rolls back
     */
    public void change(Collection<Movement> movements) {
        Instant now = time.now();
        sql.insert("INSERT INTO stock_entry (id, shop_id, goods_id, quantity, why, reference, actor_id, at) VALUES",
                movements.stream().filter(movement -> movement.onHand() != 0)
                        .map(movement -> new @Nullable Object[]{Ids.next(), movement.shop(), movement.goods(), movement.onHand(),
                                movement.why().name(), movement.reference(), movement.actor(), now})
                        .toList());
        sums(movements).forEach(this::guarded);
    }

    /** Makes empty rows for places that never had any stock. */
    void open(Collection<Place> places) {
        places.stream().sorted().forEach(place -> sql.update(
                "INSERT IGNORE INTO stock (shop_id, goods_id, on_hand, held) VALUES (?,?,0,0)", place.shop(), place.goods()));
    }

    private static TreeMap<Place, Sum> sums(Collection<Movement> movements) {
        TreeMap<Place, Sum> sums = new TreeMap<>();
        movements.forEach(movement -> sums.merge(movement.place(), new Sum(movement.onHand(), movement.held()), Sum::plus));
        return sums;
    }

    private void guarded(Place place, Sum by) {
        int changed = sql.update(
                "UPDATE stock SET on_hand = on_hand + ?, held = held + ? WHERE shop_id = ? AND goods_id = ?"
                        + " AND on_hand + ? >= held + ? AND held + ? >= 0",
                by.onHand, by.held, place.shop(), place.goods(), by.onHand, by.held, by.held);
        if (changed != 1 && (by.onHand != 0 || by.held != 0)) {
            throw new OutOfStock(place);
        }
    }
}
