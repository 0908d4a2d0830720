package org.aixin.goods;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** What units make of goods that they are offered from above: a price of their own within the owner's range, a pause of their own. */
@ApplicationScoped
class Prices {
    private final Sql sql;
    private final Units units;
    private final Catalogue catalogue;
    private final BusinessTime time;

    Prices(Sql sql, Units units, Catalogue catalogue, BusinessTime time) {
        this.sql = sql;
        this.units = units;
        this.catalogue = catalogue;
        this.time = time;
    }

    /**
     * All that a unit says of goods from above.
     *
     * @param points what one of it costs there and below, null for what it costs above
     * @param paused whether its shops do not offer it, with the reason
     */
    record Here(@Nullable Integer points, @Nullable Boolean paused, @Nullable String reason) {
    }

    /**
     * Sets it in the place of what was said before; answers the goods as they are at the unit then. Refused 404; 403 {@code not_allowed};
     * 409 {@code goods_not_from_above} where the goods are the unit's own or of another, {@code price_fixed} where the owner allows no
     * other price; 422 {@code unit_unknown}, {@code price_outside_range}.
     */
    Goods set(Person by, String code, @Nullable String unitId, Here here) {
        Goods goods = catalogue.named(code);
        Unit unit = units.named(unitId, "unit");
        by.mustReach(unit.path(), Role.ADMIN);
        String owner = units.unit(goods.owner()).path();
        if (!unit.path().startsWith(owner) || unit.path().equals(owner)) {
            throw Problem.conflict("goods_not_from_above", goods.name());
        }
        boolean paused = Boolean.TRUE.equals(here.paused);
        String reason = Words.reason(here.reason);
        return Transactions.run(() -> {
            if (here.points != null) {
                mustBeWithin(goods.id(), goods.name(), here.points);
            }
            sql.update("REPLACE INTO goods_price (goods_id, unit_id, points, paused, pause_reason, actor_id, at)"
                    + " VALUES (?,?,?,?,?,?,?)", goods.id(), unit.id(), here.points, paused, paused ? reason : null, by.id(),
                    time.now());
            return catalogue.around(unit, code);
        });
    }

    /** The range stays as it is until the present transaction ends. */
    private void mustBeWithin(long goods, String name, int points) {
        Integer[] range = sql.first("SELECT least, most FROM goods WHERE id = ? LOCK IN SHARE MODE",
                row -> new Integer[]{row.getInt(1), row.getInt(2)}, goods).orElseThrow(Problem::notFound);
        if (range[0] == 0) {
            throw Problem.conflict("price_fixed", name);
        }
        if (points < range[0] || points > range[1]) {
            throw Problem.invalid("price_outside_range", "points", range[0], range[1]);
        }
    }
}
