package org.aixin.goods;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
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
    private final Photos photos;
    private final SignedIn signedIn;

    GoodsPages(Catalogue catalogue, Photos photos, SignedIn signedIn) {
        this.catalogue = catalogue;
        this.photos = photos;
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
            @FormParam("monthlyLimit") @Nullable String limit, @FormParam("ean") @Nullable String ean) {
        Goods added = catalogue.add(signedIn.person(), new Catalogue.Draft(code, name, unit, Words.number(points, "points"),
                Words.number(limit, "monthlyLimit"), ean));
        return done(added.status() == Status.PROPOSED ? "proposed" : "saved");
    }

    /** Changes goods; {@code status} offers or pauses them. */
    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response change(@PathParam("code") String code, @FormParam("name") @Nullable String name,
            @FormParam("unit") @Nullable String unit, @FormParam("points") @Nullable String points,
            @FormParam("monthlyLimit") @Nullable String limit, @FormParam("status") @Nullable String status,
            @FormParam("ean") @Nullable String ean, @FormParam("reason") @Nullable String reason) {
        Integer most = limit != null && limit.isBlank() ? Integer.valueOf(0) : Words.number(limit, "monthlyLimit");
        Status then = "ACTIVE".equals(status) ? Status.ACTIVE : "PAUSED".equals(status) ? Status.PAUSED : null;
        catalogue.change(code,
                new Catalogue.Change(name, unit, Words.number(points, "points"), most, then, ean, reason));
        return done("saved");
    }

    /** Gives goods a photo. */
    @POST
    @Path("/{code}/photo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public Response photo(@PathParam("code") String code, @RestForm("photo") @Nullable FileUpload photo) throws IOException {
        if (photo == null || photo.size() == 0) {
            throw Problem.invalid("photo_required", "photo");
        }
        photos.keep(signedIn.person(), code, Files.readAllBytes(photo.uploadedFile()));
        return done("saved");
    }

    /** Takes the photo away. */
    @POST
    @Path("/{code}/photo/removal")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response noPhoto(@PathParam("code") String code) {
        photos.remove(code);
        return done("saved");
    }

    private static boolean prices(Person person) {
        return person.roles().anyMatch(role -> role == Role.ADMIN);
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/admin/goods?done=" + what)).build();
    }
}
