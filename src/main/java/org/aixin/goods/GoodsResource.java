package org.aixin.goods;

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

import org.aixin.goods.Goods.Status;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** The catalogue for programs. */
@Path("/api/goods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class GoodsResource {
    private final Catalogue catalogue;
    private final SignedIn signedIn;

    GoodsResource(Catalogue catalogue, SignedIn signedIn) {
        this.catalogue = catalogue;
        this.signedIn = signedIn;
    }

    record Shown(String id, String code, String name, int points, String unit, @Nullable Integer monthlyLimit, Status status) {
        static Shown of(Goods goods) {
            return new Shown(Long.toString(goods.id()), goods.code(), goods.name(), goods.points(), goods.unit(),
                    goods.monthlyLimit(), goods.status());
        }
    }

    record Added(@Nullable String code, @Nullable String name, @Nullable Integer points, @Nullable String unit,
            @Nullable Integer monthlyLimit) {
    }

    record Changed(@Nullable String name, @Nullable Integer points, @Nullable String unit, @Nullable Integer monthlyLimit,
            @Nullable Status status) {
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
        Goods added = catalogue.add(signedIn.person(), wanted.code, wanted.name, wanted.unit, wanted.points, wanted.monthlyLimit);
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
        return Shown.of(catalogue.change(code, wanted.name, wanted.unit, wanted.points, wanted.monthlyLimit, wanted.status));
    }
}
