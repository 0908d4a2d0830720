package org.aixin.redemption;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Goods;
import org.aixin.goods.Level;
import org.aixin.goods.Offers;
import org.aixin.goods.Shop;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.redemption.Screen.Result;
import org.aixin.redemption.Shown.Scanned;

import org.jspecify.annotations.Nullable;

/** What a scan brings onto the desk's screen: a person or an order, in a visit also goods for the basket and commands. */
@ApplicationScoped
class Scans {
    /** Why a scan or a photo says nothing that can be acted on. */
    private static final Set<String> UNREAD = Set.of("unknown_code", "mistyped_code", "code_required", "batch_expired",
            "scan_goods_first", "no_code_found", "photo_too_large", "photo_unreadable", "too_large", "busy");
    private final Desk desk;
    private final DeskScreen screens;
    private final Orders orders;
    private final Offers offers;
    private final Labels labels;
    private final SignedIn signedIn;

    Scans(Desk desk, DeskScreen screens, Orders orders, Offers offers, Labels labels, SignedIn signedIn) {
        this.desk = desk;
        this.screens = screens;
        this.orders = orders;
        this.offers = offers;
        this.labels = labels;
        this.signedIn = signedIn;
    }

    /**
     * @param code what was scanned or typed
     * @param visit that is open on the screen, empty or null where none is
     * @param basket its basket so far, in the words of {@link ScannedBasket}
     */
    record Scan(@Nullable String code, @Nullable String visit, @Nullable String basket) {
        boolean hasVisit() {
            return visit != null && !visit.isBlank();
        }
    }

    /** The screen after a scan; moves nothing. */
    Result of(Shop shop, Scan scan) {
        return heard(shop, scan, () -> found(shop, scan));
    }

    /** The screen after a photo, read as a scan is. */
    Result ofPhoto(Shop shop, Scan scan, Supplier<String> reading) {
        return heard(shop, scan, () -> found(shop, new Scan(reading.get(), scan.visit, scan.basket)));
    }

    /** What cannot be read stops nobody who is being served: their basket stays, with the reason above it. */
    private Result heard(Shop shop, Scan scan, Supplier<Result> work) {
        try {
            return work.get();
        } catch (Problem refused) {
            if (!scan.hasVisit() || !UNREAD.contains(refused.code())) {
                throw refused;
            }
            return before(shop, scan, refused);
        }
    }

    private Result found(Shop shop, Scan scan) {
        String digits = Digits.of(scan.code);
        Optional<CommandCode> command = Optional.ofNullable(digits).flatMap(CommandCode::of);
        if (command.isPresent()) {
            return commanded(shop, scan, command.get());
        }
        Optional<Goods> goods = Optional.ofNullable(digits).flatMap(read -> labels.goods(shop, read));
        return goods.isPresent()
                ? added(shop, scan, goods.get())
                : of(shop, desk.scan(signedIn.person(), shop.code(), scan.code, screens.language()));
    }

    /** The screen for what a code stands for. */
    Result of(Shop shop, Scanned scanned) {
        if (scanned.order() == null) {
            return screens.visit(shop, scanned);
        }
        Order order = orders.read(signedIn.person(), Ids.parse(scanned.order().id()));
        return scanned.refusal() == null
                ? Result.order(order, Objects.requireNonNull(scanned.member()))
                : Result.stop(scanned.refusal(), order);
    }

    /** An order that the one of this visit takes home for its member. */
    Result brought(Shop shop, @Nullable String visit, @Nullable String code) {
        Desk.Brought brought = desk.brought(signedIn.person(), shop.code(), visit, code, screens.language());
        Result result = of(shop, brought.scanned());
        return result.kind().equals("ORDER") ? result.broughtBy(brought.bearer().name(), visit) : result;
    }

    private Result commanded(Shop shop, Scan scan, CommandCode command) {
        return switch (command) {
            case CANCEL, NEXT -> Result.READY;
            case CONFIRM -> {
                if (!scan.hasVisit()) {
                    throw Problem.conflict("nothing_to_confirm");
                }
                yield shown(shop, scan, ScannedBasket.of(scan.basket));
            }
            default -> {
                ScannedBasket basket = ScannedBasket.of(scan.basket);
                if (!scan.hasVisit() || basket.isEmpty()) {
                    throw Problem.conflict("scan_goods_first");
                }
                yield shown(shop, scan, basket.withLast(command.times()));
            }
        };
    }

    private Result added(Shop shop, Scan scan, Goods goods) {
        if (!scan.hasVisit()) {
            throw Problem.conflict("scan_member_first", goods.name(), goods.points(), goods.unit());
        }
        return shown(shop, scan, ScannedBasket.of(scan.basket).withOneMore(goods.code()));
    }

    /** The basket with its sum and what is left; where that cannot be, the basket before, and why. */
    private Result shown(Shop shop, Scan scan, ScannedBasket basket) {
        Result shelf = shelf(shop, scan);
        try {
            mustBeThere(shop, shelf, basket);
            return preview(shop, scan, basket);
        } catch (Problem refused) {
            return before(shop, scan, refused);
        }
    }

    private Result before(Shop shop, Scan scan, Problem refused) {
        ScannedBasket before = ScannedBasket.of(scan.basket);
        Result again = before.isEmpty() ? shelf(shop, scan) : preview(shop, scan, before);
        return again.again(Sentences.document(refused, screens.language()), before.lines());
    }

    private Result shelf(Shop shop, Scan scan) {
        return screens.visit(shop, desk.visited(signedIn.person(), shop.code(), scan.visit, screens.language()));
    }

    private void mustBeThere(Shop shop, Result shelf, ScannedBasket basket) {
        basket.quantities().forEach((code, quantity) -> {
            int there = shelf.shelf().stream().filter(level -> level.goods().code().equals(code)).mapToInt(Level::available)
                    .sum();
            Goods goods = offers.known(shop, code);
            if (goods.isOffered() && there < quantity) {
                throw goods.outOfStock();
            }
        });
    }

    private Result preview(Shop shop, Scan scan, ScannedBasket basket) {
        Desk.Preview preview = desk.preview(signedIn.person(), shop.code(), scan.visit, basket.lines(),
                screens.language());
        return Result.basket(HandOverPages.affordable(preview)).with(basket.lines());
    }
}
