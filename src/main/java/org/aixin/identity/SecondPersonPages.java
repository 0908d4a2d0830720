package org.aixin.identity;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 等第二个人: what waits for another of the staff, and what became of what one asked for. */
@Path("/second-person")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_ADMIN})
class SecondPersonPages {
    private static final int NEWEST = 20;

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance secondPerson(List<Line> lines, @Nullable String next, List<Line> decided, String done,
                String problem);
    }

    /**
     * One of them, and what the person at the screen may do with it.
     *
     * @param words what is done after a yes
     * @param onward the page where the one who asked goes on, null where there is none
     */
    record Line(Asked asked, String words, boolean mine, boolean mayDecide, @Nullable String onward) {
    }

    /** What a form says. */
    record Said(String id, @Nullable String confirm, @Nullable String reason) {
    }

    private final SecondPersons secondPersons;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final Refusals refusals;

    SecondPersonPages(SecondPersons secondPersons, SignedIn signedIn, Idempotent idempotent, Refusals refusals) {
        this.secondPersons = secondPersons;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.refusals = refusals;
    }

    @GET
    public TemplateInstance page(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done,
            @Context HttpHeaders headers) {
        return page(cursor, done == null ? "" : done, "", headers);
    }

    /** Says yes or no; a second press of the same form does it once. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("id") String id, @FormParam("confirm") @Nullable String confirm,
            @FormParam("reason") @Nullable String reason, @FormParam("key") @Nullable String key, @Context HttpHeaders headers) {
        Person person = signedIn.person();
        long asked = Ids.parse(id);
        Boolean yes = confirm != null && confirm.matches("true|false") ? Boolean.valueOf(confirm) : null;
        try {
            idempotent.act(key, new Said(id, confirm, reason), () -> secondPersons.decide(person, asked, yes, reason));
            return Response.seeOther(URI.create("/second-person?done=" + (Boolean.TRUE.equals(yes) ? "confirmed" : "refused")))
                    .build();
        } catch (Problem refused) {
            if (refused.status() != 422 && refused.status() != 409) {
                throw refused;
            }
            return refusals.answer(refused, sentence -> page(null, "", sentence, headers));
        }
    }

    /** Takes back what the person asked for; a second press finds it taken back and says the same. */
    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id) {
        Person person = signedIn.person();
        long asked = Ids.parse(id);
        if (secondPersons.asked(person, asked).decision() != Asked.Decision.WITHDRAWN) {
            secondPersons.withdraw(person, asked);
        }
        return Response.seeOther(URI.create("/second-person?done=withdrawn")).build();
    }

    private TemplateInstance page(@Nullable String cursor, String done, String problem, HttpHeaders headers) {
        Person person = signedIn.person();
        Locale language = Language.of(headers);
        Page<Asked> waiting = secondPersons.waiting(person, cursor, Page.DEFAULT);
        return Templates.secondPerson(waiting.items().stream().map(one -> line(person, one, language)).toList(), waiting.next(),
                secondPersons.decided(person, NEWEST).stream().map(one -> line(person, one, language)).toList(), done, problem);
    }

    private Line line(Person person, Asked asked, Locale language) {
        SecondPerson kind = secondPersons.kind(asked);
        String next = asked.decision() == Asked.Decision.CONFIRMED ? kind.next(asked) : null;
        boolean organizes = person.roles().anyMatch(Role.ORGANIZER::equals);
        return new Line(asked, kind.words(asked, language), asked.askedBy() == person.id(),
                asked.isOpen() && secondPersons.isFor(person, asked),
                next == null ? null : (organizes ? "/organizer" : "/admin") + next);
    }
}
