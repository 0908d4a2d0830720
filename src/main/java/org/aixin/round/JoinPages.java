package org.aixin.round;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

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

import org.aixin.access.Origin;
import org.aixin.identity.Member;
import org.aixin.identity.Refusals;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;

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
    static final String COOKIE = "aixin-player";
    private static final Set<String> COMES_BACK = Set.of("name_taken", "back_wrong");
    private static final int A_DAY = (int) Duration.ofDays(1).toSeconds();
    private final Entrance entrance;
    private final Players players;
    private final Rounds rounds;
    private final SignedIn signedIn;
    private final Origin origin;
    private final Refusals refusals;

    JoinPages(Entrance entrance, Players players, Rounds rounds, SignedIn signedIn, Origin origin, Refusals refusals) {
        this.entrance = entrance;
        this.players = players;
        this.rounds = rounds;
        this.signedIn = signedIn;
        this.origin = origin;
        this.refusals = refusals;
    }

    /**
     * Who stands at the door.
     *
     * @param player whose phone this is already, null for nobody's
     * @param resident name of one who is signed in and would earn points, null for anybody else
     * @param comesBack whether it looks like a player on another phone
     */
    record Comer(@Nullable String player, @Nullable String resident, boolean comesBack) {
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance code(String typed, String problem);

        static native TemplateInstance join(Round round, Comer comer, Joining typed, String problem);

        static native TemplateInstance pad(Round round, String token);
    }

    /** Asks for the six digits. */
    @GET
    @Path("join")
    public TemplateInstance code() {
        return Templates.code("", "");
    }

    @POST
    @Path("join")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response typed(@RestForm @Nullable String code) {
        String digits = Digits.of(code);
        try {
            Round round = entrance.round(digits == null ? "" : digits, null, origin.address());
            return Response.seeOther(URI.create("/join/" + round.joinCode())).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> Templates.code(digits == null ? "" : digits, sentence));
        }
    }

    /** Asks who it is; whoever is in already goes on. */
    @GET
    @Path("join/{code}")
    public Response join(@RestPath String code, @RestQuery @Nullable String v, @CookieParam(COOKIE) @Nullable String token) {
        Joining typed = new Joining(null, null, null, null, blank(v));
        try {
            return Response.ok(door(entrance.round(code, typed.venue(), origin.address()), token, typed, false, "")).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> Templates.code("", sentence));
        }
    }

    private TemplateInstance door(Round round, @Nullable String token, Joining typed, boolean comesBack, String problem) {
        String player = players.known(token, round.id()).filter(one -> !one.isRemoved()).map(Player::name).orElse(null);
        String resident = entrance.earner(round, signedIn.ifAny()).map(Member::name).orElse(null);
        return Templates.join(round, new Comer(player, resident, comesBack), typed, problem);
    }

    @POST
    @Path("join/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response joined(@RestPath String code, @RestForm @Nullable String v, @RestForm @Nullable String name,
            @RestForm @Nullable String phone, @RestForm @Nullable String card, @RestForm @Nullable String back,
            @CookieParam(COOKIE) @Nullable String token) {
        Joining asked = new Joining(blank(name), blank(phone), blank(card), blank(back), blank(v));
        Round round;
        try {
            round = entrance.round(code, asked.venue(), origin.address());
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> Templates.code("", sentence));
        }
        try {
            return seated(entrance.join(code, asked, signedIn.ifAny(), origin.address()));
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> door(round, token, asked, COMES_BACK.contains(refused.code()), sentence));
        }
    }

    private static Response seated(Entrance.Joined joined) {
        NewCookie cookie = new NewCookie.Builder(COOKIE).value(joined.token()).path("/").maxAge(A_DAY).httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX).build();
        return Response.seeOther(URI.create("/rounds/" + joined.player().round())).cookie(cookie).build();
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The answer pad of the player whose phone this is; nobody's phone goes back to the door. */
    @GET
    @Path("rounds/{id}")
    public Response pad(@RestPath String id, @CookieParam(COOKIE) @Nullable String token) {
        Round round = rounds.round(Ids.parse(id));
        Optional<Player> player = players.known(token, round.id());
        if (token == null || player.isEmpty()) {
            return door(round);
        }
        player.get().mustPlay();
        return Response.ok(Templates.pad(round, token)).build();
    }

    static Response door(Round round) {
        return Response.seeOther(URI.create(round.joinCode() == null ? "/join" : "/join/" + round.joinCode())).build();
    }
}
