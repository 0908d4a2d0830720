package org.aixin.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Goods.Status;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** All the goods there are, each of its owner: what they are, what they cost, and who may say so. */
@ApplicationScoped
public class Catalogue {
    private static final String ALL = "SELECT " + Goods.COLUMNS + " FROM goods g ";
    private static final String AROUND = "SELECT " + Goods.columnsAt("u.path")
            + ", o.name, o.path, h.points, h.paused, h.pause_reason FROM unit u JOIN unit o"
            + " ON LOCATE(u.path, o.path) = 1 OR LOCATE(o.path, u.path) = 1 JOIN goods g ON g.unit_id = o.id"
            + " LEFT JOIN goods_price h ON h.goods_id = g.id AND h.unit_id = u.id WHERE u.id = ? ";
    private static final Role[] KEEPERS = {Role.ADMIN, Role.CLERK};
    private final Sql sql;
    private final Units units;
    private final BusinessTime time;

    Catalogue(Sql sql, Units units, BusinessTime time) {
        this.sql = sql;
        this.units = units;
        this.time = time;
    }

    /** What is on offer anywhere, as the owners have it, in the order in which it came. */
    public Page<Goods> onOffer(long after, int limit) {
        List<Goods> rows = sql.rows(ALL + "WHERE id > ? AND status = 'ACTIVE' ORDER BY id LIMIT ?", Goods::read, after,
                limit + 1);
        return Page.of(rows, limit, goods -> Long.toString(goods.id()));
    }

    /** The goods with this code, as the owner has them; refused 404 where there are none. */
    public Goods named(String code) {
        return Optional.of(code).filter(Words::isCode).flatMap(known -> sql.first(ALL + "WHERE code = ?", Goods::read, known))
                .orElseThrow(Problem::notFound);
    }

    /** The goods with this code, for whoever keeps their owner's catalogue; refused 404, 403 {@code not_allowed}. */
    Goods kept(Person by, String code) {
        Goods goods = named(code);
        by.mustReach(units.unit(goods.owner()).path(), KEEPERS);
        return goods;
    }

    /** Goods by their ids. */
    public Map<Long, Goods> byId(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.rows(ALL + "WHERE id IN (" + Sql.marks(ids.size()) + ")", Goods::read, ids).stream()
                        .collect(Collectors.toMap(Goods::id, Function.identity()));
    }

    /** Goods, whose they are, the owner's path, and what the unit says of them itself. */
    record Owned(Goods goods, String owner, String path, Prices.Here here) {
        static Owned read(ResultSet row) throws SQLException {
            int points = row.getInt(Goods.WIDTH + 3);
            boolean none = row.wasNull();
            return new Owned(Goods.read(row), row.getString(Goods.WIDTH + 1), row.getString(Goods.WIDTH + 2),
                    new Prices.Here(none ? null : points, row.getBoolean(Goods.WIDTH + 4),
                            row.getString(Goods.WIDTH + 5)));
        }

        /** Whether these goods come from above this unit, so that it can only price or pause them for itself. */
        boolean isFromAbove(Unit unit) {
            return !path.startsWith(unit.path());
        }
    }

    /** All goods that a unit has to do with, its own, those of the units below it and those from above, as they are at this unit. */
    Page<Owned> around(Unit unit, long after, int limit) {
        List<Owned> rows = sql.rows(AROUND + "AND g.id > ? ORDER BY g.id LIMIT ?", Owned::read, unit.id(), after, limit + 1);
        return Page.of(rows, limit, owned -> Long.toString(owned.goods.id()));
    }

    /** The goods with this code, where the unit has to do with them; refused 404. */
    public Goods around(Unit unit, String code) {
        return Optional.of(code).filter(Words::isCode)
                .flatMap(known -> sql.first(AROUND + "AND g.code = ?", Owned::read, unit.id(), known)).map(Owned::goods)
                .orElseThrow(Problem::notFound);
    }

    /** Whether these roles of a person have to do with the goods: from their owner up or down. */
    boolean isSeenBy(Person person, Goods goods, Role... roles) {
        String owner = units.unit(goods.owner()).path();
        return person.widest(roles).stream().anyMatch(path -> path.startsWith(owner) || owner.startsWith(path));
    }

    /** What these roles of a person have to do with, without what is only proposed. */
    public List<Goods> seenBy(Person person, Role... roles) {
        Map<Long, Goods> seen = new TreeMap<>();
        person.widest(roles).forEach(path -> around(units.unit(Unit.idOf(path)), 0, Page.MOST).items()
                .forEach(owned -> seen.putIfAbsent(owned.goods.id(), owned.goods)));
        return seen.values().stream().filter(goods -> goods.status() != Status.PROPOSED).toList();
    }

    /**
     * The goods of a label or package, for whoever stands at no place: those of a shelf label, or of an EAN-13 that one owner alone has.
     */
    Optional<Goods> byScan(String digits) {
        Long number = Ean.number(Ean.SHELF, digits);
        if (number != null) {
            return sql.first(ALL + "WHERE number = ?", Goods::read, number);
        }
        List<Goods> found = Ean.fits(digits) ? sql.rows(ALL + "WHERE ean = ? LIMIT 2", Goods::read, digits) : List.of();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What somebody wants to be added, for which unit (by id). */
    record Draft(@Nullable String code, @Nullable String name, @Nullable String unit, @Nullable Integer points,
            @Nullable Integer monthlyLimit, @Nullable String ean, @Nullable String owner) {
    }

    /** As {@link #add(Person, Draft)}, on offer at once and without an EAN-13, when a village is set up. */
    public Goods add(Unit owner, @Nullable String code, @Nullable String name, @Nullable String unit, @Nullable Integer points,
            @Nullable Integer monthlyLimit) {
        return insert(null, owner, new Draft(code, name, unit, points, monthlyLimit, null, null), Status.ACTIVE);
    }

    /**
     * Adds goods of a unit, without one of the widest that the person administers or else is a clerk of: on offer at once where an
     * administrator adds them, else proposed. Refused 403 {@code not_allowed}, 409 {@code goods_code_taken}, {@code ean_taken}; 422
     * {@code unit_unknown} and as {@link Words} says.
     */
    Goods add(Person by, Draft draft) {
        Unit owner = draft.owner == null || draft.owner.isBlank() ? ownUnit(by) : units.named(draft.owner, "owner");
        by.mustReach(owner.path(), KEEPERS);
        return insert(by, owner, draft, by.may(owner.path(), Role.ADMIN) ? Status.ACTIVE : Status.PROPOSED);
    }

    private Unit ownUnit(Person by) {
        List<String> administered = by.widest(Role.ADMIN);
        return units.unit(Unit.idOf((administered.isEmpty() ? by.widest(KEEPERS) : administered).get(0)));
    }

    private Goods insert(@Nullable Person by, Unit owner, Draft draft, Status status) {
        String code = Words.code(draft.code), ean = Words.ean(draft.ean);
        mustBeFree(ean, code, owner.id());
        sql.updateOr(Problem.conflict("goods_code_taken", code),
                "INSERT INTO goods (id, code, name, unit, points, monthly_limit, status, ean, proposed_by, at, unit_id)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                Ids.next(), code, Text.required(draft.name, "name", 60), Text.required(draft.unit, "unit", 8),
                Words.inRange(draft.points, "points", 1, Goods.DEAREST), Words.limit(draft.monthlyLimit), status.name(), ean,
                by == null ? null : by.id(), time.now(), owner.id());
        return named(code);
    }

    /**
     * What of goods is to change; null leaves as it is.
     *
     * @param monthlyLimit 0 lifts it
     * @param ean empty takes it away
     * @param reason why it pauses, kept only where it does
     * @param least the lowest price that units below may set; 0 together with {@code most} for the one price
     */
    public record Change(@Nullable String name, @Nullable String unit, @Nullable Integer points, @Nullable Integer monthlyLimit,
            @Nullable Status status, @Nullable String ean, @Nullable String reason, @Nullable Integer least,
            @Nullable Integer most) {
    }

    /**
     * Gives goods another price, name, unit, limit, EAN-13, range or state, where an administrator reaches their owner. Refused 404, 403
     * {@code not_allowed}, 409 {@code ean_taken}; 422 {@code price_outside_range} where the price does not lie in the range, and as
     * {@link Words} says.
     */
    Goods change(Person by, String code, Change change) {
        Goods now = named(code);
        by.mustReach(units.unit(now.owner()).path(), Role.ADMIN);
        return change(now, change);
    }

    /** As {@link #change(Person, String, Change)}, when a village is set up. */
    public Goods change(Goods now, Change change) {
        if (change.status == Status.PROPOSED && now.status() != Status.PROPOSED) {
            throw Problem.invalid("value_refused", "status");
        }
        Integer asked = change.monthlyLimit;
        Integer limit = asked == null ? now.monthlyLimit() : asked == 0 ? null : Words.limit(asked);
        String ean = change.ean == null ? now.ean() : Words.ean(change.ean);
        mustBeFree(ean, now.code(), now.owner());
        Status status = change.status == null ? now.status() : change.status;
        String why = change.status == null ? now.pauseReason() : Words.reason(change.reason);
        int points = change.points == null ? now.points() : Words.inRange(change.points, "points", 1, Goods.DEAREST);
        Integer least = bound(now.least(), change.least, "least"), most = bound(now.most(), change.most, "most");
        if ((least == null) != (most == null) || least != null && (points < least || points > most)) {
            throw Problem.invalid("price_outside_range", "points", least == null ? 0 : least, most == null ? 0 : most);
        }
        sql.updateOr(Problem.conflict("ean_taken", ""),
                "UPDATE goods SET name = ?, unit = ?, points = ?, monthly_limit = ?, status = ?, ean = ?, pause_reason = ?, least = ?,"
                        + " most = ? WHERE id = ?",
                change.name == null ? now.name() : Text.required(change.name, "name", 60),
                change.unit == null ? now.unit() : Text.required(change.unit, "unit", 8), points, limit, status.name(), ean,
                status == Status.PAUSED ? why : null, least, most, now.id());
        return named(now.code());
    }

    private static @Nullable Integer bound(@Nullable Integer now, @Nullable Integer asked, String field) {
        return asked == null ? now : asked == 0 ? null : Integer.valueOf(Words.inRange(asked, field, 1, Goods.DEAREST));
    }

    private void mustBeFree(@Nullable String ean, String code, long owner) {
        if (ean != null) {
            sql.first(ALL + "WHERE ean = ? AND unit_id = ? AND code <> ?", Goods::read, ean, owner, code).ifPresent(other -> {
                throw Problem.conflict("ean_taken", other.name()).with("goods", other.code());
            });
        }
    }
}
