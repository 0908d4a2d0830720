package org.aixin.round;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.QrSvg;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where the host leads a round: from the laptop, its keyboard or a presenter, with the wall in a window of its own. */
@Path("/organizer/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ORGANIZER)
class HostPages {
    private static final int MORE_SECONDS = 15;
    private final Rounds rounds;
    private final Players players;
    private final Hands hands;
    private final Scenes scenes;
    private final Standings standings;
    private final Venue venue;
    private final SignedIn signedIn;

    HostPages(Rounds rounds, Players players, Hands hands, Scenes scenes, Standings standings, Venue venue, SignedIn signedIn) {
        this.rounds = rounds;
        this.players = players;
        this.hands = hands;
        this.scenes = scenes;
        this.standings = standings;
        this.venue = venue;
        this.signedIn = signedIn;
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance list(Page<Round> page);

        static native TemplateInstance host(Round round, Scene scene, List<Letter> letters, Page<Player> players, boolean raised);

        static native TemplateInstance wall(Round round, Scene scene, String address, String qr);

        static native TemplateInstance results(Round round, List<Scene.Standing> standings);
    }

    /** An option with the letter it has on the wall. */
    public record Letter(String letter, String id, String text) {
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String cursor) {
        return Templates.list(rounds.newest(signedIn.person(), cursor, Page.DEFAULT));
    }

    @GET
    @Path("{id}")
    public TemplateInstance host(@RestPath String id, @RestQuery @Nullable String cursor, @RestQuery @Nullable String raised) {
        Round round = rounds.hosted(signedIn.person(), Ids.parse(id));
        Page<Player> page = Page.of(players.of(round, Page.after(cursor), Page.MOST + 1), Page.MOST,
                player -> Long.toString(player.id()));
        Scene scene = scenes.of(round);
        return Templates.host(round, scene, letters(scene), page, raised != null);
    }

    private static List<Letter> letters(Scene scene) {
        Scene.Question question = scene.question();
        if (question == null) {
            return List.of();
        }
        List<Scene.Option> options = question.options();
        return options.stream().map(option -> new Letter(Character.toString('A' + options.indexOf(option)), option.id(),
                option.text())).toList();
    }

    /** The wall: what the projector shows. */
    @GET
    @Path("{id}/wall")
    public TemplateInstance wall(@RestPath String id) {
        Round round = rounds.hosted(signedIn.person(), Ids.parse(id));
        String address = venue.address(round);
        return Templates.wall(round, scenes.of(round), venue.host(), address.isEmpty() ? "" : QrSvg.of(address));
    }

    /** The list at the end: everybody with their right answers. */
    @GET
    @Path("{id}/results")
    public TemplateInstance results(@RestPath String id) {
        Round round = rounds.hosted(signedIn.person(), Ids.parse(id));
        return Templates.results(round, standings.first(round.id(), Players.MOST_PLAYERS));
    }

    /** A key of the host's. */
    @POST
    @Path("{id}/{verb}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response press(@RestPath String id, @RestPath String verb, @RestForm @Nullable String version) {
        Person person = signedIn.person();
        long round = Ids.parse(id);
        Integer seen = version != null && version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null;
        switch (verb) {
            case "advance" -> rounds.advance(person, round, seen);
            case "skip" -> rounds.skip(person, round, seen);
            case "pause" -> rounds.pause(person, round, seen);
            case "resume" -> rounds.resume(person, round, seen);
            case "extend" -> rounds.extend(person, round, seen, MORE_SECONDS);
            case "end" -> rounds.end(person, round, seen);
            case "show" -> rounds.showStandings(person, round, true);
            case "hide" -> rounds.showStandings(person, round, false);
            default -> throw Problem.notFound();
        }
        return back(id);
    }

    @POST
    @Path("{id}/players/{player}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@RestPath String id, @RestPath String player) {
        players.remove(rounds.hosted(signedIn.person(), Ids.parse(id)), Ids.parse(player));
        return back(id);
    }

    @POST
    @Path("{id}/players/{player}/way-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@RestPath String id, @RestPath String player) {
        players.open(rounds.hosted(signedIn.person(), Ids.parse(id)), Ids.parse(player));
        return back(id);
    }

    @POST
    @Path("{id}/players/{player}/claim")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response claim(@RestPath String id, @RestPath String player, @RestForm @Nullable String who) {
        rounds.claim(signedIn.person(), Ids.parse(id), Ids.parse(player), players.resident(who).id());
        return back(id);
    }

    /** Somebody without a phone raised a hand. */
    @POST
    @Path("{id}/hands")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response raise(@RestPath String id, @RestForm @Nullable String option, @RestForm @Nullable String who) {
        hands.raise(signedIn.person(), Ids.parse(id), players.resident(who), Ids.parse(option == null ? "" : option));
        return Response.seeOther(URI.create("/organizer/rounds/" + Ids.parse(id) + "?raised=1#hands")).build();
    }

    private static Response back(String id) {
        return Response.seeOther(URI.create("/organizer/rounds/" + Ids.parse(id))).build();
    }
}
