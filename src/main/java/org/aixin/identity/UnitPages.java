package org.aixin.identity;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The tree of units, where administrators let it grow. */
@Path("/admin/units")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ADMIN)
class UnitPages {
    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance units(List<Unit> units, List<Unit.Kind> kinds, String name, String problem);
    }

    private final Units units;
    private final SignedIn signedIn;
    private final Refusals refusals;

    UnitPages(Units units, SignedIn signedIn, Refusals refusals) {
        this.units = units;
        this.signedIn = signedIn;
        this.refusals = refusals;
    }

    @GET
    public TemplateInstance units() {
        return page("", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@FormParam("name") @Nullable String name, @FormParam("kind") @Nullable String kind,
            @FormParam("parent") @Nullable String parent) {
        try {
            units.add(signedIn.person(), new Units.NewUnit(name, kind, parent));
            return Response.seeOther(URI.create("/admin/units")).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> page(name == null ? "" : name, sentence));
        }
    }

    @POST
    @Path("/{id}/name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rename(@PathParam("id") String id, @FormParam("name") @Nullable String name) {
        try {
            units.rename(signedIn.person(), Ids.parse(id), name);
            return Response.seeOther(URI.create("/admin/units")).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> page("", sentence));
        }
    }

    private TemplateInstance page(String name, String problem) {
        return Templates.units(units.reachedBy(signedIn.person(), Role.ADMIN), List.of(Unit.Kind.values()), name, problem);
    }
}
