package org.aixin.access;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.SignedIn;
import org.aixin.kernel.Problem;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MyAccessResource {
    private final Secrets secrets;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final Entrance entrance;
    private final HttpServerRequest request;

    MyAccessResource(Secrets secrets, Sessions sessions, SignedIn signedIn, Entrance entrance, HttpServerRequest request) {
        this.secrets = secrets;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.entrance = entrance;
        this.request = request;
    }

    /** The secret so far and the one to be. */
    public record NewSecret(@Nullable String old, @Nullable String secret) {
    }

    @POST
    @Path("/secret")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> change(@Nullable NewSecret body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return secrets.change(signedIn.person(), body.old(), body.secret(), signedIn.token(), entrance.from())
                .map(member -> Response.noContent().build());
    }

    /** Signs out everywhere. */
    @DELETE
    @Path("/sessions")
    public Response signOutEverywhere() {
        sessions.closeAll(signedIn.person().id());
        return Response.noContent().cookie(Cookies.gone(request)).build();
    }
}
