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

import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.round.Guests.Guest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where an organizer says which residents the guests of a round are, while it runs and for thirty days. */
@Path("/organizer/rounds/{id}/guests")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ORGANIZER)
class GuestPages {
    private static final int A_PAGE = 30;
    private final Rounds rounds;
    private final Players players;
    private final Guests guests;
    private final SignedIn signedIn;
    private final Refusals refusals;
    private final BusinessTime time;

    GuestPages(Rounds rounds, Players players, Guests guests, SignedIn signedIn, Refusals refusals, BusinessTime time) {
        this.rounds = rounds;
        this.players = players;
        this.guests = guests;
        this.signedIn = signedIn;
        this.refusals = refusals;
        this.time = time;
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance guests(Round round, Page<Guest> waiting, List<Guest> claimed, long days, boolean done,
                String problem);
    }

    @GET
    public TemplateInstance guests(@RestPath String id, @RestQuery @Nullable String cursor, @RestQuery @Nullable String done) {
        return page(rounds.hosted(signedIn.person(), Ids.parse(id)), cursor, done != null, "");
    }

    private TemplateInstance page(Round round, @Nullable String cursor, boolean done, String problem) {
        long from = Page.after(cursor);
        Page<Guest> waiting = Page.of(guests.waiting(round, from, A_PAGE + 1), A_PAGE, last -> Long.toString(from + A_PAGE));
        return Templates.guests(round, waiting, guests.claimed(round, Page.MOST), round.daysToClaim(time.now()), done, problem);
    }

    /** This guest is the resident with this card, live code or phone. */
    @POST
    @Path("{player}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response claim(@RestPath String id, @RestPath String player, @RestForm @Nullable String who) {
        Round round = rounds.hosted(signedIn.person(), Ids.parse(id));
        try {
            rounds.claim(signedIn.person(), round.id(), Ids.parse(player), players.resident(who).id());
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> page(round, null, false, sentence));
        }
        return Response.seeOther(URI.create("/organizer/rounds/" + round.id() + "/guests?done=1")).build();
    }
}
