package org.aixin.goods;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Goods.Status;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
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
    private final Photos photos;
    private final SignedIn signedIn;

    GoodsResource(Catalogue catalogue, Photos photos, SignedIn signedIn) {
        this.catalogue = catalogue;
        this.photos = photos;
        this.signedIn = signedIn;
    }

    record Shown(String id, String code, String name, int points, String unit, @Nullable Integer monthlyLimit, Status status,
            String label, @Nullable String ean, @Nullable String photo, @Nullable String pauseReason) {
        static Shown of(Goods goods) {
            return new Shown(Long.toString(goods.id()), goods.code(), goods.name(), goods.points(), goods.unit(),
                    goods.monthlyLimit(), goods.status(), goods.label(), goods.ean(), Photos.address(goods), goods.pauseReason());
        }
    }

    record Added(@Nullable String code, @Nullable String name, @Nullable Integer points, @Nullable String unit,
            @Nullable Integer monthlyLimit, @Nullable String ean) {
    }

    record Changed(@Nullable String name, @Nullable Integer points, @Nullable String unit, @Nullable Integer monthlyLimit,
            @Nullable Status status, @Nullable String ean, @Nullable String reason) {
    }

    /** What is on offer. */
    @GET
    @PermitAll
    public Page<Shown> list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return catalogue.list(Status.ACTIVE, Page.after(cursor), Page.limit(limit)).map(Shown::of);
    }

    /** Adds goods; those of a clerk stay proposed. */
    @POST
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public Response add(@Nullable Added wanted) {
        if (wanted == null) {
            throw Problem.of(400, "request_unreadable");
        }
        Goods added = catalogue.add(signedIn.person(), new Catalogue.Draft(wanted.code, wanted.name, wanted.unit, wanted.points,
                wanted.monthlyLimit, wanted.ean));
        return Response.status(201).entity(Shown.of(added)).build();
    }

    /** Prices, renames, pauses or offers goods. */
    @PATCH
    @Path("/{code}")
    @RolesAllowed(Role.IS_ADMIN)
    public Shown change(@PathParam("code") String code, @Nullable Changed wanted) {
        if (wanted == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return Shown.of(catalogue.change(code, new Catalogue.Change(wanted.name, wanted.unit, wanted.points, wanted.monthlyLimit,
                wanted.status, wanted.ean, wanted.reason)));
    }

    /** The goods of a scanned or typed label or package; 404 where there are none. */
    @GET
    @Path("/by-scan/{digits}")
    @PermitAll
    public Shown byScan(@PathParam("digits") String typed) {
        String digits = Digits.of(typed);
        return Shown.of((digits == null ? Optional.<Goods>empty() : catalogue.byScan(digits))
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
        photos.remove(code);
    }
}
