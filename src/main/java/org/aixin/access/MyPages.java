package org.aixin.access;

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

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** What is kept of a person, their secret and PIN, and where they are signed in. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class MyPages {
    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance me(Member member, List<Session> sessions, String current, boolean staff, boolean second,
                boolean pin, boolean pinOpen, String problem, String changed);
    }

    private final Members members;
    private final Secrets secrets;
    private final Sessions sessions;
    private final ScreenLock lock;
    private final SecondFactors seconds;
    private final SignedIn signedIn;
    private final Entrance entrance;
    private final HttpServerRequest request;
    private final Refusals refusals;

    MyPages(Members members, Secrets secrets, Sessions sessions, ScreenLock lock, SecondFactors seconds, SignedIn signedIn,
            Entrance entrance,
            HttpServerRequest request, Refusals refusals) {
        this.members = members;
        this.secrets = secrets;
        this.sessions = sessions;
        this.lock = lock;
        this.seconds = seconds;
        this.signedIn = signedIn;
        this.entrance = entrance;
        this.request = request;
        this.refusals = refusals;
    }

    @GET
    public TemplateInstance me(@QueryParam("changed") @Nullable String changed) {
        return page("", "pin".equals(changed) ? "pin" : changed == null ? "" : "secret", false);
    }

    @POST
    @Path("/secret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<Response> change(@FormParam("old") @Nullable String old, @FormParam("secret") @Nullable String secret,
            @FormParam("again") @Nullable String again) {
        Person person = signedIn.person();
        return Uni.createFrom()
                .deferred(() -> secrets.change(person, old, SecretRule.same(secret, again), signedIn.token(),
                        entrance.from()))
                .map(member -> Response.seeOther(URI.create("/me?changed=1")).build())
                .onFailure(Problem.class)
                .recoverWithItem(refused -> refusals.answer((Problem) refused, sentence -> page(sentence, "", false)));
    }

    @POST
    @Path("/sign-out-everywhere")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOutEverywhere() {
        secrets.endAll(signedIn.person(), entrance.from());
        return Response.seeOther(URI.create("/sign-in")).cookie(Cookies.gone(request)).build();
    }

    /** Signs out in one other place. */
    @POST
    @Path("/sign-out/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(@PathParam("id") String id) {
        sessions.close(signedIn.person().id(), id);
        return Response.seeOther(URI.create("/me")).build();
    }

    /** Signs out everywhere but here. */
    @POST
    @Path("/sign-out-others")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOutOthers() {
        secrets.endOthers(signedIn.person(), signedIn.token(), entrance.from());
        return Response.seeOther(URI.create("/me")).build();
    }

    /** Sets what unlocks one's screens. */
    @POST
    @Path("/pin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
    @Blocking
    public Uni<Response> pin(@FormParam("pin") @Nullable String pin, @FormParam("secret") @Nullable String secret) {
        Person person = signedIn.person();
        From from = entrance.from();
        return Uni.createFrom().deferred(() -> lock.setPin(person, pin, secret, from))
                .map(set -> Response.seeOther(URI.create("/me?changed=pin")).build()).onFailure(Problem.class)
                .recoverWithItem(refused -> refusals.answer((Problem) refused, sentence -> page(sentence, "", true)));
    }

    private TemplateInstance page(String problem, String changed, boolean pinOpen) {
        Person person = signedIn.person();
        return Templates.me(members.member(person.id()), sessions.of(person.id()), Sessions.id(signedIn.token()),
                person.isStaff(),
                seconds.isOn(person.id()), lock.hasPin(person.id()), pinOpen, problem, changed);
    }
}
