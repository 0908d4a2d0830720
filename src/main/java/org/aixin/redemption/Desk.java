package org.aixin.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.access.Secrets;
import org.aixin.goods.ClerkShops;
import org.aixin.goods.Goods;
import org.aixin.goods.Line;
import org.aixin.goods.Offers;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Wanted;
import org.aixin.identity.Member;
import org.aixin.identity.MemberCodes;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Ids;
import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.StoredAnswer;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.redemption.Shown.Scanned;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The counter of a shop: what a clerk scans and hands over. */
@ApplicationScoped
class Desk {
    private final Shops shops;
    private final ClerkShops clerkShops;
    private final RedemptionRules rules;
    private final Limits limits;
    private final Offers offers;
    private final Labels labels;
    private final Bearers bearers;
    private final Members members;
    private final Secrets secrets;
    private final MemberCodes codes;
    private final OrderBook book;
    private final OrderCodes orderCodes;
    private final Orders orders;
    private final Visits visits;
    private final Till till;
    private final Ledger ledger;
    private final BusinessTime time;

    Desk(Shops shops, ClerkShops clerkShops, RedemptionRules rules, Limits limits, Offers offers, Labels labels,
            Bearers bearers,
            Members members, Secrets secrets, MemberCodes codes, OrderBook book, OrderCodes orderCodes, Orders orders,
            Visits visits, Till till, Ledger ledger, BusinessTime time) {
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.rules = rules;
        this.limits = limits;
        this.offers = offers;
        this.labels = labels;
        this.bearers = bearers;
        this.members = members;
        this.secrets = secrets;
        this.codes = codes;
        this.book = book;
        this.orderCodes = orderCodes;
        this.orders = orders;
        this.visits = visits;
        this.till = till;
        this.ledger = ledger;
        this.time = time;
    }

    /** A basket to be handed over in a visit. */
    record Basket(@Nullable String shop, @Nullable String visit, @Nullable List<@Nullable Wanted> lines,
            @Nullable String secret) {
    }

    /** A shop in which this clerk works; refused as {@link ClerkShops#shop} says. */
    Shop shop(Person clerk, @Nullable String code) {
        return clerkShops.shop(clerk, code);
    }

    /** What a code stands for; moves nothing. A member's code opens a visit. */
    Scanned scan(Person clerk, @Nullable String shopCode, @Nullable String typed, Locale language) {
        Shop shop = shop(clerk, shopCode);
        String digits = digits(typed);
        Optional<Goods> goods = labels.goods(shop, digits);
        if (goods.isPresent()) {
            return Scanned.goods(goods.get());
        }
        Optional<Member> card = digits.matches("[0-9]{6,20}") ? members.byCard(digits) : Optional.empty();
        if (card.isPresent()) {
            return visit(clerk, shop, card.get(), null);
        }
        Code code = Code.read(digits);
        return switch (code.kind()) {
            case ORDER -> order(clerk, shop, orderOf(code), language);
            case LIVE -> live(clerk, shop, code, language);
            case CARD -> throw Code.unknown(digits);
        };
    }

    /** Opens a visit for a member whom the clerk found by name: it needs the member's secret, like a card. */
    Scanned found(Person clerk, @Nullable String shopCode, long member) {
        return visit(clerk, shop(clerk, shopCode), members.member(member), null);
    }

    /** A visit that goes on, after something could not be handed over in it; refused as a scan of its code would be. */
    Scanned visited(Person clerk, @Nullable String shopCode, @Nullable String visitId, Locale language) {
        Shop shop = shop(clerk, shopCode);
        Visit visit = visits.byId(Ids.parse(visitId == null ? "" : visitId)).orElseThrow(Problem::notFound);
        Member member = members.member(visit.member());
        clerk.mustNotBeHouseholdOf(member);
        return again(clerk, shop, member, visit, language);
    }

    /**
     * A basket as it would be handed over, for the clerk to confirm.
     *
     * @param left what the member would have afterwards; negative where it is too much
     * @param bearer name of whoever comes for the member
     */
    record Preview(Visit visit, Shown.Visitor member, Order order, long left, @Nullable String bearer) {
    }

    /**
     * Opens a visit for somebody whom another comes for. Whoever comes is the one of a visit that goes on; the card is that of the one
     * whose points are spent, and whose secret is asked for. Refused as a scan of either would be; 422 {@code behalf_of_self}.
     */
    Scanned onBehalf(Person clerk, @Nullable String shopCode, @Nullable String visitId, @Nullable String card) {
        Shop shop = shop(clerk, shopCode);
        String digits = digits(card);
        Member other = members.byCard(digits).orElseThrow(() -> Code.unknown(digits));
        Member bearer = bearers.of(clerk, shop, visitId, other, true);
        mayServe(clerk, shop, other);
        Visit visit = visits.openFor(bearer, other, shop, clerk);
        return again(clerk, shop, other, visit, Locale.CHINESE);
    }

    /** An order, and who comes for its member. */
    record Brought(Scanned scanned, Member bearer) {
    }

    /** An order that the one of a visit that goes on would take home for its member; moves nothing. */
    Brought brought(Person clerk, @Nullable String shopCode, @Nullable String visitId, @Nullable String typed, Locale language) {
        Shop shop = shop(clerk, shopCode);
        Order order = mustConcern(clerk, shop, orderOf(Code.read(digits(typed))));
        Member bearer = bearers.of(clerk, shop, visitId, order.member(), true);
        return new Brought(order(clerk, shop, order, language), bearer);
    }

    /** What handing over these lines in a visit would cost; moves nothing. Refused 409 {@code limit_reached}, as it would be then. */
    Preview preview(Person clerk, @Nullable String shopCode, @Nullable String visitId, List<Wanted> wanted, Locale language) {
        Shop shop = shop(clerk, shopCode);
        Visit visit = visits.byId(Ids.parse(visitId == null ? "" : visitId)).orElseThrow(Problem::notFound);
        if (!visit.belongsTo(clerk.id(), shop.id())) {
            throw Problem.forbidden("visit_not_yours");
        }
        Member member = members.member(visit.member());
        clerk.mustNotBeHouseholdOf(member);
        Order order = orders.draft(shop, member, offers.basket(shop, wanted), visit);
        Problem limit = limits.before(new Case(clerk, shop, rules.of(shop), order, visit, null, order.madeAt(), language));
        if (limit != null) {
            throw limit;
        }
        Shown.Visitor visitor = visitor(member);
        return new Preview(visit, visitor, order, visitor.available() - order.points(),
                visit.bearer() == null ? null : members.member(visit.bearer()).name());
    }

    /**
     * Hands over a reservation; refusals in the order of {@link Policies}.
     *
     * @param visitId visit of whoever comes for the member; none where the member comes
     */
    Uni<StoredAnswer> collect(Person clerk, @Nullable String shopCode, @Nullable String typed, @Nullable String visitId,
            KeyedRequest key, Locale language) {
        Shop shop = shop(clerk, shopCode);
        Code code = Code.read(digits(typed));
        if (code.kind() != Code.Kind.ORDER) {
            throw Code.unknown(code.digits());
        }
        HouseRules here = rules.of(shop);
        if (visitId != null && !visitId.isBlank()) {
            Order order = mustConcern(clerk, shop, orderOf(code));
            long bearer = bearers.of(clerk, shop, visitId, order.member(), order.status() == Order.Status.RESERVED).id();
            return till.settle(new Deed(Deed.Kind.COLLECT, key,
                    new Case(clerk, shop, here, order, null, null, time.now(), language), bearer));
        }
        return orderCodes.find(code.digits()).map(found -> found.orElseThrow(() -> Code.unknown(code.digits())))
                .chain(order -> till.settle(new Deed(Deed.Kind.COLLECT, key,
                        new Case(clerk, shop, here, mustConcern(clerk, shop, order), null, null, time.now(), language))));
    }

    /** Hands over a basket at once; refusals in the order of {@link Policies}. */
    Uni<StoredAnswer> redeem(Person clerk, Basket basket, String address, KeyedRequest key, Locale language) {
        Shop shop = shop(clerk, basket.shop());
        List<Line> lines = offers.basket(shop, basket.lines());
        Visit visit = visits.byId(Ids.parse(basket.visit() == null ? "" : basket.visit())).orElseThrow(Problem::notFound);
        Member member = members.member(visit.member());
        Order order = orders.draft(shop, member, lines, visit);
        Deed deed = new Deed(Deed.Kind.REDEEM, key,
                new Case(clerk, shop, rules.of(shop), order, visit, null, order.madeAt(), language));
        return visit.needsSecret() && visit.belongsTo(clerk.id(), shop.id())
                ? secrets.verify(member, basket.secret(), address).chain(right -> settle(deed, right))
                : till.settle(deed);
    }

    private Uni<StoredAnswer> settle(Deed deed, boolean secretIsRight) {
        if (!secretIsRight) {
            throw Problem.forbidden("secret_wrong");
        }
        return till.settle(deed);
    }

    private static String digits(@Nullable String typed) {
        String digits = Digits.of(typed);
        if (digits == null) {
            throw typed == null || typed.isBlank() ? Problem.invalid("code_required", "code") : Code.unknown(typed.strip());
        }
        return digits;
    }

    private Order orderOf(Code code) {
        return book.byCode(code.digits()).orElseThrow(() -> Code.unknown(code.digits()));
    }

    /** Whoever does not work where an order was reserved learns only where that is. Refused 409 {@code wrong_shop}. */
    private Order mustConcern(Person clerk, Shop shop, Order order) {
        if (order.shop().id() != shop.id() && !clerkShops.worksAt(clerk, order.shop())) {
            throw Policies.wrongShop(order.shop());
        }
        return order;
    }

    private Scanned order(Person clerk, Shop shop, Order order, Locale language) {
        Instant now = time.now();
        mustConcern(clerk, shop, order);
        Map<String, Object> refusal = null;
        try {
            Policies.check(Policies.COLLECTING, new Case(clerk, shop, rules.of(shop), order, null, null, now, language));
        } catch (Problem refused) {
            refusal = Sentences.document(refused, language);
        }
        return new Scanned("order", Shown.order(order, now), refusal, visitor(order.member()), null, null, null, null, null);
    }

    private Scanned live(Person clerk, Shop shop, Code code, Locale language) {
        MemberCodes.Seen seen = codes.read(code.digits()).orElseThrow(() -> Code.unknown(code.digits()));
        Optional<Visit> opened = visits.opened(seen.member(), seen.step());
        if (opened.isEmpty() && seen.over()) {
            throw Problem.conflict("code_expired");
        }
        return opened.map(visit -> again(clerk, shop, seen.member(), visit, language))
                .orElseGet(() -> visit(clerk, shop, seen.member(), seen.step()));
    }

    private Scanned visit(Person clerk, Shop shop, Member member, @Nullable Long step) {
        mayServe(clerk, shop, member);
        return again(clerk, shop, member, visits.open(member, shop, clerk, step), Locale.CHINESE);
    }

    private void mayServe(Person clerk, Shop shop, Member member) {
        clerk.mustNotBeHouseholdOf(member);
        mustServe(shop, member);
        Policies.mustBeOpen(shop, rules.of(shop).timetable(), time.now(), Locale.CHINESE);
    }

    private static void mustServe(Shop shop, Member member) {
        if (!shop.serves(member.path())) {
            throw Problem.forbidden("shop_of_others", shop.name());
        }
    }

    /** The visit that a code opened: the same clerk goes on with it, for everybody else and after its basket the code is used. */
    private Scanned again(Person clerk, Shop shop, Member member, Visit visit, Locale language) {
        mustServe(shop, member);
        Order used = book.byVisits(List.of(visit.id())).get(visit.id());
        if (used != null) {
            throw Policies.handedOver("code_used", used, language);
        }
        if (!visit.belongsTo(clerk.id(), shop.id())) {
            throw openedElsewhere(visit, language);
        }
        if (visit.isOver(time.now())) {
            throw Problem.conflict("code_expired");
        }
        return new Scanned("member", null, null, visitor(member), Long.toString(visit.id()), visit.expiresAt(),
                visit.needsSecret(), visit.bearer() == null ? null : visitor(members.member(visit.bearer())).person(), null);
    }

    private Problem openedElsewhere(Visit visit, Locale language) {
        Shop there = shops.byId(visit.shop());
        return Policies.used("code_used", visit.openedAt(), members.member(visit.clerk()).name(), there, language);
    }

    private Shown.Visitor visitor(Member member) {
        return Shown.visitor(member, ledger.shares(Owner.member(member.id())));
    }
}
