package org.aixin.household;

import java.net.URI;

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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Where an administrator says how a unit's points are kept; what changes for people is asked once more before it holds. */
@Path("/units/{id}/points")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ADMIN)
class PointsPages {
    @CheckedTemplate(basePath = "household")
    static class Templates {
        static native TemplateInstance points(PoolingSettings.Setting setting, boolean saved);

        static native TemplateInstance confirm(PoolingSettings.Setting setting, Pooling wanted);
    }

    private final PoolingSettings settings;
    private final SignedIn signedIn;

    PointsPages(PoolingSettings settings, SignedIn signedIn) {
        this.settings = settings;
        this.signedIn = signedIn;
    }

    @GET
    public TemplateInstance points(@PathParam("id") String id, @QueryParam("saved") @Nullable String saved) {
        return Templates.points(settings.of(signedIn.person(), Ids.parse(id)), saved != null);
    }

    /** Asks before it is changed. */
    @GET
    @Path("pooling")
    public TemplateInstance confirm(@PathParam("id") String id, @QueryParam("setting") @Nullable String setting) {
        return Templates.confirm(settings.of(signedIn.person(), Ids.parse(id)), Pooling.of(setting));
    }

    @POST
    @Path("pooling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, @FormParam("setting") @Nullable String setting) {
        if (settings.change(signedIn.person(), Ids.parse(id), Pooling.of(setting)).asked() != null) {
            return Response.seeOther(URI.create("/second-person?done=asked")).build();
        }
        return Response.seeOther(URI.create("/units/" + Ids.parse(id) + "/points?saved")).build();
    }
}
