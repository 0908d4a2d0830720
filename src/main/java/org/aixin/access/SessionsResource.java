package org.aixin.access;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

@Path("/api/sessions")
@Produces(MediaType.APPLICATION_JSON)
class SessionsResource {
    private final SignIns signIns;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final ScreenLock lock;
    private final Entrance entrance;
    private final HttpServerRequest request;
    private final ZoneId zone;

    SessionsResource(SignIns signIns, Sessions sessions, SignedIn signedIn, ScreenLock lock, Entrance entrance,
            HttpServerRequest request,
            BusinessTime time) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.lock = lock;
        this.entrance = entrance;
        this.request = request;
        this.zone = time.zone();
    }

    /** Phone or login, secret and, where a second factor is set up, a code of it. */
    public record SignIn(@Nullable String login, @Nullable String secret, @Nullable String totp) {
    }

    /** What unlocks a screen: the PIN or the secret. */
    public record Unlocking(@Nullable String secret) {
    }

    /** A session as its owner sees it: with what (such as {@code android wechat}), since when, and the day of its last use. */
    public record Mine(String id, String device, OffsetDateTime since, LocalDate lastUsed, boolean current) {
    }

    /** A program's session. */
    public record Session(String token, OffsetDateTime expiresAt, Me person) {
    }

    /** Who was signed in. */
    public record Me(String id, String name, List<String> roles) {
    }

    /** Up to nine digits are enough only with the cookie of a device that was used before ({@code aixin-device}). */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> signIn(@Nullable SignIn body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return signIns.program(body.login(), body.secret(), body.totp(), entrance.from())
                .map(opened -> Response.status(201).entity(shown(opened)).build());
    }

    /** The present session; a page asks to say that it is in use. */
    @GET
    @Path("/current")
    @Authenticated
    @Blocking
    public Mine current() {
        String id = Sessions.id(signedIn.token());
        return sessions.of(signedIn.person().id()).stream().filter(one -> one.is(id)).map(one -> mine(one, id, zone)).findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Locks the staff's screen whose session this is; programs have none that locks. */
    @POST
    @Path("/current/lock")
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Blocking
    public void lock() {
        sessions.lock(signedIn.token());
    }

    /** Unlocks it; the fifth wrong try ends the session. */
    @POST
    @Path("/current/unlock")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> unlock(@Nullable Unlocking body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return lock.unlock(Cookies.read(request, Cookies.SESSION), body.secret(), entrance.from())
                .map(person -> Response.noContent().build());
    }

    @DELETE
    @Path("/current")
    @Authenticated
    @Blocking
    public Response signOut() {
        sessions.close(signedIn.token());
        return Response.noContent().cookie(Cookies.gone(request)).build();
    }

    static Mine mine(org.aixin.access.Session session, String current, ZoneId zone) {
        return new Mine(session.id(), session.screen(), session.at().atZone(zone).toOffsetDateTime(),
                session.lastAt().atZone(zone).toLocalDate(), session.is(current));
    }

    private Session shown(Sessions.Opened opened) {
        Person person = opened.person();
        return new Session(opened.token(), opened.expiresAt().atZone(zone).toOffsetDateTime(),
                new Me(person.getName(), person.name(), person.roles().map(Role::code).toList()));
    }
}
