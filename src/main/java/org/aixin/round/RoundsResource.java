package org.aixin.round;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.aixin.access.Origin;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Live rounds for programs: the host's and the phones'. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
class RoundsResource {
    private static final String BEARER = "Bearer ";
    private static final long COME_BACK_MILLIS = 1_000;
    private final Rounds rounds;
    private final Entrance entrance;
    private final Players players;
    private final Answers answers;
    private final Scenes scenes;
    private final Mine mine;
    private final Watching watching;
    private final SignedIn signedIn;
    private final Origin origin;

    RoundsResource(Rounds rounds, Entrance entrance, Players players, Answers answers, Scenes scenes, Mine mine,
            Watching watching,
            SignedIn signedIn,
            Origin origin) {
        this.rounds = rounds;
        this.entrance = entrance;
        this.players = players;
        this.answers = answers;
        this.scenes = scenes;
        this.mine = mine;
        this.watching = watching;
        this.signedIn = signedIn;
        this.origin = origin;
    }

    record RoundView(String id, String title, String state, @Nullable String joinCode, int position, int of, Instant createdAt,
            @Nullable Instant endedAt) {
        static RoundView of(Round round) {
            return new RoundView(Long.toString(round.id()), round.title(), round.state().code(), round.joinCode(),
                    round.position(),
                    round.questions(), round.createdAt(), round.endedAt());
        }
    }

    /**
     * What the host saw when the key was pressed; nothing changes where the round has moved on since.
     *
     * @param seconds by which to extend
     * @param shown whether standings are shown between questions
     */
    record Press(@Nullable Integer version, @Nullable Integer seconds, @Nullable Boolean shown) {
    }

    record Seat(String token, String roundId, String playerId, String name, String back) {
    }

    record Given(@Nullable String question, @Nullable List<@Nullable String> options) {
    }

    record Accepted(boolean accepted) {
    }

    record PlayerView(String id, String name, @Nullable String phone, @Nullable String member, Player.@Nullable Seat seat) {
        static PlayerView of(Player player) {
            return new PlayerView(Long.toString(player.id()), player.name(), player.phone(),
                    player.member() == null ? null : Long.toString(player.member()), player.seat());
        }
    }

    record Claimed(@Nullable String member) {
    }

    /** The rounds of the organizer's units, newest first. */
    @GET
    @RolesAllowed(Role.IS_ORGANIZER)
    public Page<RoundView> list(@RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        return rounds.newest(signedIn.person(), cursor, Page.limit(limit)).map(RoundView::of);
    }

    /** How a round stands, for whoever has lost the events. */
    @GET
    @Path("/{id}")
    @PermitAll
    public Scene scene(@RestPath String id) {
        return scenes.of(rounds.round(Ids.parse(id)));
    }

    /** Joins a round, which is named here by the six digits on its wall. */
    @POST
    @Path("/{id}/players")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Response join(@RestPath String id, @Nullable Joining asked) {
        Entrance.Joined joined = entrance.join(id, asked == null ? Joining.PLAIN : asked, signedIn.ifAny(), origin.address());
        Player player = joined.player();
        return Response.status(201).entity(new Seat(joined.token(), Long.toString(player.round()), Long.toString(player.id()),
                player.name(), player.back())).build();
    }

    /** The players, for the host, in the order in which they came. */
    @GET
    @Path("/{id}/players")
    @RolesAllowed(Role.IS_ORGANIZER)
    public Page<PlayerView> players(@RestPath String id, @RestQuery @Nullable String cursor, @RestQuery @Nullable Integer limit) {
        Round round = rounds.hosted(signedIn.person(), Ids.parse(id));
        int most = Page.limit(limit);
        return Page.of(players.of(round, Page.after(cursor), most + 1), most, player -> Long.toString(player.id()))
                .map(PlayerView::of);
    }

    /** Takes somebody out of the round. */
    @POST
    @Path("/{id}/players/{player}/removal")
    @RolesAllowed(Role.IS_ORGANIZER)
    @Consumes(MediaType.WILDCARD)
    public void remove(@RestPath String id, @RestPath String player) {
        players.remove(rounds.hosted(signedIn.person(), Ids.parse(id)), Ids.parse(player));
    }

    /** Says which resident a guest is. */
    @POST
    @Path("/{id}/players/{player}/claim")
    @RolesAllowed(Role.IS_ORGANIZER)
    @Consumes(MediaType.APPLICATION_JSON)
    public void claim(@RestPath String id, @RestPath String player, @Nullable Claimed asked) {
        long member = Ids.of(asked == null ? null : asked.member).orElseThrow(() -> Problem.invalid("member_unknown", "member"));
        rounds.claim(signedIn.person(), Ids.parse(id), Ids.parse(player), member);
    }

    /** Goes on to what comes next. */
    @POST
    @Path("/{id}/advance")
    @RolesAllowed(Role.IS_ORGANIZER)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Scene advance(@RestPath String id, @Nullable Press press) {
        return pressed(id, press, rounds::advance);
    }

    /** Leaves the present question out. */
    @POST
    @Path("/{id}/skip")
    @RolesAllowed(Role.IS_ORGANIZER)
    public Scene skip(@RestPath String id, @Nullable Press press) {
        return pressed(id, press, rounds::skip);
    }

    /** Stops the present question's clock. */
    @POST
    @Path("/{id}/pause")
    @RolesAllowed(Role.IS_ORGANIZER)
    public Scene pause(@RestPath String id, @Nullable Press press) {
        return pressed(id, press, rounds::pause);
    }

    /** Lets it go on. */
    @POST
    @Path("/{id}/resume")
    @RolesAllowed(Role.IS_ORGANIZER)
    public Scene resume(@RestPath String id, @Nullable Press press) {
        return pressed(id, press, rounds::resume);
    }

    /** Gives the present question more time. */
    @POST
    @Path("/{id}/extend")
    @RolesAllowed(Role.IS_ORGANIZER)
    public Scene extend(@RestPath String id, @Nullable Press press) {
        return pressed(id, press,
                (host, round, seen) -> rounds.extend(host, round, seen, press == null ? null : press.seconds));
    }

    /** Shows standings between questions, or no longer. */
    @POST
    @Path("/{id}/standings")
    @RolesAllowed(Role.IS_ORGANIZER)
    public Scene standings(@RestPath String id, @Nullable Press press) {
        return pressed(id, press,
                (host, round, seen) -> rounds.showStandings(host, round, press != null && Boolean.TRUE.equals(press.shown)));
    }

    /** Ends the round at once. */
    @POST
    @Path("/{id}/end")
    @RolesAllowed(Role.IS_ORGANIZER)
    public Scene end(@RestPath String id, @Nullable Press press) {
        return pressed(id, press, rounds::end);
    }

    /** Keeps a player's answer. */
    @POST
    @Path("/{id}/answers")
    @PermitAll
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> answer(@RestPath String id, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Given given) {
        if (given == null || given.options == null || given.options.size() > 10) {
            throw Problem.of(400, "request_unreadable");
        }
        long question = Ids.of(given.question).orElseThrow(() -> Problem.invalid("question_unknown", "question"));
        Set<Long> chosen = given.options.stream()
                .map(option -> Ids.of(option).orElseThrow(() -> Problem.invalid("option_unknown", "options")))
                .collect(Collectors.toSet());
        return answers.answer(token(authorization), Ids.parse(id), question, chosen)
                .map(kept -> Response.status(202).entity(new Accepted(true)).build());
    }

    /** How the player with this token stands: the same after a reload, on another network, or after the phone slept. */
    @GET
    @Path("/{id}/me")
    @PermitAll
    public Mine.View me(@RestPath String id, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Round round = rounds.round(Ids.parse(id));
        return mine.of(round, token(authorization));
    }

    /**
     * What happens in a round, from how it stands now on: {@code state}, {@code players}, {@code answered}. The wall, which only its
     * organizers have, is told of each answer, and the names of those who come.
     */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermitAll
    @Blocking
    public Multi<OutboundSseEvent> events(@RestPath String id, @RestQuery @Nullable String wall, @Context Sse sse) {
        long round = Ids.parse(id);
        return watching.watch(round, wall != null && isOrganizers(round)).map(told -> event(told, sse));
    }

    private boolean isOrganizers(long round) {
        return signedIn.ifAny().filter(one -> one.may(rounds.round(round).path(), Role.ORGANIZER)).isPresent();
    }

    private static OutboundSseEvent event(Told told, Sse sse) {
        return sse.newEventBuilder().name(told.name()).data(told.said()).reconnectDelay(COME_BACK_MILLIS).build();
    }

    /** What a key of the host's does. */
    private interface Key {
        Round press(Person host, long round, @Nullable Integer seen);
    }

    private Scene pressed(String id, @Nullable Press press, Key key) {
        return scenes.of(key.press(signedIn.person(), Ids.parse(id), press == null ? null : press.version));
    }

    private static String token(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problem.of(401, "player_unknown");
        }
        return authorization.substring(BEARER.length()).strip();
    }
}
