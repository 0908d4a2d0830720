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
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
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
        static native TemplateInstance goods(List<Row> rows, @Nullable String next, @Nullable Unit unit, List<Unit> units,
                boolean prices, @Nullable String done);
    }

    /**
     * Goods as they are at the unit.
     *
     * @param owner its name
     * @param kept whether this person keeps the owner's catalogue, and may give a photo
     * @param changed whether they may change what the owner says
     * @param local whether the unit is offered it from above, and they may say what it costs there
     * @param here what the unit says of it now
     */
    record Row(Goods goods, String owner, boolean kept, boolean changed, boolean local, Prices.Here here) {
    }

    private final Catalogue catalogue;
    private final Prices prices;
    private final Units units;
    private final Photos photos;
    private final SignedIn signedIn;

    GoodsPages(Catalogue catalogue, Prices prices, Units units, Photos photos, SignedIn signedIn) {
        this.catalogue = catalogue;
        this.prices = prices;
        this.units = units;
        this.photos = photos;
        this.signedIn = signedIn;
    }

    /** The goods of a unit, of those below it and from above, with those that wait for a price. */
    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public TemplateInstance all(@QueryParam("unit") @Nullable String asked, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        Person person = signedIn.person();
        List<Unit> reached = units.homesReachedBy(person, Role.ADMIN, Role.CLERK);
        Unit unit = Unit.picked(reached, asked).orElse(reached.isEmpty() ? null : reached.get(0));
        if (unit == null) {
            return Templates.goods(List.of(), null, null, reached, false, done);
        }
        boolean prices = person.may(unit.path(), Role.ADMIN);
        Page<Row> page = catalogue.around(unit, Page.after(cursor), Page.DEFAULT)
                .map(one -> new Row(one.goods(), one.owner(), person.may(one.path(), Role.ADMIN, Role.CLERK),
                        person.may(one.path(), Role.ADMIN), prices && one.isFromAbove(unit), one.here()));
        return Templates.goods(page.items(), page.next(), unit, reached, prices, done);
    }

    /** Adds goods, or proposes them where a clerk asks. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public Response add(@FormParam("code") @Nullable String code, @FormParam("name") @Nullable String name,
            @FormParam("unit") @Nullable String unit, @FormParam("points") @Nullable String points,
            @FormParam("monthlyLimit") @Nullable String limit, @FormParam("ean") @Nullable String ean,
            @FormParam("owner") @Nullable String owner) {
        Goods added = catalogue.add(signedIn.person(), new Catalogue.Draft(code, name, unit, Words.number(points, "points"),
                Words.number(limit, "monthlyLimit"), ean, owner));
        return done(added.status() == Status.PROPOSED ? "proposed" : "saved", owner);
    }

    /** Changes goods; {@code status} offers or pauses them. */
    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response change(@PathParam("code") String code, @FormParam("name") @Nullable String name,
            @FormParam("unit") @Nullable String unit, @FormParam("points") @Nullable String points,
            @FormParam("monthlyLimit") @Nullable String limit, @FormParam("status") @Nullable String status,
            @FormParam("ean") @Nullable String ean, @FormParam("reason") @Nullable String reason,
            @FormParam("least") @Nullable String least, @FormParam("most") @Nullable String most,
            @FormParam("at") @Nullable String at) {
        Integer monthly = limit != null && limit.isBlank() ? Integer.valueOf(0) : Words.number(limit, "monthlyLimit");
        Status then = "ACTIVE".equals(status) ? Status.ACTIVE : "PAUSED".equals(status) ? Status.PAUSED : null;
        catalogue.change(signedIn.person(), code,
                new Catalogue.Change(name, unit, Words.number(points, "points"), monthly, then, ean,
                        reason, bound(least, "least"), bound(most, "most")));
        return done("saved", at);
    }

    /** A field of the range: none where the form has no such field, 0 where it was left empty. */
    private static @Nullable Integer bound(@Nullable String typed, String field) {
        return typed != null && typed.isBlank() ? Integer.valueOf(0) : Words.number(typed, field);
    }

    /** Says what goods from above cost in a unit, or pauses them there. */
    @POST
    @Path("/{code}/units/{unit}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response price(@PathParam("code") String code, @PathParam("unit") String unit,
            @FormParam("points") @Nullable String points, @FormParam("paused") @Nullable String paused,
            @FormParam("reason") @Nullable String reason) {
        prices.set(signedIn.person(), code, unit, new Prices.Here(Words.number(points, "points"), paused != null, reason));
        return done("saved", unit);
    }

    /** Gives goods a photo. */
    @POST
    @Path("/{code}/photo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    public Response photo(@PathParam("code") String code, @RestForm("photo") @Nullable FileUpload photo,
            @RestForm("at") @Nullable String at) throws IOException {
        if (photo == null || photo.size() == 0) {
            throw Problem.invalid("photo_required", "photo");
        }
        photos.keep(signedIn.person(), code, Files.readAllBytes(photo.uploadedFile()));
        return done("saved", at);
    }

    /** Takes the photo away. */
    @POST
    @Path("/{code}/photo/removal")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response noPhoto(@PathParam("code") String code, @FormParam("at") @Nullable String at) {
        photos.remove(signedIn.person(), code);
        return done("saved", at);
    }

    /** Back to the goods, at the unit where they were looked at. */
    private static Response done(String what, @Nullable String unit) {
        String at = unit != null && unit.matches("[0-9]{1,19}") ? "&unit=" + unit : "";
        return Response.seeOther(URI.create("/admin/goods?done=" + what + at)).build();
    }
}
