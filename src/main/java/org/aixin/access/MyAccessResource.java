package org.aixin.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Page;
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
    private final ScreenLock lock;
    private final BusinessTime time;
    private final Entrance entrance;
    private final HttpServerRequest request;

    MyAccessResource(Secrets secrets, Sessions sessions, SignedIn signedIn, ScreenLock lock, BusinessTime time, Entrance entrance,
            HttpServerRequest request) {
        this.secrets = secrets;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.lock = lock;
        this.time = time;
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

    /** A PIN that unlocks the person's screens, and the secret. */
    public record NewPin(@Nullable String pin, @Nullable String secret) {
    }

    @POST
    @Path("/pin")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
    public Uni<Response> pin(@Nullable NewPin body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return lock.setPin(signedIn.person(), body.pin(), body.secret(), entrance.from())
                .map(person -> Response.noContent().build());
    }

    /** Where the person is signed in, the last first. */
    @GET
    @Path("/sessions")
    public Page<SessionsResource.Mine> sessions() {
        String id = Sessions.id(signedIn.token());
        return new Page<>(sessions.of(signedIn.person().id()).stream().map(one -> SessionsResource.mine(one, id, time.zone()))
                .toList(), null);
    }

    /** Ends one of them, whose device must be known anew. */
    @DELETE
    @Path("/sessions/{id}")
    public Response end(@PathParam("id") String id) {
        sessions.close(signedIn.person().id(), id);
        return Response.noContent().build();
    }

    /** Ends all but the present one. */
    @POST
    @Path("/sessions/ending-others")
    @Consumes(MediaType.WILDCARD)
    public Response endOthers() {
        secrets.endOthers(signedIn.person(), signedIn.token(), entrance.from());
        return Response.noContent().build();
    }

    /** Signs out everywhere. */
    @DELETE
    @Path("/sessions")
    public Response signOutEverywhere() {
        secrets.endAll(signedIn.person(), entrance.from());
        return Response.noContent().cookie(Cookies.gone(request)).build();
    }
}
