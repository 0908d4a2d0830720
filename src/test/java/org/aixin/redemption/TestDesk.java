package org.aixin.redemption;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.goods.Wanted;
import org.aixin.identity.Person;
import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Problem;
import org.aixin.redemption.Shown.Scanned;

/** The desk without HTTP, for tests of other packages. */
@ApplicationScoped
public class TestDesk {
    /** What is said of a code that would be handed over for. */
    public static final String TAKEN = "taken";
    private final Desk desk;

    TestDesk(Desk desk) {
        this.desk = desk;
    }

    /** {@link #TAKEN}, or the code of the refusal. */
    public String scan(Person clerk, Shop shop, String code) {
        try {
            Scanned seen = desk.scan(clerk, shop.code(), code, Locale.CHINESE);
            return seen.refusal() == null ? TAKEN : String.valueOf(seen.refusal().get("code"));
        } catch (Problem refused) {
            return refused.code();
        }
    }

    /** Hands one piece over for a live code that was not scanned before. */
    public int redeem(Person clerk, Shop shop, Goods goods, String code) {
        String visit = Objects.requireNonNull(desk.scan(clerk, shop.code(), code, Locale.CHINESE).visit());
        Desk.Basket basket = new Desk.Basket(shop.code(), visit, List.of(new Wanted(goods.code(), 1)), null);
        KeyedRequest keyed = KeyedRequest.of(clerk.getName(), "/api/desk/redemptions", TestShops.key(), basket);
        return desk.redeem(clerk, basket, "test", keyed, Locale.CHINESE).await().indefinitely().status();
    }
}
