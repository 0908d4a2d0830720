package org.aixin.goods;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.aixin.goods.Slip.Kind;
import org.aixin.goods.Slip.Status;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** The slips of the shops. */
@ApplicationScoped
public class Slips {
    private final SlipRows rows;
    private final BusinessTime time;
    private final Shops shops;
    private final ClerkShops clerkShops;
    private final Offers offers;
    private final Pieces pieces;
    private final Booking booking;
    private final TwoPeople twoPeople;

    Slips(SlipRows rows, BusinessTime time, Shops shops, ClerkShops clerkShops, Offers offers, Pieces pieces, Booking booking,
            TwoPeople twoPeople) {
        this.rows = rows;
        this.time = time;
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.offers = offers;
        this.pieces = pieces;
        this.booking = booking;
        this.twoPeople = twoPeople;
    }

    /** What somebody asks to be written. */
    public record Draft(@Nullable Kind kind, @Nullable List<@Nullable Wanted> lines, @Nullable String toShop,
            @Nullable String reason) {
    }

    /**
     * As {@link Draft}, with dates and batches.
     *
     * @param donation which donation it brings in, null for none
     */
    public record Wish(@Nullable Kind kind, @Nullable List<@Nullable Piece> lines, @Nullable String toShop,
            @Nullable String reason, @Nullable Long donation) {
    }

    /** As {@link #write(Person, String, Wish)}. */
    @Transactional
    public Slip write(@Nullable Person by, String shopCode, Draft draft) {
        List<@Nullable Piece> lines = draft.lines() == null ? null : Pieces.plain(draft.lines());
        return write(by, shopCode, new Wish(draft.kind(), lines, draft.toShop(), draft.reason(), null));
    }

    /**
     * Writes a slip and moves the stock; one, other than of what comes in, of more pieces than {@code aixin.slip.two-people} waits for a second person first.
     * Refused 409 {@code out_of_stock} (names the goods) where a shelf would fall below what is reserved; 422 for lines that
     * {@link Offers#basket} refuses, {@code slip_kind_required}, {@code shop_unknown}, {@code best_before_refused} and
     * {@code batch_unknown}.
     *
     * @param by null when the village is set up
     */
    @Transactional
    public Slip write(@Nullable Person by, String shopCode, Wish draft) {
        Shop shop = shops.named(shopCode);
        mayWrite(by, shop);
        Kind kind = draft.kind();
        if (kind == null || kind == Kind.EXPIRED) {
            throw Problem.invalid("slip_kind_required", "kind");
        }
        Shop target = kind == Kind.TRANSFER ? target(by, shop, draft.toShop()) : null;
        List<SlipLine> lines = pieces.lines(shop, draft.lines(), kind);
        if (target != null) {
            lines.forEach(line -> offers.known(target, line.goods().code()));
        }
        return write(by, shop, target, kind, Words.mustReason(draft.reason()), lines, null, draft.donation());
    }

    /** Writes a slip whose lines were checked; in the present transaction. */
    Slip write(@Nullable Person by, Shop shop, @Nullable Shop target, Kind kind, String reason, List<SlipLine> lines,
            @Nullable String countedBy, @Nullable Long donation) {
        int pieces = lines.stream().mapToInt(line -> Math.abs(line.quantity())).sum();
        Status status = twoPeople.mustPass(by, kind, donation != null, pieces) ? Status.WAITING : Status.DONE;
        Slip slip = new Slip(Ids.next(), kind, target == null ? null : target.code(), target == null ? null : target.name(),
                reason, lines, countedBy,
                by == null ? null : by.id(), by == null ? null : by.name(), time.now(), status, null, null, null, donation);
        rows.insert(shop, target, slip);
        if (status == Status.DONE) {
            booking.book(slip, shop, target);
        }
        return slip;
    }

    /**
     * The second person lets a waiting slip pass, and it moves the stock. Refused 404; 403 {@code not_allowed},
     * {@code second_person_needed} for whoever wrote it; 409 {@code slip_decided}, {@code count_stale} where one of its goods
     * was counted again meanwhile, {@code out_of_stock}.
     */
    @Transactional
    public Slip confirm(Person by, String shopCode, long id) {
        Shop shop = shops.named(shopCode);
        Slip slip = one(by, shop, id);
        if (slip.isBy(by.id())) {
            throw Problem.forbidden("second_person_needed");
        }
        decide(slip, Status.DONE, by, null);
        if (slip.countedBy() != null) {
            booking.mustBeLastCount(slip, shop);
        }
        booking.book(slip, shop, slip.toShop() == null ? null : shops.named(slip.toShop()));
        return one(by, shop, id);
    }

    /** Drops a waiting slip for a reason: whoever wrote it may, and any second person. Refused as {@link #confirm} is. */
    @Transactional
    public Slip drop(Person by, String shopCode, long id, @Nullable String reason) {
        Shop shop = shops.named(shopCode);
        Slip slip = one(by, shop, id);
        decide(slip, Status.DROPPED, by, Words.mustReason(reason));
        return one(by, shop, id);
    }

    private void decide(Slip slip, Status status, Person by, @Nullable String refusal) {
        if (!rows.decide(slip.id(), status, by, time.now(), refusal)) {
            throw Problem.conflict("slip_decided");
        }
    }

    /** A slip of a shop; refused 404, 403 {@code not_allowed}. */
    Slip one(Person by, Shop shop, long id) {
        mayWrite(by, shop);
        return rows.one(shop, id).orElseThrow(Problem::notFound);
    }

    /** A shop's slips, newest first. */
    public Page<Slip> of(Shop shop, long before, int limit) {
        return of(shop, null, before, limit);
    }

    /** A shop's slips of one state, or all for null, newest first. */
    Page<Slip> of(Shop shop, @Nullable Status status, long before, int limit) {
        return Page.of(rows.newest(shop, status, before, limit + 1), limit, slip -> Long.toString(slip.id()));
    }

    /** The state of this name, null for none; refused 422 {@code value_refused}. */
    static @Nullable Status status(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Stream.of(Status.values()).filter(status -> status.name().equals(name.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> Problem.invalid("value_refused", "status"));
    }

    /** Refused 403 unless this person works at the shop as its clerk or an administrator. */
    void mayWrite(@Nullable Person by, Shop shop) {
        if (by != null) {
            clerkShops.mustWorkAt(by, shop, Role.ADMIN);
        }
    }

    private Shop target(@Nullable Person by, Shop from, @Nullable String code) {
        Shop target = shops.find(code).filter(shop -> shop.id() != from.id())
                .orElseThrow(() -> Problem.invalid("shop_unknown", "toShop"));
        mayWrite(by, target);
        return target;
    }
}
