package org.aixin.goods;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** The fixed and the mobile shops. */
@ApplicationScoped
public class Shops {
    /** How long a reservation is kept unless the shop says otherwise, in days. */
    public static final int KEEP_DAYS = 30;
    static final String ALL = "SELECT s.id, s.code, s.name, s.kind, s.unit_id, u.path, s.keep_days, s.event_ends_at,"
            + " s.paused, s.pause_reason FROM shop s JOIN unit u ON u.id = s.unit_id ";
    private final Sql sql;

    Shops(Sql sql) {
        this.sql = sql;
    }

    /** All shops, in the order in which they were opened. */
    public Page<Shop> list(long after, int limit) {
        List<Shop> rows = sql.rows(ALL + "WHERE s.id > ? ORDER BY s.id LIMIT ?", Shop::read, after, limit + 1);
        return Page.of(rows, limit, shop -> Long.toString(shop.id()));
    }

    /** The shop with this code; refused 404 where there is none. */
    public Shop named(@Nullable String code) {
        return find(code).orElseThrow(Problem::notFound);
    }

    /** The shop with this code, if there is one. */
    public Optional<Shop> find(@Nullable String code) {
        return Optional.ofNullable(code).filter(Words::isCode)
                .flatMap(known -> sql.first(ALL + "WHERE s.code = ?", Shop::read, known));
    }

    /** The shops with these codes; codes that none has are left out. */
    public Map<String, Shop> withCodes(Collection<String> codes) {
        List<String> known = codes.stream().filter(Words::isCode).toList();
        return known.isEmpty()
                ? Map.of()
                : sql.rows(ALL + "WHERE s.code IN (" + Sql.marks(known.size()) + ")", Shop::read, known).stream()
                        .collect(Collectors.toMap(Shop::code, Function.identity()));
    }

    /** The shop with this id. */
    public Shop byId(long id) {
        return sql.first(ALL + "WHERE s.id = ?", Shop::read, id).orElseThrow(Problem::notFound);
    }

    /** The shops that serve the people of the unit with this path, the nearest first. */
    public List<Shop> serving(String memberPath) {
        return sql.rows(ALL + "WHERE ? LIKE CONCAT(u.path, '%') ORDER BY CHAR_LENGTH(u.path) DESC, s.id", Shop::read, memberPath);
    }

    /** The shops where this person may work in one of these roles. */
    public List<Shop> reachedBy(Person person, Role... roles) {
        return sql.rows(ALL + "ORDER BY s.id", Shop::read).stream().filter(shop -> person.may(shop.path(), roles)).toList();
    }

    /** Opens a shop. Refused 409 {@code shop_code_taken}. */
    public Shop add(@Nullable String code, @Nullable String name, Shop.Kind kind, Unit unit, @Nullable Instant eventEndsAt) {
        Shop shop = new Shop(Ids.next(), Words.code(code), Text.required(name, "name", 60), kind, unit.id(), unit.path(),
                KEEP_DAYS, Words.moment(eventEndsAt, "eventEndsAt"), false, null);
        sql.updateOr(Problem.conflict("shop_code_taken", shop.code()),
                "INSERT INTO shop (id, code, name, kind, unit_id, keep_days, event_ends_at, paused) VALUES (?,?,?,?,?,?,?,?)",
                shop.id(), shop.code(), shop.name(), kind.name(), unit.id(), shop.keepDays(), eventEndsAt, false);
        return shop;
    }

    /** What of a shop is to change; null leaves as it is. The reason is why it pauses. */
    record Change(@Nullable String name, @Nullable Integer keepDays, @Nullable Instant eventEndsAt, @Nullable Boolean paused,
            @Nullable String reason) {
    }

    /** Changes a shop within the administrator's reach. */
    Shop change(Person by, String code, Change change) {
        Shop now = named(code);
        by.mustReach(now.path(), Role.ADMIN);
        Shop then = new Shop(now.id(), code, change.name == null ? now.name() : Text.required(change.name, "name", 60),
                now.kind(),
                now.unit(), now.path(),
                change.keepDays == null ? now.keepDays() : Words.inRange(change.keepDays, "keepDays", 1, 366),
                change.eventEndsAt == null ? now.eventEndsAt() : Words.moment(change.eventEndsAt, "eventEndsAt"),
                change.paused == null ? now.paused() : change.paused, pauseReason(now, change));
        sql.update("UPDATE shop SET name = ?, keep_days = ?, event_ends_at = ?, paused = ?, pause_reason = ? WHERE id = ?",
                then.name(), then.keepDays(), then.eventEndsAt(), then.paused(), then.pauseReason(), then.id());
        return then;
    }

    private static @Nullable String pauseReason(Shop now, Change change) {
        return change.paused == null ? now.pauseReason() : change.paused ? Words.reason(change.reason) : null;
    }
}
