package org.aixin.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.aixin.goods.Movement.Why;
import org.aixin.goods.Slip.Kind;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** The slips of the shops. */
@ApplicationScoped
public class Slips {
    private static final int LONGEST_REASON = 200;
    private final Sql sql;
    private final BusinessTime time;
    private final Shops shops;
    private final Catalogue catalogue;
    private final Stock stock;
    private final Event<StockChanged> changed;

    Slips(Sql sql, BusinessTime time, Shops shops, Catalogue catalogue, Stock stock, Event<StockChanged> changed) {
        this.sql = sql;
        this.time = time;
        this.shops = shops;
        this.catalogue = catalogue;
        this.stock = stock;
        this.changed = changed;
    }

    /** What somebody asks to be written. */
    public record Draft(@Nullable Kind kind, @Nullable List<@Nullable Wanted> lines, @Nullable String toShop,
            @Nullable String reason) {
    }

    /**
     * Writes a slip and moves the stock. Refused 409 {@code out_of_stock} (names the goods) where a shelf would fall below what is
     * reserved; 422 for lines that {@link Catalogue#basket} refuses, {@code slip_kind_required} and {@code shop_unknown}.
     *
     * @param by null when the village is set up
     */
    @Transactional
    public Slip write(@Nullable Person by, String shopCode, Draft draft) {
        Shop shop = shops.named(shopCode);
        mayWrite(by, shop);
        Kind kind = draft.kind();
        if (kind == null) {
            throw Problem.invalid("slip_kind_required", "kind");
        }
        Shop target = kind == Kind.TRANSFER ? target(by, shop, draft.toShop()) : null;
        List<Line> lines = catalogue.lines(draft.lines(), kind == Kind.ADJUST ? -Basket.MOST : 1);
        Slip slip = new Slip(Ids.next(), kind, target == null ? null : target.code(),
                Text.required(draft.reason(), "reason", LONGEST_REASON), lines, by == null ? null : by.name(), time.now());
        sql.update("INSERT INTO slip (id, shop_id, kind, to_shop_id, reason, actor_id, at) VALUES (?,?,?,?,?,?,?)", slip.id(),
                shop.id(), kind.name(), target == null ? null : target.id(), slip.reason(), by == null ? null : by.id(),
                slip.at());
        move(slip, shop, target, by == null ? null : by.id());
        return slip;
    }

    /** A shop's slips, newest first. */
    public Page<Slip> of(Shop shop, long before, int limit) {
        List<Slip> rows = sql.rows(
                "SELECT s.id, s.kind, s.reason, s.at, t.code, m.name FROM slip s LEFT JOIN shop t ON t.id = s.to_shop_id LEFT JOIN member m ON m.id = s.actor_id"
                        + " WHERE s.shop_id = ? AND s.id < ? ORDER BY s.id DESC LIMIT ?",
                row -> new Slip(row.getLong(1), Kind.valueOf(row.getString(2)), row.getString(5), row.getString(3),
                        lines(row.getLong(1), shop.id()), row.getString(6), row.getTimestamp(4).toInstant()),
                shop.id(), before, limit + 1);
        return Page.of(rows, limit, slip -> Long.toString(slip.id()));
    }

    private static void mayWrite(@Nullable Person by, Shop shop) {
        if (by != null) {
            by.mustReach(shop.path(), Role.CLERK, Role.ADMIN);
        }
    }

    private Shop target(@Nullable Person by, Shop from, @Nullable String code) {
        Shop target = shops.find(code).filter(shop -> shop.id() != from.id())
                .orElseThrow(() -> Problem.invalid("shop_unknown", "toShop"));
        mayWrite(by, target);
        return target;
    }

    private void move(Slip slip, Shop shop, @Nullable Shop target, @Nullable Long actor) {
        List<Movement> movements = new ArrayList<>();
        for (Line line : slip.lines()) {
            int quantity = slip.kind() == Kind.OUT || target != null ? -line.quantity() : line.quantity();
            movements.add(movement(slip, shop, line, quantity, actor));
            if (target != null) {
                movements.add(movement(slip, target, line, line.quantity(), actor));
            }
        }
        Set<Place> places = movements.stream().map(Movement::place).collect(Collectors.toSet());
        stock.open(places);
        try {
            stock.change(movements);
        } catch (OutOfStock few) {
            throw outOfStock(few, slip.lines());
        }
        changed.fire(new StockChanged(places));
    }

    private static Movement movement(Slip slip, Shop shop, Line line, int quantity, @Nullable Long actor) {
        return new Movement(shop.id(), line.goods().id(), Why.valueOf(slip.kind().name()), slip.id(), quantity, 0, actor);
    }

    private static Problem outOfStock(OutOfStock few, List<Line> lines) {
        return lines.stream().map(Line::goods).filter(goods -> goods.id() == few.place().goods()).findFirst()
                .map(Goods::outOfStock).orElseThrow();
    }

    private List<Line> lines(long slip, long shop) {
        return sql.rows("SELECT " + Goods.COLUMNS + ", e.quantity FROM stock_entry e JOIN goods g ON g.id = e.goods_id"
                + " WHERE e.reference = ? AND e.shop_id = ? AND e.why NOT IN ('COLLECT', 'RETURN') ORDER BY g.id",
                row -> new Line(Goods.read(row), row.getInt("quantity")), slip, shop);
    }
}
