package org.aixin.goods;

import java.time.Instant;
import java.time.OffsetDateTime;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** Shops and what they have, for programs. */
@Path("/api/shops")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ShopsResource {
    private final Shops shops;
    private final ClerkShops clerkShops;
    private final Units units;
    private final Stock stock;
    private final Offers offers;
    private final Slips slips;
    private final SignedIn signedIn;

    ShopsResource(Shops shops, ClerkShops clerkShops, Units units, Stock stock, Offers offers, Slips slips, SignedIn signedIn) {
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.units = units;
        this.stock = stock;
        this.offers = offers;
        this.slips = slips;
        this.signedIn = signedIn;
    }

    record Shown(String id, String code, String name, Shop.Kind kind, String unit, int keepDays, @Nullable Instant eventEndsAt,
            boolean paused, @Nullable String pauseReason) {
        static Shown of(Shop shop) {
            return new Shown(Long.toString(shop.id()), shop.code(), shop.name(), shop.kind(), Long.toString(shop.unit()),
                    shop.keepDays(), shop.eventEndsAt(), shop.paused(), shop.pauseReason());
        }
    }

    record Added(@Nullable String code, @Nullable String name, Shop.@Nullable Kind kind, @Nullable String unit,
            @Nullable OffsetDateTime eventEndsAt) {
    }

    record Changed(@Nullable String name, @Nullable Integer keepDays, @Nullable OffsetDateTime eventEndsAt,
            @Nullable Boolean paused, @Nullable String reason) {
    }

    record ShownLevel(String goods, String name, String unit, int onHand, int held, int available, int points) {
        static ShownLevel of(Level level) {
            Goods goods = level.goods();
            return new ShownLevel(goods.code(), goods.name(), goods.unit(), level.onHand(), level.held(), level.available(),
                    goods.points());
        }
    }

    /** All shops. */
    @GET
    @PermitAll
    public Page<Shown> list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return shops.list(Page.after(cursor), Page.limit(limit)).map(Shown::of);
    }

    /** Opens a shop at a unit within the administrator's reach. */
    @POST
    @RolesAllowed(Role.IS_ADMIN)
    public Response add(@Nullable Added wanted) {
        if (wanted == null) {
            throw Problem.of(400, "request_unreadable");
        }
        if (wanted.kind == null) {
            throw Problem.invalid("shop_kind_required", "kind");
        }
        Unit unit = units.named(wanted.unit, "unit");
        signedIn.person().mustReach(unit.path(), Role.ADMIN);
        Instant ends = wanted.eventEndsAt == null ? null : wanted.eventEndsAt.toInstant();
        return Response.status(201).entity(Shown.of(shops.add(wanted.code, wanted.name, wanted.kind, unit, ends))).build();
    }

    /** Renames or pauses a shop, or changes how long it keeps reservations. */
    @PATCH
    @Path("/{code}")
    @RolesAllowed(Role.IS_ADMIN)
    public Shown change(@PathParam("code") String code, @Nullable Changed wanted) {
        if (wanted == null) {
            throw Problem.of(400, "request_unreadable");
        }
        Instant ends = wanted.eventEndsAt == null ? null : wanted.eventEndsAt.toInstant();
        return Shown.of(shops.change(signedIn.person(), code,
                new Shops.Change(wanted.name, wanted.keepDays, ends, wanted.paused, wanted.reason)));
    }

    /** What a shop has. */
    @GET
    @Path("/{code}/stock")
    @PermitAll
    public Page<ShownLevel> stock(@PathParam("code") String code, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return stock.levels(shops.named(code), Page.after(cursor), Page.limit(limit)).map(ShownLevel::of);
    }

    /** At how many that can be taken a shop is told to fill up; without a number it is not told any more. */
    record Threshold(@Nullable String goods, @Nullable Integer low) {
    }

    record ShownLow(String goods, String name, int available, int low) {
    }

    /** What a shop has too little of. */
    @GET
    @Path("/{code}/low-stock")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<ShownLow> low(@PathParam("code") String code) {
        Shop shop = shops.named(code);
        clerkShops.mustWorkAt(signedIn.person(), shop, Role.ADMIN, Role.AUDITOR);
        return new Page<>(stock.low(shop).stream().map(level -> new ShownLow(level.goods().code(), level.goods().name(),
                level.available(), level.lowAt() == null ? 0 : level.lowAt())).toList(), null);
    }

    /** Sets at how many of one kind of goods the shop is told to fill up. */
    @POST
    @Path("/{code}/low-stock")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    public void warnAt(@PathParam("code") String code, @Nullable Threshold wanted) {
        if (wanted == null) {
            throw Problem.of(400, "request_unreadable");
        }
        Shop shop = shops.named(code);
        slips.mayWrite(signedIn.person(), shop);
        stock.warnAt(shop, offers.known(shop, wanted.goods), wanted.low);
    }
}
