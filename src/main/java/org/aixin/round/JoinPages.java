package org.aixin.round;

import java.net.URI;
import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Origin;
import org.aixin.identity.Person;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Ids;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A phone's way into a round, and the answer pad it then is; after a reload or a sleep it is the same player by its cookie. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class JoinPages {
    private static final String COOKIE = "aixin-player";
    private static final int A_DAY = (int) Duration.ofDays(1).toSeconds();
    private final Players players;
    private final Rounds rounds;
    private final SignedIn signedIn;
    private final Origin origin;

    JoinPages(Players players, Rounds rounds, SignedIn signedIn, Origin origin) {
        this.players = players;
        this.rounds = rounds;
        this.signedIn = signedIn;
        this.origin = origin;
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance code();

        static native TemplateInstance join(Round round, String venue, @Nullable String me);

        static native TemplateInstance pad(Round round, String token);
    }

    /** Asks for the six digits. */
    @GET
    @Path("join")
    public TemplateInstance code() {
        return Templates.code();
    }

    @POST
    @Path("join")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response typed(@RestForm @Nullable String code) {
        String digits = Digits.of(code);
        Round round = players.round(digits == null ? "" : digits, null, origin.address());
        return Response.seeOther(URI.create("/join/" + round.joinCode())).build();
    }

    /** Asks who it is; whoever is in already goes on. */
    @GET
    @Path("join/{code}")
    public Response join(@RestPath String code, @RestQuery @Nullable String v) {
        Round round = players.round(code, v, origin.address());
        return Response.ok(Templates.join(round, v == null ? "" : v, signedIn.ifAny().map(Person::name).orElse(null))).build();
    }

    @POST
    @Path("join/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response joined(@RestPath String code, @RestForm @Nullable String v, @RestForm @Nullable String name,
            @RestForm @Nullable String phone, @RestForm @Nullable String card, @RestForm @Nullable String back) {
        Joining asked = new Joining(blank(name), blank(phone), blank(card), blank(back), blank(v));
        Players.Joined joined = players.join(code, asked, signedIn.ifAny(), origin.address());
        NewCookie cookie = new NewCookie.Builder(COOKIE).value(joined.token()).path("/rounds/" + joined.player().round())
                .maxAge(A_DAY)
                .httpOnly(true).sameSite(NewCookie.SameSite.LAX).build();
        return Response.seeOther(URI.create("/rounds/" + joined.player().round())).cookie(cookie).build();
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The answer pad of the player whose phone this is; without one back to the door. */
    @GET
    @Path("rounds/{id}")
    public Response pad(@RestPath String id, @CookieParam(COOKIE) @Nullable String token) {
        Round round = rounds.round(Ids.parse(id));
        if (token == null) {
            return Response.seeOther(URI.create(round.joinCode() == null ? "/join" : "/join/" + round.joinCode())).build();
        }
        players.holding(token, round.id());
        return Response.ok(Templates.pad(round, token)).build();
    }
}
