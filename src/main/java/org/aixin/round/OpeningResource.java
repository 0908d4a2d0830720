package org.aixin.round;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;

import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Opens rounds of a quiz, for programs. */
@Path("/api/quizzes/{id}/rounds")
@Produces(MediaType.APPLICATION_JSON)
class OpeningResource {
    private final Rounds rounds;
    private final SignedIn signedIn;

    OpeningResource(Rounds rounds, SignedIn signedIn) {
        this.rounds = rounds;
        this.signedIn = signedIn;
    }

    /**
     * A round whose lobby is open.
     *
     * @param joinCode six digits for the wall
     * @param venue for the wall's QR code: whoever sends it beside the code was there, and no wrong guesses of others keep them out
     */
    record Opened(String id, @Nullable String joinCode, String venue) {
    }

    /** Opens the lobby of a new round. */
    @POST
    @RolesAllowed(Role.IS_ORGANIZER)
    @Consumes(MediaType.WILDCARD)
    public Response open(@RestPath String id) {
        Round round = rounds.open(signedIn.person(), Ids.parse(id));
        return Response.status(201).entity(new Opened(Long.toString(round.id()), round.joinCode(), round.venue())).build();
    }
}
