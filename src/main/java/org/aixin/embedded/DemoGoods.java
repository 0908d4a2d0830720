package org.aixin.embedded;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.goods.Catalogue;
import org.aixin.goods.Goods;
import org.aixin.goods.Piece;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Slip;
import org.aixin.goods.Slips;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** The demo village's shops, goods and first stock. */
@ApplicationScoped
class DemoGoods {
    /** For how many days after the village was set up the van comes. */
    private static final int VAN_DAYS = 30;
    private static final List<Thing> THINGS = List.of(new Thing("rice", "大米 5 公斤", "袋", 50, 60, 30, 1, 360),
            new Thing("soy", "酱油 500 毫升", "瓶", 10, 120, 60, 2, 540),
            new Thing("soap", "香皂 100 克", "块", 8, 100, 50, 3, 0),
            new Thing("towel", "毛巾 纯棉", "条", 15, 60, 30, 4, 0),
            new Thing("oil", "食用油 1.8 升", "桶", 45, 40, 20, 5, 540),
            new Thing("detergent", "洗衣液 1 公斤", "瓶", 20, 60, 30, 6, 0));
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

    /**
     * @param last digit of the maker's number in the bars on the package
     * @param days how long it is good from now on, 0 for what does not go bad
     */
    private record Thing(String code, String name, String unit, int points, int inShop, int inVan, int last, int days) {
        String ean() {
            String digits = "69012345000" + last;
            int sum = IntStream.range(0, digits.length()).map(i -> (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3)).sum();
            return digits + (10 - sum % 10) % 10;
        }

        Piece piece(int quantity, LocalDate today) {
            return new Piece(code, quantity, days == 0 ? null : today.plusDays(days).toString(), null);
        }
    }

    @Transactional
    @TransactionConfiguration(timeout = DemoVillage.LONGEST_SECONDS)
    void load() {
        shops.add("GJZ", "郭家庄爱心超市", Shop.Kind.FIXED, unit(Unit.Kind.VILLAGE), null);
        shops.add("VAN", "移动电力爱心超市", Shop.Kind.MOBILE, unit(Unit.Kind.TOWN),
                time.today().plusDays(VAN_DAYS).atTime(LocalTime.of(18, 0)).atZone(time.zone()).toInstant());
        List<Piece> first = new ArrayList<>(), second = new ArrayList<>();
        for (Thing thing : THINGS) {
            Goods goods = catalogue.add(unit(Unit.Kind.TOWN), thing.code, thing.name, thing.unit, thing.points, null);
            catalogue.change(goods, new Catalogue.Change(null, null, null, null, null, thing.ean(), null, null, null));
            first.add(thing.piece(thing.inShop, time.today()));
            second.add(thing.piece(thing.inVan, time.today()));
        }
        slips.write(null, "GJZ", new Slips.Wish(Slip.Kind.IN, first, null, "首批进货", null));
        slips.write(null, "VAN", new Slips.Wish(Slip.Kind.IN, second, null, "首批进货", null));
    }

    private Unit unit(Unit.Kind kind) {
        return units
                .unit(sql.first("SELECT id FROM unit WHERE kind = ? ORDER BY path LIMIT 1", row -> row.getLong(1), kind.name())
                        .orElseThrow());
    }
}
