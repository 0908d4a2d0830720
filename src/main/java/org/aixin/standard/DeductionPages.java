package org.aixin.standard;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Where a resident is told of deductions, answers, and sees what was decided. */
@Path("/deductions")
@Produces(MediaType.TEXT_HTML)
class DeductionPages {
    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance mine(List<Told> lines, LocalDate today, @Nullable String next, boolean sent);
    }

    /**
     * A deduction, and what became of it.
     *
     * @param taken points that were deducted, zero where none were
     */
    record Told(Proposal proposal, int taken) {
    }

    private final Proposals proposals;
    private final AwardRows awards;
    private final SignedIn signedIn;
    private final BusinessTime time;

    DeductionPages(Proposals proposals, AwardRows awards, SignedIn signedIn, BusinessTime time) {
        this.proposals = proposals;
        this.awards = awards;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** One's deductions, newest first. */
    @GET
    @RolesAllowed(Role.IS_RESIDENT)
    public TemplateInstance mine(@QueryParam("cursor") @Nullable String cursor, @QueryParam("sent") @Nullable String sent) {
        Page<Proposal> page = proposals.deductions(signedIn.person(), cursor, Page.DEFAULT);
        return Templates.mine(told(page.items()), time.today(), page.next(), sent != null);
    }

    private List<Told> told(List<Proposal> of) {
        Map<Long, Award> awarded = awards.awards(of.stream().map(one -> Long.toString(one.id())).toList()).stream()
                .collect(Collectors.toMap(Award::id, award -> award));
        return of.stream().map(one -> {
            Award award = awarded.get(one.id());
            return new Told(one, award == null ? 0 : -award.points());
        }).toList();
    }

    /** Keeps one's answer; a second press with the same words finds it there. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_RESIDENT)
    public Response answer(@PathParam("id") String id, @FormParam("answer") @Nullable String answer) {
        long deduction = Ids.parse(id);
        try {
            proposals.answer(signedIn.person(), deduction, answer);
        } catch (Problem twice) {
            if (!twice.code().equals("deduction_answered") || answer == null
                    || !answer.strip().equals(proposals.proposal(signedIn.person(), deduction).answer())) {
                throw twice;
            }
        }
        return Response.seeOther(URI.create("/deductions?sent=1")).build();
    }
}
