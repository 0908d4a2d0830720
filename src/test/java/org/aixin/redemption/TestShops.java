package org.aixin.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Catalogue;
import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Slip;
import org.aixin.goods.Slips;
import org.aixin.goods.Wanted;
import org.aixin.identity.Grant;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

/** Shops, goods and points of a test's own. */
@ApplicationScoped
public class TestShops {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final Shops shops;
    private final Catalogue catalogue;
    private final Slips slips;
    private final Ledger ledger;
    private final Sql sql;

    TestShops(Shops shops, Catalogue catalogue, Slips slips, Ledger ledger, Sql sql) {
        this.shops = shops;
        this.catalogue = catalogue;
        this.slips = slips;
        this.ledger = ledger;
        this.sql = sql;
    }

    public static String word() {
        return "t" + Long.toString(System.currentTimeMillis(), 36) + NUMBER.incrementAndGet();
    }

    public Shop shop(Unit unit) {
        return shops.add(word(), "测试超市", Shop.Kind.FIXED, unit, null);
    }

    public Goods goods(Unit owner, int points) {
        return catalogue.add(owner, word(), "大米 5 公斤", "袋", points, null);
    }

    public Goods limited(Unit owner, int points, int aMonth) {
        return catalogue.add(owner, word(), "食用油", "桶", points, aMonth);
    }

    public void stock(Shop shop, Goods goods, int quantity) {
        slips.write(null, shop.code(),
                new Slips.Draft(Slip.Kind.IN, List.of(new Wanted(goods.code(), quantity)), null, "进货"));
    }

    public void points(Member member, long points) {
        ledger.post(new Command.Move(new Source("award", UUID.randomUUID().toString()), "test", Asset.POINTS, Owner.ISSUER,
                Owner.member(member.id()), points));
    }

    public long available(Member member) {
        return ledger.balance(Owner.member(member.id()), Asset.POINTS).available();
    }

    public static Person person(Member member) {
        return new Person(member.id(), member.name(), member.path(), member.household(),
                List.of(new Grant(Role.RESIDENT, member.path())));
    }

    public static Map<String, Object> wish(Shop shop, Goods goods, int quantity) {
        return Map.of("shop", shop.code(), "lines", List.of(Map.of("goods", goods.code(), "quantity", quantity)));
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    /** How many there are, and that rows, entries and open orders agree. */
    public void has(Shop shop, Goods goods, int onHand, int held) {
        List<String> found = sql.rows("SELECT s.on_hand, s.held,"
                + " (SELECT COALESCE(SUM(quantity), 0) FROM stock_entry e WHERE e.shop_id = s.shop_id AND e.goods_id = s.goods_id),"
                + " (SELECT COALESCE(SUM(l.quantity), 0) FROM order_line l JOIN orders o ON o.id = l.order_id"
                + "  WHERE o.shop_id = s.shop_id AND l.goods_id = s.goods_id AND o.status = 'RESERVED')"
                + " FROM stock s WHERE s.shop_id = ? AND s.goods_id = ?",
                row -> row.getInt(1) + " " + row.getInt(2) + " " + row.getInt(3) + " " + row.getInt(4), shop.id(), goods.id());
        assertThat(found).as("on hand, held, by entries, by open orders")
                .containsExactly(onHand + " " + held + " " + onHand + " " + held);
    }
}
