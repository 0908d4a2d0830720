package org.aixin.goods;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Goods.Status;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** All the goods there are, with their prices. */
@ApplicationScoped
public class Catalogue {
    private static final String ALL = "SELECT " + Goods.COLUMNS + " FROM goods g ";
    private final Sql sql;
    private final BusinessTime time;

    Catalogue(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** Goods in this state, or all for null, in the order in which they came. */
    public Page<Goods> list(@Nullable Status status, long after, int limit) {
        String wanted = status == null ? null : status.name();
        List<Goods> rows = sql.rows(ALL + "WHERE id > ? AND (? IS NULL OR status = ?) ORDER BY id LIMIT ?", Goods::read, after,
                wanted, wanted, limit + 1);
        return Page.of(rows, limit, goods -> Long.toString(goods.id()));
    }

    /** The goods with this code; refused 404 where there are none. */
    public Goods named(String code) {
        return Optional.of(code).filter(Words::isCode).flatMap(known -> sql.first(ALL + "WHERE code = ?", Goods::read, known))
                .orElseThrow(Problem::notFound);
    }

    /** Goods by their ids. */
    public Map<Long, Goods> byId(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.rows(ALL + "WHERE id IN (" + Sql.marks(ids.size()) + ")", Goods::read, ids).stream()
                        .collect(Collectors.toMap(Goods::id, Function.identity()));
    }

    /**
     * What somebody wants, checked: 1 to 50 kinds of known goods, 1 to 10,000 of each. Refused 422 {@code basket_empty},
     * {@code basket_too_long}, {@code goods_unknown} (names the goods) or {@code quantity_out_of_range}.
     */
    public List<Line> basket(@Nullable List<@Nullable Wanted> wanted) {
        return lines(wanted, 1);
    }

    /** As {@link #basket}, with quantities from {@code least} on. */
    List<Line> lines(@Nullable List<@Nullable Wanted> wanted, int least) {
        Map<String, Integer> quantities = Basket.quantities(wanted, least);
        return Basket.lines(quantities, byCode(quantities.keySet()));
    }

    /**
     * Adds goods: on offer at once where an administrator adds them, else proposed. Refused 409 {@code goods_code_taken}.
     *
     * @param by null when the village is set up
     */
    public Goods add(@Nullable Person by, @Nullable String code, @Nullable String name, @Nullable String unit,
            @Nullable Integer points, @Nullable Integer monthlyLimit) {
        boolean prices = by == null || by.grants().stream().anyMatch(grant -> grant.role() == Role.ADMIN);
        Goods goods = new Goods(Ids.next(), Words.code(code), Text.required(name, "name", 60), Text.required(unit, "unit", 8),
                Words.inRange(points, "points", 1, Goods.DEAREST), Words.limit(monthlyLimit),
                prices ? Status.ACTIVE : Status.PROPOSED);
        sql.updateOr(Problem.conflict("goods_code_taken", goods.code()),
                "INSERT INTO goods (id, code, name, unit, points, monthly_limit, status, proposed_by, at)"
                        + " VALUES (?,?,?,?,?,?,?,?,?)",
                goods.id(), goods.code(), goods.name(), goods.unit(), goods.points(), goods.monthlyLimit(), goods.status().name(),
                by == null ? null : by.id(), time.now());
        return goods;
    }

    /** Gives goods another price, name, unit, limit or state; null leaves as it is, a limit of 0 lifts it. */
    public Goods change(String code, @Nullable String name, @Nullable String unit, @Nullable Integer points,
            @Nullable Integer monthlyLimit, @Nullable Status status) {
        Goods now = named(code);
        if (status == Status.PROPOSED && now.status() != Status.PROPOSED) {
            throw Problem.invalid("value_refused", "status");
        }
        Integer limit = monthlyLimit == null ? now.monthlyLimit() : monthlyLimit == 0 ? null : Words.limit(monthlyLimit);
        Goods then = new Goods(now.id(), code, name == null ? now.name() : Text.required(name, "name", 60),
                unit == null ? now.unit() : Text.required(unit, "unit", 8),
                points == null ? now.points() : Words.inRange(points, "points", 1, Goods.DEAREST), limit,
                status == null ? now.status() : status);
        sql.update("UPDATE goods SET name = ?, unit = ?, points = ?, monthly_limit = ?, status = ? WHERE id = ?", then.name(),
                then.unit(), then.points(), then.monthlyLimit(), then.status().name(), then.id());
        return then;
    }

    private Map<String, Goods> byCode(Collection<String> codes) {
        return sql.rows(ALL + "WHERE code IN (" + Sql.marks(codes.size()) + ")", Goods::read, codes).stream()
                .collect(Collectors.toMap(Goods::code, Function.identity()));
    }
}
