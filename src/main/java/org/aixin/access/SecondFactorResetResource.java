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
import org.aixin.kernel.Ids;

@Path("/api/members/{id}/second-factor/reset")
@Produces(MediaType.APPLICATION_JSON)
class SecondFactorResetResource {
    private final SecondFactors seconds;
    private final SignedIn signedIn;

    SecondFactorResetResource(SecondFactors seconds, SignedIn signedIn) {
        this.seconds = seconds;
        this.signedIn = signedIn;
    }

    /** Takes away the second factor of somebody who lost phone and paper; their sessions end. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.IS_ADMIN)
    public Response reset(@PathParam("id") String id) {
        seconds.reset(signedIn.person(), Ids.parse(id));
        return Response.noContent().build();
    }
}
