package org.aixin.access;

import java.net.URI;
import java.time.Duration;
import java.util.List;

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
import org.jspecify.annotations.Nullable;

/** What still stands between a right secret and being signed in: a code, a second factor to set up, a screen that is locked. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class StagePages {
    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance second(String to, String problem);

        static native TemplateInstance enrol(AuthenticatorKey key, String to, String problem);

        static native TemplateInstance paper(List<String> codes, String to);

        static native TemplateInstance unlock(String to, String problem);
    }

    private final SignIns signIns;
    private final SecondFactors seconds;
    private final ScreenLock lock;
    private final Entrance entrance;
    private final HttpServerRequest request;
    private final Refusals refusals;
    private final BusinessTime time;

    StagePages(SignIns signIns, SecondFactors seconds, ScreenLock lock, Entrance entrance, HttpServerRequest request,
            Refusals refusals, BusinessTime time) {
        this.signIns = signIns;
        this.seconds = seconds;
        this.lock = lock;
        this.entrance = entrance;
        this.request = request;
        this.refusals = refusals;
        this.time = time;
    }

    @GET
    @Path("sign-in/second")
    public TemplateInstance second(@QueryParam("to") @Nullable String to) {
        return Templates.second(OwnPath.of(to).toString(), "");
    }

    @POST
    @Path("sign-in/second")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response second(@FormParam("code") @Nullable String code, @FormParam("to") @Nullable String to) {
        URI target = OwnPath.of(to);
        From from = entrance.fromDevice();
        try {
            Sessions.Opened opened = signIns.second(token(), code, from);
            return Response.seeOther(target).cookie(cookies(opened, from)).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> Templates.second(target.toString(), sentence));
        }
    }

    /** The key for the phone; without a session that waits for it there is nothing to set up. */
    @GET
    @Path("sign-in/enrol")
    public Response enrol(@QueryParam("to") @Nullable String to) {
        try {
            Session half = signIns.half(token(), Stage.ENROL);
            return Response.ok(Templates.enrol(key(half), OwnPath.of(to).toString(), "")).build();
        } catch (Problem nothing) {
            return Response.seeOther(URI.create("/sign-in")).build();
        }
    }

    @POST
    @Path("sign-in/enrol")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enrol(@FormParam("code") @Nullable String code, @FormParam("to") @Nullable String to) {
        String target = OwnPath.of(to).toString();
        From from = entrance.fromDevice();
        Session half = signIns.half(token(), Stage.ENROL);
        try {
            List<String> codes = seconds.confirm(half.person(), code, from);
            Sessions.Opened opened = signIns.whole(half, String.valueOf(token()), from);
            return Response.ok(Templates.paper(codes, target)).cookie(cookies(opened, from)).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> Templates.enrol(key(half), target, sentence));
        }
    }

    @GET
    @Path("sign-in/unlock")
    public TemplateInstance unlock(@QueryParam("to") @Nullable String to) {
        return Templates.unlock(OwnPath.of(to).toString(), "");
    }

    /** A screen that is not locked is where it should be already. */
    @POST
    @Path("sign-in/unlock")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<Response> unlock(@FormParam("secret") @Nullable String secret, @FormParam("to") @Nullable String to) {
        URI target = OwnPath.of(to);
        return lock.unlock(token(), secret, entrance.from()).map(person -> Response.seeOther(target).build())
                .onFailure(Problem.class).recoverWithItem(failed -> {
                    Problem refused = (Problem) failed;
                    return switch (refused.code()) {
                        case "not_locked" -> Response.seeOther(target).build();
                        case "session_ended" ->
                            Response.seeOther(URI.create("/sign-in")).cookie(Cookies.gone(request)).build();
                        default -> refusals.answer(refused, sentence -> Templates.unlock(target.toString(), sentence));
                    };
                });
    }

    private AuthenticatorKey key(Session half) {
        return new AuthenticatorKey(seconds.begin(half.person()), half.person().name());
    }

    private @Nullable String token() {
        return Cookies.read(request, Cookies.SESSION);
    }

    private NewCookie[] cookies(Sessions.Opened opened, From from) {
        Duration lasts = Duration.between(time.now(), opened.expiresAt());
        return new NewCookie[]{Cookies.of(request, Cookies.SESSION, opened.token(), lasts), entrance.device(from)};
    }
}
