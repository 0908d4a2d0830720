package org.aixin.donation;

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

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The donors, whether they are named, and the report that each can be given on paper. */
@Path("/donations/donors")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_ORGANIZER, Role.IS_AUDITOR})
class DonorPages {
    @CheckedTemplate(basePath = "donation")
    static class Templates {
        static native TemplateInstance donors(List<Donor> donors, @Nullable String next, boolean writes, boolean done);

        static native TemplateInstance report(Report report);
    }

    private final Donors donors;
    private final Reports reports;
    private final SignedIn signedIn;

    DonorPages(Donors donors, Reports reports, SignedIn signedIn) {
        this.donors = donors;
        this.reports = reports;
        this.signedIn = signedIn;
    }

    /** The donors within reach, newest first. */
    @GET
    public TemplateInstance all(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        Page<Donor> page = donors.of(signedIn.person(), cursor, Page.DEFAULT);
        boolean writes = signedIn.person().roles()
                .anyMatch(role -> role == Role.CLERK || role == Role.ADMIN || role == Role.ORGANIZER);
        return Templates.donors(page.items(), page.next(), writes, done != null);
    }

    /** Keeps whether a donor agrees to be named. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_ORGANIZER})
    public Response agree(@PathParam("id") String id, @FormParam("named") @Nullable String named) {
        donors.agree(signedIn.person(), Ids.parse(id), "true".equals(named));
        return Response.seeOther(URI.create("/donations/donors?done=1")).build();
    }

    /** The report on paper. */
    @GET
    @Path("/{id}/report")
    public TemplateInstance report(@PathParam("id") String id) {
        return Templates.report(reports.of(signedIn.person(), Ids.parse(id)));
    }
}
