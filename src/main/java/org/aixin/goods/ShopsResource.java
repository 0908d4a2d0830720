package org.aixin.goods;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.aixin.kernel.Answer;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** Shops, what they have, and their slips, for programs. */
@Path("/api/shops")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ShopsResource {
    private final Shops shops;
    private final Units units;
    private final Stock stock;
    private final Slips slips;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    ShopsResource(Shops shops, Units units, Stock stock, Slips slips, SignedIn signedIn, Idempotent idempotent) {
        this.shops = shops;
        this.units = units;
        this.stock = stock;
        this.slips = slips;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
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

    record ShownSlip(String id, Slip.Kind kind, @Nullable String toShop, String reason, List<Wanted> lines, @Nullable String by,
            Instant at) {
        static ShownSlip of(Slip slip) {
            return new ShownSlip(Long.toString(slip.id()), slip.kind(), slip.toShop(), slip.reason(),
                    slip.lines().stream().map(line -> new Wanted(line.goods().code(), line.quantity())).toList(), slip.by(),
                    slip.at());
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

    /** A shop's slips, newest first. */
    @GET
    @Path("/{code}/slips")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<ShownSlip> slips(@PathParam("code") String code, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Shop shop = shops.named(code);
        signedIn.person().mustReach(shop.path(), Role.CLERK, Role.ADMIN, Role.AUDITOR);
        return slips.of(shop, Page.before(cursor), Page.limit(limit)).map(ShownSlip::of);
    }

    /** Writes a slip. */
    @POST
    @Path("/{code}/slips")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    public Response write(@PathParam("code") String code, @HeaderParam("Idempotency-Key") @Nullable String key,
            Slips.@Nullable Draft draft) {
        if (draft == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return idempotent.answer(key, draft,
                () -> Answer.created(ShownSlip.of(slips.write(signedIn.person(), code, draft))));
    }
}
