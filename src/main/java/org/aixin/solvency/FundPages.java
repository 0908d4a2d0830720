package org.aixin.solvency;

import java.net.URI;
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
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 公益资金: donations and spending of the unit's fund, written down and taken back. */
@Path("/fund")
@Produces(MediaType.TEXT_HTML)
class FundPages {
    @CheckedTemplate(basePath = "solvency")
    static class Templates {
        static native TemplateInstance fund(Page<FundEntry> entries, List<Unit> units, LocalDate today, boolean done);
    }

    private final Funds funds;
    private final Units units;
    private final Idempotent idempotent;
    private final SignedIn signedIn;
    private final BusinessTime time;

    FundPages(Funds funds, Units units, Idempotent idempotent, SignedIn signedIn, BusinessTime time) {
        this.funds = funds;
        this.units = units;
        this.idempotent = idempotent;
        this.signedIn = signedIn;
        this.time = time;
    }

    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_ORGANIZER, Role.IS_AUDITOR})
    public TemplateInstance fund(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        Person person = signedIn.person();
        return Templates.fund(funds.newest(person, cursor, Page.DEFAULT), units.reachedBy(person, Role.ADMIN, Role.ORGANIZER),
                time.today(), done != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_ADMIN, Role.IS_ORGANIZER})
    public Response write(@FormParam("unit") @Nullable String unit, @FormParam("kind") @Nullable String kind,
            @FormParam("words") @Nullable String words, @FormParam("amount") @Nullable String amount,
            @FormParam("day") @Nullable String day, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        Funds.Wanted wanted = new Funds.Wanted(unit, kind, words, Fen.typed(amount), day);
        idempotent.act(key, wanted, () -> funds.write(person, wanted));
        return done();
    }

    @POST
    @Path("/{id}/reversal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_ADMIN, Role.IS_ORGANIZER})
    public Response reverse(@PathParam("id") String id, @FormParam("reason") @Nullable String reason,
            @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        long entry = Ids.parse(id);
        idempotent.act(key, "" + reason, () -> funds.reverse(person, entry, reason));
        return done();
    }

    private static Response done() {
        return Response.seeOther(URI.create("/fund?done=1")).build();
    }
}
