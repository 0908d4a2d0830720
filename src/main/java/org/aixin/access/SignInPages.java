package org.aixin.access;

import java.net.URI;
import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Refusals;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.OwnPath;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and out in a browser, and setting the first secret. What is wrong is said on the same page. All is blocking: on the event
 * loop the framework has no words for a form that it cannot read.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class SignInPages {
    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance signIn(String login, String to, String problem, boolean secretSet,
                boolean deviceUnknown);

        static native TemplateInstance firstSecret(String login, String problem);
    }

    private final SignIns signIns;
    private final Secrets secrets;
    private final Sessions sessions;
    private final RoutingContext context;
    private final Entrance entrance;
    private final HttpServerRequest request;
    private final Refusals refusals;
    private final BusinessTime time;

    SignInPages(SignIns signIns, Secrets secrets, Sessions sessions, RoutingContext context, Entrance entrance,
            HttpServerRequest request, Refusals refusals,
            BusinessTime time) {
        this.signIns = signIns;
        this.secrets = secrets;
        this.sessions = sessions;
        this.context = context;
        this.entrance = entrance;
        this.request = request;
        this.refusals = refusals;
        this.time = time;
    }

    @GET
    @Path("sign-in")
    public Response signIn(@QueryParam("to") @Nullable String to, @QueryParam("login") @Nullable String login,
            @QueryParam("done") @Nullable String done) {
        Stage stage = Stage.of(context);
        String target = OwnPath.of(to).toString();
        return stage == null
                ? Response.ok(Templates.signIn(shown(login), target, "", done != null, false)).build()
                : Response.seeOther(URI.create(stage.page(target))).build();
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<Response> enter(@FormParam("login") @Nullable String login, @FormParam("secret") @Nullable String secret,
            @FormParam("to") @Nullable String to) {
        URI target = OwnPath.of(to);
        From from = entrance.fromDevice();
        NewCookie device = entrance.device(from);
        return signIns.browser(login, secret, from)
                .map(opened -> opened.stage() == Stage.OPEN
                        ? Response.seeOther(target).cookie(cookie(opened), device).build()
                        : Response.seeOther(URI.create(opened.stage().page(target.toString()))).cookie(cookie(opened)).build())
                .onFailure(Problem.class).recoverWithItem(refused -> refusals.answer((Problem) refused,
                        sentence -> Templates.signIn(shown(login), target.toString(), sentence, false,
                                ((Problem) refused).code().equals("device_unknown"))));
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response signOut() {
        String token = Cookies.read(request, Cookies.SESSION);
        if (token != null) {
            sessions.close(token);
        }
        return Response.seeOther(URI.create("/sign-in")).cookie(Cookies.gone(request)).build();
    }

    @GET
    @Path("first-secret")
    public TemplateInstance firstSecret(@QueryParam("login") @Nullable String login) {
        return Templates.firstSecret(shown(login), "");
    }

    @POST
    @Path("first-secret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<Response> set(@FormParam("login") @Nullable String login, @FormParam("code") @Nullable String code,
            @FormParam("secret") @Nullable String secret, @FormParam("again") @Nullable String again) {
        From from = entrance.fromDevice();
        NewCookie device = entrance.device(from);
        return Uni.createFrom().deferred(() -> secrets.set(login, code, SecretRule.same(secret, again), from))
                .map(member -> Response.seeOther(URI.create("/sign-in?done=1")).cookie(device).build())
                .onFailure(Problem.class).recoverWithItem(refused -> refusals.answer((Problem) refused,
                        sentence -> Templates.firstSecret(shown(login), sentence)));
    }

    private NewCookie cookie(Sessions.Opened opened) {
        return Cookies.of(request, Cookies.SESSION, opened.token(), Duration.between(time.now(), opened.expiresAt()));
    }

    private static String shown(@Nullable String login) {
        return login == null || login.length() > 40 ? "" : login;
    }
}
