package org.aixin.goods;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The goods that somebody named by their code; refused 422 {@code goods_unknown}. */
    Goods known(@Nullable String code) {
        return Optional.ofNullable(code).filter(Words::isCode)
                .flatMap(known -> sql.first(ALL + "WHERE code = ?", Goods::read, known))
                .orElseThrow(() -> Basket.unknown(code == null ? "" : code));
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

    /** What checks lists as {@link #basket} does, by prices that are read now, once for all of these lists. */
    public Function<@Nullable List<@Nullable Wanted>, List<Line>> baskets(
            Collection<? extends @Nullable List<@Nullable Wanted>> wanted) {
        Set<String> codes = wanted.stream().filter(Objects::nonNull).flatMap(List::stream).filter(Objects::nonNull)
                .flatMap(line -> Stream.ofNullable(line.goods())).filter(Words::isCode).collect(Collectors.toSet());
        Map<String, Goods> known = codes.isEmpty() ? Map.of() : byCode(codes);
        return one -> Basket.lines(Basket.quantities(one, 1), known);
    }

    /** As {@link #basket}, with quantities from {@code least} on. */
    List<Line> lines(@Nullable List<@Nullable Wanted> wanted, int least) {
        Map<String, Integer> quantities = Basket.quantities(wanted, least);
        return Basket.lines(quantities, byCode(quantities.keySet()));
    }

    /**
     * The goods of a scanned or typed label or package: by the label on the shelf (29…) or the maker's EAN-13. Empty where the
     * digits are neither, are not thirteen, or do not fit their check digit.
     *
     * @param digits plain digits, as {@link org.aixin.kernel.Digits#of} leaves them
     */
    public Optional<Goods> byScan(String digits) {
        if (!Ean.fits(digits)) {
            return Optional.empty();
        }
        Long number = Ean.number(Ean.SHELF, digits);
        return number == null
                ? sql.first(ALL + "WHERE ean = ?", Goods::read, digits)
                : sql.first(ALL + "WHERE number = ?", Goods::read, number);
    }

    /** What somebody wants to be added. */
    record Draft(@Nullable String code, @Nullable String name, @Nullable String unit, @Nullable Integer points,
            @Nullable Integer monthlyLimit, @Nullable String ean) {
    }

    /** As {@link #add(Person, Draft)}, without an EAN-13. */
    public Goods add(@Nullable Person by, @Nullable String code, @Nullable String name, @Nullable String unit,
            @Nullable Integer points, @Nullable Integer monthlyLimit) {
        return add(by, new Draft(code, name, unit, points, monthlyLimit, null));
    }

    /**
     * Adds goods: on offer at once where an administrator adds them, else proposed. Refused 409 {@code goods_code_taken},
     * {@code ean_taken}; 422 as {@link Words} says.
     *
     * @param by null when the village is set up
     */
    Goods add(@Nullable Person by, Draft draft) {
        boolean prices = by == null || by.grants().stream().anyMatch(grant -> grant.role() == Role.ADMIN);
        String code = Words.code(draft.code), ean = Words.ean(draft.ean);
        mustBeFree(ean, code);
        sql.updateOr(Problem.conflict("goods_code_taken", code),
                "INSERT INTO goods (id, code, name, unit, points, monthly_limit, status, ean, proposed_by, at)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,?)",
                Ids.next(), code, Text.required(draft.name, "name", 60), Text.required(draft.unit, "unit", 8),
                Words.inRange(draft.points, "points", 1, Goods.DEAREST), Words.limit(draft.monthlyLimit),
                (prices ? Status.ACTIVE : Status.PROPOSED).name(), ean, by == null ? null : by.id(), time.now());
        return named(code);
    }

    /**
     * What of goods is to change; null leaves as it is.
     *
     * @param monthlyLimit 0 lifts it
     * @param ean empty takes it away
     * @param reason why it pauses, kept only where it does
     */
    public record Change(@Nullable String name, @Nullable String unit, @Nullable Integer points, @Nullable Integer monthlyLimit,
            @Nullable Status status, @Nullable String ean, @Nullable String reason) {
    }

    /** Gives goods another price, name, unit, limit, EAN-13 or state. */
    public Goods change(String code, Change change) {
        Goods now = named(code);
        if (change.status == Status.PROPOSED && now.status() != Status.PROPOSED) {
            throw Problem.invalid("value_refused", "status");
        }
        Integer asked = change.monthlyLimit;
        Integer limit = asked == null ? now.monthlyLimit() : asked == 0 ? null : Words.limit(asked);
        String ean = change.ean == null ? now.ean() : Words.ean(change.ean);
        mustBeFree(ean, code);
        Status status = change.status == null ? now.status() : change.status;
        String why = change.status == null ? now.pauseReason() : Words.reason(change.reason);
        sql.updateOr(Problem.conflict("ean_taken", ""),
                "UPDATE goods SET name = ?, unit = ?, points = ?, monthly_limit = ?, status = ?, ean = ?, pause_reason = ? WHERE id = ?",
                change.name == null ? now.name() : Text.required(change.name, "name", 60),
                change.unit == null ? now.unit() : Text.required(change.unit, "unit", 8),
                change.points == null ? now.points() : Words.inRange(change.points, "points", 1, Goods.DEAREST), limit,
                status.name(), ean, status == Status.PAUSED ? why : null, now.id());
        return named(code);
    }

    private void mustBeFree(@Nullable String ean, String code) {
        if (ean != null) {
            sql.first(ALL + "WHERE ean = ? AND code <> ?", Goods::read, ean, code).ifPresent(other -> {
                throw Problem.conflict("ean_taken", other.name()).with("goods", other.code());
            });
        }
    }

    private Map<String, Goods> byCode(Collection<String> codes) {
        return sql.rows(ALL + "WHERE code IN (" + Sql.marks(codes.size()) + ")", Goods::read, codes).stream()
                .collect(Collectors.toMap(Goods::code, Function.identity()));
    }
}
