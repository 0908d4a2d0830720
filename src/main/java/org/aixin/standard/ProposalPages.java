package org.aixin.standard;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Where staff see what waits for another person's decision, and decide. */
@Path("/proposals")
@Produces(MediaType.TEXT_HTML)
class ProposalPages {
    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance queue(List<Waiting> lines, @Nullable String next, int deductions, int awards, String done);
    }

    /** A proposal in the queue, and what the person at the screen may do with it. */
    record Waiting(Proposed line, boolean mine, boolean mayDecide, boolean awaitsAnswer) {
    }

    /** What a form says. */
    record Said(String proposal, @Nullable String confirm, @Nullable String reply) {
    }

    private final Proposals proposals;
    private final Members members;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;

    ProposalPages(Proposals proposals, Members members, SignedIn signedIn, Idempotent idempotent, BusinessTime time) {
        this.proposals = proposals;
        this.members = members;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
    }

    /** What waits, oldest first. */
    @GET
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_CLERK, Role.IS_ADMIN})
    public TemplateInstance queue(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        Person person = signedIn.person();
        LocalDate today = time.today();
        Page<Proposal> page = proposals.waiting(person, cursor, Page.DEFAULT);
        List<Waiting> lines = Proposed.of(page.items(), members).stream()
                .map(line -> new Waiting(line, line.proposal().actor() == person.id(),
                        proposals.isFor(person, line.proposal(), line.member()), line.proposal().mayBeAnswered(today)))
                .toList();
        return Templates.queue(lines, page.next(), proposals.count(person, true), proposals.count(person, false),
                done == null ? "" : done);
    }

    /** Confirms or drops; a second press of the same form does it once. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER})
    public Response decide(@PathParam("id") String id, @FormParam("confirm") @Nullable String confirm,
            @FormParam("reply") @Nullable String reply, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        long proposal = Ids.parse(id);
        if (confirm == null || !confirm.matches("true|false")) {
            proposals.proposal(person, proposal);
            throw Problem.invalid("value_refused", "confirm");
        }
        boolean yes = confirm.equals("true");
        idempotent.act(key, new Said(id, confirm, reply), () -> proposals.decide(person, proposal, yes, reply));
        return Response.seeOther(URI.create("/proposals?done=" + (yes ? "confirmed" : "dropped"))).build();
    }

    /** Takes back what the person proposed; a second press finds it taken back and says the same. */
    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_CLERK, Role.IS_ADMIN})
    public Response withdraw(@PathParam("id") String id) {
        Person person = signedIn.person();
        long proposal = Ids.parse(id);
        if (proposals.proposal(person, proposal).status() != Proposal.Status.WITHDRAWN) {
            proposals.withdraw(person, proposal);
        }
        return Response.seeOther(URI.create("/proposals?done=withdrawn")).build();
    }
}
