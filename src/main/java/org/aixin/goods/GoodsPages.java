package org.aixin.goods;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Goods.Status;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The catalogue as staff see it: a clerk proposes, an administrator prices, offers and pauses. */
@Path("/admin/goods")
@Produces(MediaType.TEXT_HTML)
class GoodsPages {
    @CheckedTemplate(basePath = "goods")
    static class Templates {
        static native TemplateInstance goods(List<Goods> goods, @Nullable String next, boolean prices, @Nullable String done);
    }

    private final Catalogue catalogue;
    private final SignedIn signedIn;

    GoodsPages(Catalogue catalogue, SignedIn signedIn) {
        this.catalogue = catalogue;
        this.signedIn = signedIn;
    }

    /** All goods there are, with those that wait for a price. */
    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public TemplateInstance all(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        Page<Goods> page = catalogue.list(null, Page.after(cursor), Page.DEFAULT);
        return Templates.goods(page.items(), page.next(), prices(signedIn.person()), done);
    }

    /** Adds goods, or proposes them where a clerk asks. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public Response add(@FormParam("code") @Nullable String code, @FormParam("name") @Nullable String name,
            @FormParam("unit") @Nullable String unit, @FormParam("points") @Nullable String points,
            @FormParam("monthlyLimit") @Nullable String limit) {
        Goods added = catalogue.add(signedIn.person(), code, name, unit, Words.number(points, "points"),
                Words.number(limit, "monthlyLimit"));
        return done(added.status() == Status.PROPOSED ? "proposed" : "saved");
    }

    /** Changes goods; {@code status} offers or pauses them. */
    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response change(@PathParam("code") String code, @FormParam("name") @Nullable String name,
            @FormParam("unit") @Nullable String unit, @FormParam("points") @Nullable String points,
            @FormParam("monthlyLimit") @Nullable String limit, @FormParam("status") @Nullable String status) {
        Integer most = limit != null && limit.isBlank() ? Integer.valueOf(0) : Words.number(limit, "monthlyLimit");
        Status then = "ACTIVE".equals(status) ? Status.ACTIVE : "PAUSED".equals(status) ? Status.PAUSED : null;
        catalogue.change(code, name, unit, Words.number(points, "points"), most, then);
        return done("saved");
    }

    private static boolean prices(Person person) {
        return person.roles().anyMatch(role -> role == Role.ADMIN);
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/admin/goods?done=" + what)).build();
    }
}
