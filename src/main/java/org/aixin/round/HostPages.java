package org.aixin.round;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
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
    private static final int MORE_SECONDS = 15, A_PAGE = 30;
    private final Rounds rounds;
    private final Players players;
    private final Hands hands;
    private final Scenes scenes;
    private final Guests guests;
    private final Venue venue;
    private final SignedIn signedIn;
    private final Refusals refusals;
    private final BusinessTime time;

    HostPages(Rounds rounds, Players players, Hands hands, Scenes scenes, Guests guests, Venue venue, SignedIn signedIn,
            Refusals refusals, BusinessTime time) {
        this.rounds = rounds;
        this.players = players;
        this.hands = hands;
        this.scenes = scenes;
        this.guests = guests;
        this.venue = venue;
        this.signedIn = signedIn;
        this.refusals = refusals;
        this.time = time;
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance list(Page<Listed> page);

        static native TemplateInstance host(Round round, Scene scene, List<Letter> letters, Page<Player> players, String address,
                Raised raised);

        static native TemplateInstance wall(Round round, Scene scene, String address, String qr);
    }

    /**
     * A hand that was raised just now.
     *
     * @param options for which, none where none was; the next is likely to be for the same
     * @param problem why it was not kept, empty where it was
     */
    record Raised(List<String> options, String problem) {
        public boolean isFor(String option) {
            return options.contains(option);
        }
    }

    /** A round with the number of its guests whose points wait, and for how many days they still do. */
    record Listed(Round round, int waiting, long days) {
    }

    @GET
    public TemplateInstance list(@RestQuery @Nullable String cursor) {
        Page<Round> page = rounds.newest(signedIn.person(), cursor, Page.DEFAULT);
        Map<Long, Integer> waiting = guests.waiting(page.items().stream().map(Round::id).toList());
        return Templates
                .list(page.map(round -> new Listed(round, waiting.getOrDefault(round.id(), 0), round.daysToClaim(time.now()))));
    }

    @GET
    @Path("{id}")
    public TemplateInstance host(@RestPath String id, @RestQuery @Nullable String cursor, @RestQuery List<String> raised) {
        return page(rounds.hosted(signedIn.person(), Ids.parse(id)), cursor, new Raised(raised, ""));
    }

    private TemplateInstance page(Round round, @Nullable String cursor, Raised raised) {
        Page<Player> page = Page.of(players.newest(round, Page.before(cursor), A_PAGE + 1), A_PAGE,
                player -> Long.toString(player.id()));
        Scene scene = scenes.of(round);
        return Templates.host(round, scene, Letter.of(scene), page, venue.host(), raised);
    }

    /** The wall: what the projector shows. */
    @GET
    @Path("{id}/wall")
    public TemplateInstance wall(@RestPath String id) {
        Round round = rounds.hosted(signedIn.person(), Ids.parse(id));
        String address = venue.address(round);
        return Templates.wall(round, scenes.of(round), venue.host(), address.isEmpty() ? "" : QrSvg.of(address));
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

    /** Somebody without a phone raised a hand. */
    @POST
    @Path("{id}/hands")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response raise(@RestPath String id, @RestForm List<String> option, @RestForm @Nullable String who) {
        Round round = rounds.hosted(signedIn.person(), Ids.parse(id));
        try {
            Set<Long> chosen = option.stream()
                    .map(one -> Ids.of(one).orElseThrow(() -> Problem.invalid("option_unknown", "option")))
                    .collect(Collectors.toSet());
            hands.raise(signedIn.person(), round.id(), players.resident(who), chosen);
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> page(round, null, new Raised(option, sentence)));
        }
        String raised = option.stream().map(one -> "raised=" + Ids.parse(one)).collect(Collectors.joining("&"));
        return Response.seeOther(URI.create("/organizer/rounds/" + round.id() + "?" + raised)).build();
    }

    private static Response back(String id) {
        return Response.seeOther(URI.create("/organizer/rounds/" + Ids.parse(id))).build();
    }
}
