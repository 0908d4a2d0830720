package org.aixin.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Said;
import org.aixin.redemption.Order.Collected;
import org.aixin.redemption.Order.Status;

/**
 * Why something is not reserved or handed over, in the order in which it is checked; the first that objects answers.
 * <p>
 * Before these the request itself is read: the shop (404 {@code not_found}), the clerk's reach (403 {@code not_allowed}), the lines
 * (422), the code (422 {@code mistyped_code}, 404 {@code unknown_code}) or the visit (404), and for a card the secret (403
 * {@code secret_wrong}). After these, in this order, {@code out_of_stock}, {@code limit_reached} and {@code not_enough_points}, which
 * only the rows themselves can tell.
 */
final class Policies {
    /** One reason to refuse; throws the problem that says so. */
    interface Policy {
        void check(Case now);
    }

    /** For a resident who reserves. */
    static final List<Policy> RESERVING = List.of(Policies::shopIsOpen, Policies::shopServesMember, Policies::goodsAreOffered);
    /** For a clerk who hands over what was reserved. What happened to the order comes first: it is what people ask about. */
    static final List<Policy> COLLECTING = List.of(Policies::orderIsNotCollected, Policies::orderIsNotReversed,
            Policies::orderIsNotCancelled, Policies::orderIsNotExpired, Policies::orderIsOfThisShop,
            Policies::shopIsNotPaused, Policies::isTime,
            Policies::memberIsNotOfOwnHousehold);
    /** For a clerk who hands over a basket during a visit. */
    static final List<Policy> REDEEMING = List.of(Policies::visitIsOfThisShop, Policies::visitIsOfThisClerk,
            Policies::memberIsNotOfOwnHousehold, Policies::visitIsUnused, Policies::visitIsNotOver, Policies::shopIsOpen,
            Policies::isTime, Policies::shopServesMember, Policies::goodsAreOffered);

    private Policies() {
    }

    static void check(List<Policy> policies, Case now) {
        policies.forEach(policy -> policy.check(now));
    }

    private static void shopIsOpen(Case now) {
        mustNotBeClosed(now.shop(), now.now());
    }

    private static void mustNotBeClosed(Shop shop, Instant now) {
        if (!shop.isOpen(now)) {
            throw Problem.conflict("shop_closed", shop.name());
        }
    }

    /** Whether anything can be handed over here at all; refused 409 {@code shop_closed} or as {@link #mustBeTime} says. */
    static void mustBeOpen(Shop shop, Timetable times, Instant now, Locale language) {
        mustNotBeClosed(shop, now);
        mustBeTime(shop, times, now, language);
    }

    /** What was reserved outlives the end of an event, and waits while a shop is paused. */
    private static void shopIsNotPaused(Case now) {
        if (now.shop().paused()) {
            throw Problem.conflict("shop_closed", now.shop().name());
        }
    }

    /** On redemption days and in opening hours goods are handed over; they can be reserved at any time. */
    private static void isTime(Case now) {
        mustBeTime(now.shop(), now.rules().timetable(), now.now(), now.language());
    }

    /** Refused 409 {@code not_redemption_day} or {@code outside_hours}, with {@code again}, when the shop hands goods over next. */
    static void mustBeTime(Shop shop, Timetable times, Instant now, Locale language) {
        Instant again = times.opensAgain(now);
        if (again != null) {
            boolean english = language.getLanguage().equals("en"), day = times.isDay(now);
            String rule = day ? times.hours(english) : times.days(english);
            throw Problem.conflict(day ? "outside_hours" : "not_redemption_day", shop.name(), rule, Said.said(again, language))
                    .with("rule", rule).with("again", again);
        }
    }

    private static void shopServesMember(Case now) {
        if (!now.shop().serves(now.order().member().path())) {
            throw Problem.forbidden("shop_of_others", now.shop().name());
        }
    }

    private static void goodsAreOffered(Case now) {
        now.order().lines().stream().map(Order.Item::goods).filter(goods -> !goods.isOffered()).findFirst()
                .ifPresent(goods -> {
                    throw notOffered(goods);
                });
    }

    private static Problem notOffered(Goods goods) {
        return Problem.conflict("goods_not_offered", goods.name()).with("goods", goods.code());
    }

    private static void orderIsNotCollected(Case now) {
        if (now.order().status() == Status.COLLECTED) {
            throw handedOver("already_collected", now.order(), now.language());
        }
    }

    private static void orderIsNotReversed(Case now) {
        if (now.order().status() == Status.REVERSED) {
            throw Problem.conflict("order_reversed");
        }
    }

    private static void orderIsNotCancelled(Case now) {
        if (now.order().status() == Status.CANCELLED) {
            throw Problem.conflict("order_cancelled");
        }
    }

    private static void orderIsNotExpired(Case now) {
        if (now.order().at(now.now()) == Status.EXPIRED) {
            throw Problem.conflict("order_expired");
        }
    }

    private static void orderIsOfThisShop(Case now) {
        Shop there = now.order().shop();
        if (now.shop().id() != there.id()) {
            throw wrongShop(there);
        }
    }

    static Problem wrongShop(Shop there) {
        return Problem.conflict("wrong_shop", there.name()).with("shop", there.code());
    }

    private static void visitIsOfThisShop(Case now) {
        if (Objects.requireNonNull(now.visit()).shop() != now.shop().id()) {
            throw Problem.forbidden("visit_not_yours");
        }
    }

    private static void visitIsOfThisClerk(Case now) {
        if (Objects.requireNonNull(now.visit()).clerk() != now.by().id()) {
            throw Problem.forbidden("visit_not_yours");
        }
    }

    private static void memberIsNotOfOwnHousehold(Case now) {
        now.by().mustNotBeHouseholdOf(now.order().member());
    }

    private static void visitIsUnused(Case now) {
        if (now.used() != null) {
            throw handedOver("code_used", now.used(), now.language());
        }
    }

    private static void visitIsNotOver(Case now) {
        if (Objects.requireNonNull(now.visit()).isOver(now.now())) {
            throw Problem.conflict("visit_expired");
        }
    }

    /** A refusal that says when, by whom and where an order was handed over. */
    static Problem handedOver(String code, Order order, Locale language) {
        Collected done = Objects.requireNonNull(order.collected());
        return used(code, done.at(), done.name(), order.shop(), language).with("orderId", Long.toString(order.id()));
    }

    /** A refusal that says when, by whom and where a code was used before. */
    static Problem used(String code, Instant at, String by, Shop shop, Locale language) {
        return Problem.conflict(code, Said.said(at, language), by, shop.name()).with("at", at).with("by", by)
                .with("shop", shop.code()).with("shopName", shop.name());
    }
}
