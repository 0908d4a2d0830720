package org.aixin.round;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;

import org.jboss.resteasy.reactive.RestPath;

/** Opens rounds from the list of quizzes. */
@Path("/organizer/quizzes/{id}/rounds")
@RolesAllowed(Role.IS_ORGANIZER)
class OpeningPages {
    private final Rounds rounds;
    private final SignedIn signedIn;

    OpeningPages(Rounds rounds, SignedIn signedIn) {
        this.rounds = rounds;
        this.signedIn = signedIn;
    }

    /** Opens the lobby and leads to it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@RestPath String id) {
        Round round = rounds.open(signedIn.person(), Ids.parse(id));
        return Response.seeOther(URI.create("/organizer/rounds/" + round.id())).build();
    }
}
