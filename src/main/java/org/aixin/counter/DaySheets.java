package org.aixin.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.counter.DaySheet.Shelf;
import org.aixin.counter.HandOver.Thing;
import org.aixin.goods.ClerkShops;
import org.aixin.goods.Shop;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;
import org.aixin.redemption.Session;
import org.aixin.redemption.Sessions;

import org.jspecify.annotations.Nullable;

/** The sheets of a shop's days, for its clerks, administrators and auditors. */
@ApplicationScoped
class DaySheets {
    /** One statement, so that shelf and entries are of one moment. */
    private static final String SHELVES = """
        SELECT g.code, g.name, g.unit,
            COALESCE(SUM(CASE WHEN e.at < ? THEN e.quantity END), 0),
            COALESCE(SUM(CASE WHEN e.at >= ? AND e.at < ? AND e.why = 'COLLECT' THEN -e.quantity END), 0),
            COALESCE(SUM(CASE WHEN e.at >= ? AND e.at < ? AND e.why = 'RETURN' THEN e.quantity END), 0),
            COALESCE(SUM(CASE WHEN e.at >= ? AND e.at < ? AND e.why NOT IN ('COLLECT', 'RETURN') THEN e.quantity END), 0),
            COALESCE(SUM(CASE WHEN e.at < ? THEN e.quantity END), 0),
            COALESCE(SUM(e.quantity), 0), s.on_hand
        FROM stock s JOIN goods g ON g.id = s.goods_id
            LEFT JOIN stock_entry e ON e.shop_id = s.shop_id AND e.goods_id = s.goods_id
        WHERE s.shop_id = ? GROUP BY g.code, g.name, g.unit, s.on_hand ORDER BY g.code""";
    private final Sql sql;
    private final HandOvers handOvers;
    private final ClerkShops shops;
    private final Sessions sessions;
    private final BusinessTime time;

    DaySheets(Sql sql, HandOvers handOvers, ClerkShops shops, Sessions sessions, BusinessTime time) {
        this.sql = sql;
        this.handOvers = handOvers;
        this.shops = shops;
        this.sessions = sessions;
        this.time = time;
    }

    /** The shops whose sheets this person may see. */
    List<Shop> shops(Person person) {
        return shops.of(person, Role.ADMIN, Role.AUDITOR);
    }

    /** The day that was asked for, today for none; refused 422 {@code value_refused}. */
    LocalDate day(@Nullable String asked) {
        return asked == null || asked.isBlank() ? time.today() : Text.day(asked, "day");
    }

    DaySheet of(Shop shop, LocalDate day) {
        Instant from = time.startOf(day), until = time.startOf(day.plusDays(1));
        return new DaySheet(from, until, handOvers.at(shop.id(), from, until), shelves(shop, from, until));
    }

    /** Who stood at the counter on a day. */
    List<Session> sessions(Shop shop, LocalDate day) {
        return sessions.at(shop, time.startOf(day), time.startOf(day.plusDays(1)));
    }

    private List<Shelf> shelves(Shop shop, Instant from, Instant until) {
        return sql.rows(SHELVES,
                row -> new Shelf(new Thing(row.getString(1), row.getString(2), row.getString(3)), row.getInt(4), row.getInt(5),
                        row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9), row.getInt(10)),
                from, from, until, from, until, from, until, until, shop.id());
    }
}
