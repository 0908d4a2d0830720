package org.aixin.embedded;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.goods.Catalogue;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Slip;
import org.aixin.goods.Slips;
import org.aixin.goods.Wanted;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

/** The demo village's shops, goods and first stock. */
@ApplicationScoped
class DemoGoods {
    /** For how many days after the village was set up the van comes. */
    private static final int VAN_DAYS = 30;
    private static final List<Thing> THINGS = List.of(new Thing("rice", "大米 5 公斤", "袋", 50, 60, 30),
            new Thing("soy", "酱油 500 毫升", "瓶", 10, 120, 60), new Thing("soap", "香皂 100 克", "块", 8, 100, 50),
            new Thing("towel", "毛巾 纯棉", "条", 15, 60, 30), new Thing("oil", "食用油 1.8 升", "桶", 45, 40, 20),
            new Thing("detergent", "洗衣液 1 公斤", "瓶", 20, 60, 30));
    private final Catalogue catalogue;
    private final Shops shops;
    private final Slips slips;
    private final Units units;
    private final Sql sql;
    private final BusinessTime time;

    DemoGoods(Catalogue catalogue, Shops shops, Slips slips, Units units, Sql sql, BusinessTime time) {
        this.catalogue = catalogue;
        this.shops = shops;
        this.slips = slips;
        this.units = units;
        this.sql = sql;
        this.time = time;
    }

    private record Thing(String code, String name, String unit, int points, int inShop, int inVan) {
    }

    @Transactional
    void load() {
        shops.add("GJZ", "郭家庄爱心超市", Shop.Kind.FIXED, unit(Unit.Kind.VILLAGE), null);
        shops.add("VAN", "移动电力爱心超市", Shop.Kind.MOBILE, unit(Unit.Kind.TOWN),
                time.today().plusDays(VAN_DAYS).atTime(LocalTime.of(18, 0)).atZone(time.zone()).toInstant());
        List<Wanted> first = new ArrayList<>(), second = new ArrayList<>();
        for (Thing thing : THINGS) {
            catalogue.add(null, thing.code, thing.name, thing.unit, thing.points, null);
            first.add(new Wanted(thing.code, thing.inShop));
            second.add(new Wanted(thing.code, thing.inVan));
        }
        slips.write(null, "GJZ", new Slips.Draft(Slip.Kind.IN, first, null, "首批进货"));
        slips.write(null, "VAN", new Slips.Draft(Slip.Kind.IN, second, null, "首批进货"));
    }

    private Unit unit(Unit.Kind kind) {
        return units
                .unit(sql.first("SELECT id FROM unit WHERE kind = ? ORDER BY path LIMIT 1", row -> row.getLong(1), kind.name())
                        .orElseThrow());
    }
}
