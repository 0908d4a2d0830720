package org.aixin.redemption;

import java.time.Instant;
import java.util.Locale;

import org.aixin.goods.Shop;
import org.aixin.identity.Person;

import org.jspecify.annotations.Nullable;

/**
 * All that the policies look at.
 *
 * @param by who acts: the resident who reserves, the clerk who hands over
 * @param shop where
 * @param rules that hold there
 * @param order as it stands, or as it would be made
 * @param visit the visit in which goods are handed over at once
 * @param used the order that was made in this visit before
 * @param now when
 * @param language in which a refusal says when
 */
record Case(Person by, Shop shop, HouseRules rules, Order order, @Nullable Visit visit, @Nullable Order used, Instant now,
        Locale language) {
    Case with(Order order, @Nullable Order used, Instant now) {
        return new Case(by, shop, rules, order, visit, used, now, language);
    }
}
