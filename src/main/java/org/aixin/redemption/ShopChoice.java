package org.aixin.redemption;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;

import org.aixin.goods.Shop;
import org.aixin.goods.Wanted;
import org.aixin.kernel.Digits;

import org.jspecify.annotations.Nullable;

/** The shop that somebody chose once, and the quantities that a form sends as {@code n_rice=2}. */
final class ShopChoice {
    /** The cookie that remembers the shop. */
    static final String COOKIE = "shop";
    private static final String QUANTITY = "n_";
    private static final int YEAR = 365 * 24 * 3600;

    private ShopChoice() {
    }

    /** The shop that was chosen, or the only one there is; null where there is a choice to make. */
    static @Nullable Shop of(List<Shop> shops, @Nullable String chosen) {
        return shops.stream().filter(shop -> shop.code().equals(chosen)).findFirst()
                .orElse(shops.size() == 1 ? shops.get(0) : null);
    }

    static NewCookie remember(Shop shop) {
        return new NewCookie.Builder(COOKIE).value(shop.code()).path("/").maxAge(YEAR).httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX).build();
    }

    /** The goods of which a form asks for at least one; what is no number is left to the checks of the basket. */
    static List<Wanted> wanted(MultivaluedMap<String, String> form) {
        return form.entrySet().stream().filter(field -> field.getKey().startsWith(QUANTITY)).filter(ShopChoice::isMoreThanNone)
                .map(field -> new Wanted(field.getKey().substring(QUANTITY.length()), number(field.getValue().get(0)))).toList();
    }

    private static boolean isMoreThanNone(Map.Entry<String, List<String>> field) {
        String value = field.getValue().get(0).strip();
        return !value.isEmpty() && !value.equals("0");
    }

    private static @Nullable Integer number(String typed) {
        String digits = Digits.of(typed);
        return digits == null || digits.length() > 6 ? null : Integer.valueOf(digits);
    }
}
