package org.aixin.goods;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Page;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** What can be offered at a place: the goods of its unit and of those above it, with the prices and pauses that hold there. */
@ApplicationScoped
public class Offers {
    private static final String AT = "SELECT " + Goods.columnsAt("u.path") + " FROM unit u JOIN goods g ON "
            + Goods.offeredAt("u.path") + " WHERE u.path = ? ";
    private static final String AT_ALL = "SELECT " + Goods.columnsAt("u.path") + ", u.id FROM unit u JOIN goods g ON "
            + Goods.offeredAt("u.path") + " WHERE u.id IN (%s) AND g.code IN (%s)";
    private static final String NEAREST = "ORDER BY " + Goods.nearness("u.path") + " DESC LIMIT 1";
    private final Sql sql;

    Offers(Sql sql) {
        this.sql = sql;
    }

    /** What can be offered at the unit with this path, without what is only proposed, in the order in which it came. */
    public List<Goods> at(String path) {
        return sql.rows(AT + "AND g.status <> 'PROPOSED' ORDER BY g.id LIMIT " + Page.MOST, Goods::read, path);
    }

    /** What is on offer at the unit with this path, in the order in which it came. */
    Page<Goods> onOffer(String path, long after, int limit) {
        List<Goods> rows = sql.rows(AT + "AND g.status = 'ACTIVE' AND g.id > ? ORDER BY g.id LIMIT ?", Goods::read, path, after,
                limit + 1);
        Page<Goods> page = Page.of(rows, limit, goods -> Long.toString(goods.id()));
        return new Page<>(page.items().stream().filter(Goods::isOffered).toList(), page.next());
    }

    /** The goods that somebody named by their code, as the shop can offer them; refused 422 {@code goods_unknown}. */
    public Goods known(Shop shop, @Nullable String code) {
        return Optional.ofNullable(code).filter(Words::isCode)
                .flatMap(known -> sql.first(AT + "AND g.code = ?", Goods::read, shop.path(), known))
                .orElseThrow(() -> Basket.unknown(code == null ? "" : code));
    }

    /**
     * What somebody wants of a shop, checked: 1 to 50 kinds of goods that it can offer, 1 to 10,000 of each. Refused 422
     * {@code basket_empty}, {@code basket_too_long}, {@code goods_unknown} (names the goods) or {@code quantity_out_of_range}.
     */
    public List<Line> basket(Shop shop, @Nullable List<@Nullable Wanted> wanted) {
        Map<String, Integer> quantities = Basket.quantities(wanted, 1);
        return Basket.lines(quantities,
                byCode(Set.of(shop.unit()), quantities.keySet()).getOrDefault(shop.unit(), Map.of()));
    }

    /** What checks lists as {@link #basket} does, by prices that are read now, once for all of these lists and shops. */
    public BiFunction<Shop, @Nullable List<@Nullable Wanted>, List<Line>> baskets(Collection<Shop> shops,
            Collection<@Nullable List<@Nullable Wanted>> wanted) {
        Set<String> codes = wanted.stream().filter(Objects::nonNull).flatMap(List::stream).filter(Objects::nonNull)
                .flatMap(line -> Stream.ofNullable(line.goods())).filter(Words::isCode).collect(Collectors.toSet());
        Set<Long> units = shops.stream().map(Shop::unit).collect(Collectors.toSet());
        Map<Long, Map<String, Goods>> known = codes.isEmpty() || units.isEmpty() ? Map.of() : byCode(units, codes);
        return (shop, one) -> Basket.lines(Basket.quantities(one, 1), known.getOrDefault(shop.unit(), Map.of()));
    }

    /**
     * The goods of a scanned or typed label or package, among those that can be offered at the unit with this path: by the label on the
     * shelf (29…) or the maker's EAN-13, those of the nearest owner first. Empty where the digits are neither, are not thirteen, or do
     * not fit their check digit.
     *
     * @param digits plain digits, as {@link org.aixin.kernel.Digits#of} leaves them
     */
    public Optional<Goods> byScan(String path, String digits) {
        if (!Ean.fits(digits)) {
            return Optional.empty();
        }
        Long number = Ean.number(Ean.SHELF, digits);
        return number == null
                ? sql.first(AT + "AND g.ean = ? " + NEAREST, Goods::read, path, digits)
                : sql.first(AT + "AND g.number = ?", Goods::read, path, number);
    }

    private Map<Long, Map<String, Goods>> byCode(Set<Long> units, Set<String> codes) {
        Map<Long, Map<String, Goods>> known = new HashMap<>();
        sql.rows(AT_ALL.formatted(Sql.marks(units.size()), Sql.marks(codes.size())),
                row -> Map.entry(row.getLong(Goods.WIDTH + 1), Goods.read(row)), units, codes)
                .forEach(one -> known.computeIfAbsent(one.getKey(), unit -> new HashMap<>()).put(one.getValue().code(),
                        one.getValue()));
        return known;
    }
}
