package org.aixin.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Slip.Kind;
import org.aixin.goods.Slip.Status;
import org.aixin.identity.Person;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Slips and their lines as the database keeps them. */
@ApplicationScoped
class SlipRows {
    private static final String ALL = "SELECT s.id, s.kind, t.code, s.reason, s.counted_by, s.actor_id, m.name, s.at, s.status,"
            + " n.name, s.second_at, s.refusal, t.name, s.donation_id FROM slip s LEFT JOIN shop t ON t.id = s.to_shop_id"
            + " LEFT JOIN member m ON m.id = s.actor_id LEFT JOIN member n ON n.id = s.second_id WHERE s.shop_id = ? ";
    private final Sql sql;

    SlipRows(Sql sql) {
        this.sql = sql;
    }

    void insert(Shop shop, @Nullable Shop target, Slip slip) {
        sql.update("INSERT INTO slip (id, shop_id, kind, to_shop_id, reason, counted_by, actor_id, at, status, donation_id)"
                + " VALUES (?,?,?,?,?,?,?,?,?,?)", slip.id(), shop.id(), slip.kind().name(), target == null ? null : target.id(),
                slip.reason(), slip.countedBy(), slip.author(), slip.at(), slip.status().name(), slip.donation());
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (SlipLine line : slip.lines()) {
            lines.add(new @Nullable Object[]{slip.id(), lines.size() + 1, line.goods().id(), line.quantity(), line.booked(),
                    line.counted(), line.bestBefore(), line.batch()});
        }
        sql.insert("INSERT INTO slip_line (slip_id, line, goods_id, quantity, booked, counted, best_before, batch_id) VALUES",
                lines);
    }

    /** Ends the waiting, by one guarded update; whether it was still waiting. */
    boolean decide(long slip, Status status, Person by, Instant now, @Nullable String refusal) {
        return sql.update(
                "UPDATE slip SET status = ?, second_id = ?, second_at = ?, refusal = ? WHERE id = ? AND status = 'WAITING'",
                status.name(), by.id(), now, refusal, slip) == 1;
    }

    Optional<Slip> one(Shop shop, long id) {
        return withLines(sql.rows(ALL + "AND s.id = ?", SlipRows::read, shop.id(), id)).stream().findFirst();
    }

    /** Of one state, or all for null; newest first. */
    List<Slip> newest(Shop shop, @Nullable Status status, long before, int limit) {
        String wanted = status == null ? null : status.name();
        return withLines(sql.rows(ALL + "AND s.id < ? AND (? IS NULL OR s.status = ?) ORDER BY s.id DESC LIMIT ?", SlipRows::read,
                shop.id(), before, wanted, wanted, limit));
    }

    /** Whether a later count of one of these goods, other than this one, has been booked since then. */
    boolean countedSince(Shop shop, Collection<Long> goods, Instant since, long but) {
        return sql.first("SELECT 1 FROM slip s JOIN slip_line l ON l.slip_id = s.id WHERE s.shop_id = ? AND s.kind = 'ADJUST'"
                + " AND s.status = 'DONE' AND l.counted IS NOT NULL AND COALESCE(s.second_at, s.at) > ?"
                + " AND s.id <> ?"
                + " AND l.goods_id IN (" + Sql.marks(goods.size()) + ") LIMIT 1", row -> 1, shop.id(), since, but, goods)
                .isPresent();
    }

    private List<Slip> withLines(List<Slip> slips) {
        if (slips.isEmpty()) {
            return slips;
        }
        Map<Long, List<SlipLine>> lines = new HashMap<>();
        sql.rows("SELECT " + Goods.COLUMNS
                + ", l.slip_id, l.quantity, l.booked, l.counted, l.best_before, l.batch_id, COALESCE(b.number, n.number) AS of_batch"
                + " FROM slip_line l JOIN goods g ON g.id = l.goods_id LEFT JOIN batch b ON b.slip_id = l.slip_id AND b.line = l.line"
                + " LEFT JOIN batch n ON n.id = l.batch_id WHERE l.slip_id IN (" + Sql.marks(slips.size())
                + ") ORDER BY l.slip_id, l.line",
                row -> lines.computeIfAbsent(row.getLong("slip_id"), slip -> new ArrayList<>()).add(line(row)),
                slips.stream().map(Slip::id).toList());
        return slips.stream().map(slip -> slip.with(lines.getOrDefault(slip.id(), List.of()))).toList();
    }

    private static SlipLine line(ResultSet row) throws SQLException {
        return new SlipLine(Goods.read(row), row.getInt("quantity"), number(row, "booked"), number(row, "counted"),
                row.getObject("best_before", LocalDate.class), id(row, "batch_id"), label(id(row, "of_batch")));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    private static @Nullable String label(@Nullable Long number) {
        return number == null ? null : Ean.label(Ean.BATCH, number);
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static Slip read(ResultSet row) throws SQLException {
        return new Slip(row.getLong(1), Kind.valueOf(row.getString(2)), row.getString(3), row.getString(13), row.getString(4),
                List.of(),
                row.getString(5), Sql.id(row, 6), row.getString(7), row.getTimestamp(8).toInstant(),
                Status.valueOf(row.getString(9)), row.getString(10), Sql.instant(row, 11), row.getString(12), Sql.id(row, 14));
    }
}
