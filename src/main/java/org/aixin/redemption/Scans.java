package org.aixin.redemption;

import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Batches;
import org.aixin.goods.Catalogue;
import org.aixin.goods.Goods;
import org.aixin.goods.Level;
import org.aixin.goods.Shop;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
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
    private final Desk desk;
    private final DeskScreen screens;
    private final Orders orders;
    private final Catalogue catalogue;
    private final Batches batches;
    private final BusinessTime time;
    private final SignedIn signedIn;

    Scans(Desk desk, DeskScreen screens, Orders orders, Catalogue catalogue, Batches batches, BusinessTime time,
            SignedIn signedIn) {
        this.desk = desk;
        this.screens = screens;
        this.orders = orders;
        this.catalogue = catalogue;
        this.batches = batches;
        this.time = time;
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
        String digits = Digits.of(scan.code);
        Optional<CommandCode> command = Optional.ofNullable(digits).flatMap(CommandCode::of);
        if (command.isPresent()) {
            return commanded(shop, scan, command.get());
        }
        Optional<Goods> goods = Optional.ofNullable(digits).flatMap(this::goods);
        return goods.isPresent()
                ? added(shop, scan, goods.get())
                : of(shop, desk.scan(signedIn.person(), shop.code(), scan.code, screens.language()));
    }

    /** By the label on the shelf, the package or the batch; refused 409 {@code batch_expired} for what is past its date. */
    private Optional<Goods> goods(String digits) {
        return catalogue.byScan(digits).or(() -> batches.byScan(digits).map(batch -> {
            batch.mustBeGood(time.today());
            return batch.goods();
        }));
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
        Result shelf = screens.visit(shop, desk.visited(signedIn.person(), shop.code(), scan.visit, screens.language()));
        try {
            mustBeThere(shelf, basket);
            return preview(shop, scan, basket);
        } catch (Problem refused) {
            ScannedBasket before = ScannedBasket.of(scan.basket);
            Result again = before.isEmpty() ? shelf : preview(shop, scan, before);
            return again.again(Sentences.document(refused, screens.language()), before.lines());
        }
    }

    private void mustBeThere(Result shelf, ScannedBasket basket) {
        basket.quantities().forEach((code, quantity) -> {
            int there = shelf.shelf().stream().filter(level -> level.goods().code().equals(code)).mapToInt(Level::available)
                    .sum();
            Goods goods = catalogue.named(code);
            if (goods.isOffered() && there < quantity) {
                throw goods.outOfStock();
            }
        });
    }

    private Result preview(Shop shop, Scan scan, ScannedBasket basket) {
        Desk.Preview preview = desk.preview(signedIn.person(), shop.code(), scan.visit, basket.lines());
        return Result.basket(HandOverPages.affordable(preview)).with(basket.lines());
    }
}
