package org.aixin.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.kernel.Body;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

@Path("/api/units/{id}/second-factor")
@Produces(MediaType.APPLICATION_JSON)
class SecondFactorRequiredResource {
    private final SecondFactorSettings settings;
    private final SignedIn signedIn;

    SecondFactorRequiredResource(SecondFactorSettings settings, SignedIn signedIn) {
        this.settings = settings;
        this.signedIn = signedIn;
    }

    /** Whether a unit requires a second factor of its staff. */
    public record Required(@Nullable Boolean required) {
    }

    /** Requires a second factor of the staff of a unit and of those below it, or no longer. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.IS_ADMIN)
    public Response require(@PathParam("id") String id, @Nullable Required body) {
        Boolean required = Body.said(body).required();
        if (required == null) {
            throw Problem.invalid("value_refused", "required");
        }
        Unit unit = settings.require(signedIn.person(), id, required);
        return Response.status(201).entity(new Required(settings.requiring().contains(unit.id()))).build();
    }
}
