package org.aixin.solvency;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 积分保障: what people hold against what covers it, as a chart and as numbers. */
@Path("/solvency")
@Produces(MediaType.TEXT_HTML)
class SolvencyPages {
    @CheckedTemplate(basePath = "solvency")
    static class Templates {
        static native TemplateInstance solvency(Standing standing, List<Unit> units, boolean maySet,
                List<PointWorths.Setting> settings);
    }

    private final Solvency solvency;
    private final PointWorths worths;
    private final SignedIn signedIn;

    SolvencyPages(Solvency solvency, PointWorths worths, SignedIn signedIn) {
        this.solvency = solvency;
        this.worths = worths;
        this.signedIn = signedIn;
    }

    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public TemplateInstance solvency(@QueryParam("unit") @Nullable String unit) {
        Person person = signedIn.person();
        Standing standing = solvency.of(person, unit);
        return Templates.solvency(standing, solvency.units(person), person.may(standing.unit().path(), Role.ADMIN),
                worths.history(standing.unit()));
    }

    @POST
    @Path("/worth")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response worth(@FormParam("unit") @Nullable String unit, @FormParam("fen") @Nullable String fen) {
        if (fen == null || !fen.strip().matches("[0-9]{1,9}")) {
            throw Problem.invalid("worth_refused", "fen");
        }
        worths.set(signedIn.person(), unit, Long.valueOf(fen.strip()));
        return Response.seeOther(URI.create("/solvency?unit=" + Long.parseLong(String.valueOf(unit).strip()))).build();
    }
}
