package org.aixin.goods;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
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

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Text;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The shops within an administrator's reach. */
@Path("/admin/shops")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ADMIN)
class ShopPages {
    @CheckedTemplate(basePath = "goods")
    static class Templates {
        static native TemplateInstance shops(List<Row> rows, List<Unit> units, boolean done);
    }

    /** A shop with the name of its unit and the last day of its event, as a date field shows it. */
    record Row(Shop shop, String unit, @Nullable LocalDate lastDay) {
    }

    private final Shops shops;
    private final Units units;
    private final SignedIn signedIn;
    private final BusinessTime time;

    ShopPages(Shops shops, Units units, SignedIn signedIn, BusinessTime time) {
        this.shops = shops;
        this.units = units;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** All shops that this administrator may change. */
    @GET
    public TemplateInstance all(@QueryParam("done") @Nullable String done) {
        Person person = signedIn.person();
        List<Row> rows = shops.reachedBy(person, Role.ADMIN).stream().map(this::row).toList();
        return Templates.shops(rows, units.reachedBy(person, Role.ADMIN), done != null);
    }

    /** Opens a shop. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@FormParam("code") @Nullable String code, @FormParam("name") @Nullable String name,
            @FormParam("kind") @Nullable String kind, @FormParam("unit") @Nullable String unitId,
            @FormParam("lastDay") @Nullable String lastDay) {
        Unit unit = units.named(unitId, "unit");
        signedIn.person().mustReach(unit.path(), Role.ADMIN);
        Shop.Kind wanted = "MOBILE".equals(kind) ? Shop.Kind.MOBILE : Shop.Kind.FIXED;
        shops.add(code, name, wanted, unit, endOf(lastDay));
        return done();
    }

    /** Renames or pauses a shop, or changes how long it keeps reservations. */
    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("code") String code, @FormParam("name") @Nullable String name,
            @FormParam("keepDays") @Nullable String keepDays, @FormParam("lastDay") @Nullable String lastDay,
            @FormParam("paused") @Nullable String paused, @FormParam("reason") @Nullable String reason) {
        Boolean pause = paused == null ? null : Boolean.valueOf(paused);
        shops.change(signedIn.person(), code,
                new Shops.Change(name, Words.number(keepDays, "keepDays"), endOf(lastDay), pause, reason));
        return done();
    }

    private Row row(Shop shop) {
        Instant ends = shop.eventEndsAt();
        return new Row(shop, units.unit(shop.unit()).name(), ends == null ? null : time.day(ends.minusMillis(1)));
    }

    /** A van keeps its reservations to the end of the event's last day. */
    private @Nullable Instant endOf(@Nullable String day) {
        return day == null || day.isBlank() ? null : time.startOf(Text.day(day, "lastDay").plusDays(1));
    }

    private static Response done() {
        return Response.seeOther(URI.create("/admin/shops?done=1")).build();
    }
}
