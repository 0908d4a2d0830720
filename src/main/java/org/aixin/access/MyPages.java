package org.aixin.access;

import java.net.URI;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Refusals;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** What is kept of a person, their secret, and where they are signed in. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class MyPages {
    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance me(Member member, String problem, boolean changed);
    }

    private final Members members;
    private final Secrets secrets;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final Entrance entrance;
    private final HttpServerRequest request;
    private final Refusals refusals;

    MyPages(Members members, Secrets secrets, Sessions sessions, SignedIn signedIn, Entrance entrance,
            HttpServerRequest request, Refusals refusals) {
        this.members = members;
        this.secrets = secrets;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.entrance = entrance;
        this.request = request;
        this.refusals = refusals;
    }

    @GET
    public TemplateInstance me(@QueryParam("changed") @Nullable String changed) {
        return Templates.me(me(), "", changed != null);
    }

    @POST
    @Path("/secret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<Response> change(@FormParam("old") @Nullable String old, @FormParam("secret") @Nullable String secret,
            @FormParam("again") @Nullable String again) {
        Member me = me();
        Person person = signedIn.person();
        return Uni.createFrom()
                .deferred(() -> secrets.change(person, old, SecretRule.same(secret, again), signedIn.token(),
                        entrance.from()))
                .map(member -> Response.seeOther(URI.create("/me?changed=1")).build())
                .onFailure(Problem.class)
                .recoverWithItem(refused -> refusals.answer((Problem) refused, sentence -> Templates.me(me, sentence, false)));
    }

    @POST
    @Path("/sign-out-everywhere")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOutEverywhere() {
        sessions.closeAll(signedIn.person().id());
        return Response.seeOther(URI.create("/sign-in")).cookie(Cookies.gone(request)).build();
    }

    private Member me() {
        return members.member(signedIn.person().id());
    }
}
