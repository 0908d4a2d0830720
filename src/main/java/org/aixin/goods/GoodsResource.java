package org.aixin.goods;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Goods.Status;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Units;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** The catalogue for programs. */
@Path("/api/goods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class GoodsResource {
    private final Catalogue catalogue;
    private final Offers offers;
    private final Prices prices;
    private final Shops shops;
    private final Units units;
    private final Photos photos;
    private final SignedIn signedIn;

    GoodsResource(Catalogue catalogue, Offers offers, Prices prices, Shops shops, Units units, Photos photos,
            SignedIn signedIn) {
        this.catalogue = catalogue;
        this.offers = offers;
        this.prices = prices;
        this.shops = shops;
        this.units = units;
        this.photos = photos;
        this.signedIn = signedIn;
    }

    record Shown(String id, String code, String name, int points, String unit, @Nullable Integer monthlyLimit, Status status,
            String label, @Nullable String ean, @Nullable String photo, @Nullable String pauseReason, String owner,
            @Nullable Integer least, @Nullable Integer most) {
        static Shown of(Goods goods) {
            return new Shown(Long.toString(goods.id()), goods.code(), goods.name(), goods.points(), goods.unit(),
                    goods.monthlyLimit(), goods.status(), goods.label(), goods.ean(), Photos.address(goods), goods.pauseReason(),
                    Long.toString(goods.owner()), goods.least(), goods.most());
        }
    }

    record Added(@Nullable String code, @Nullable String name, @Nullable Integer points, @Nullable String unit,
            @Nullable Integer monthlyLimit, @Nullable String ean, @Nullable String owner) {
    }

    record Changed(@Nullable String name, @Nullable Integer points, @Nullable String unit, @Nullable Integer monthlyLimit,
            @Nullable Status status, @Nullable String ean, @Nullable String reason, @Nullable Integer least,
            @Nullable Integer most) {
    }

    /** What is on offer: at a shop or in a unit by the prices that hold there, else everywhere by those of the owners. */
    @GET
    @PermitAll
    public Page<Shown> list(@QueryParam("shop") @Nullable String shop, @QueryParam("unit") @Nullable String unit,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        String place = place(shop, unit);
        return (place == null
                ? catalogue.onOffer(Page.after(cursor), Page.limit(limit))
                : offers.onOffer(place, Page.after(cursor), Page.limit(limit))).map(Shown::of);
    }

    private @Nullable String place(@Nullable String shop, @Nullable String unit) {
        return shop != null && !shop.isBlank()
                ? shops.named(shop).path()
                : unit != null && !unit.isBlank() ? units.named(unit, "unit").path() : null;
    }

    /** Adds goods of a unit, without {@code owner} of the widest within reach; those of a clerk stay proposed. */
    @POST
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public Response add(@Nullable Added wanted) {
        if (wanted == null) {
            throw Problem.of(400, "request_unreadable");
        }
        Goods added = catalogue.add(signedIn.person(), new Catalogue.Draft(wanted.code, wanted.name, wanted.unit, wanted.points,
                wanted.monthlyLimit, wanted.ean, wanted.owner));
        return Response.status(201).entity(Shown.of(added)).build();
    }

    /** Prices, renames, pauses or offers goods of a unit within reach. */
    @PATCH
    @Path("/{code}")
    @RolesAllowed(Role.IS_ADMIN)
    public Shown change(@PathParam("code") String code, @Nullable Changed wanted) {
        if (wanted == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return Shown.of(catalogue.change(signedIn.person(), code, new Catalogue.Change(wanted.name, wanted.unit, wanted.points,
                wanted.monthlyLimit, wanted.status, wanted.ean, wanted.reason, wanted.least, wanted.most)));
    }

    /** What a unit makes of goods that it is offered from above: its own price within the owner's range, a pause of its own. */
    @PUT
    @Path("/{code}/units/{unit}")
    @RolesAllowed(Role.IS_ADMIN)
    public Shown price(@PathParam("code") String code, @PathParam("unit") String unit, Prices.@Nullable Here here) {
        if (here == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return Shown.of(prices.set(signedIn.person(), code, unit, here));
    }

    /** The goods of a scanned or typed label or package, among those of a shop or unit if one is named; 404 where there are none. */
    @GET
    @Path("/by-scan/{digits}")
    @PermitAll
    public Shown byScan(@PathParam("digits") String typed, @QueryParam("shop") @Nullable String shop,
            @QueryParam("unit") @Nullable String unit) {
        String digits = Digits.of(typed), place = place(shop, unit);
        return Shown.of((digits == null
                ? Optional.<Goods>empty()
                : place == null ? catalogue.byScan(digits) : offers.byScan(place, digits))
                .filter(goods -> goods.status() != Status.PROPOSED).orElseThrow(Problem::notFound));
    }

    /** Gives goods a photo, which is the body. */
    @POST
    @Path("/{code}/photo")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public Response photo(@PathParam("code") String code, byte @Nullable [] photo) {
        return Response.status(201).entity(Shown.of(photos.keep(signedIn.person(), code, photo == null ? new byte[0] : photo)))
                .build();
    }

    /** Takes the photo away. */
    @DELETE
    @Path("/{code}/photo")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public void noPhoto(@PathParam("code") String code) {
        photos.remove(signedIn.person(), code);
    }
}
