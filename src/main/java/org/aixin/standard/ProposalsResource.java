package org.aixin.standard;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Answer;
import org.aixin.kernel.Body;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Deductions and awards that wait for another person, for programs. */
@Path("/api/proposals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ProposalsResource {
    private final Proposals proposals;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    ProposalsResource(Proposals proposals, SignedIn signedIn, Idempotent idempotent) {
        this.proposals = proposals;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** What is decided; the reply is told to the member. */
    record Decision(@Nullable Boolean confirm, @Nullable String reply) {
    }

    /** What the member says to it. */
    record Words(@Nullable String answer) {
    }

    /**
     * A proposal as programs see it.
     *
     * @param status {@code open}, {@code confirmed} (an award with the same id), {@code dropped} or {@code withdrawn}
     * @param points that it is worth before any cap, below zero for a deduction
     * @param lastDay on which the member may answer a deduction
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String id, String memberId, String rule, int version, String title, int points, LocalDate day, Instant at,
            @Nullable String note, @Nullable LocalDate lastDay, @Nullable String answer, String status, @Nullable String reply,
            @Nullable Instant decidedAt) {
        static Shown of(Proposal one) {
            return new Shown(Long.toString(one.id()), Long.toString(one.member()), one.rule(), one.version(), one.title(),
                    one.points(), one.day(), one.at(), one.note(), one.lastDay(), one.answer(), one.status().code(), one.reply(),
                    one.decidedAt());
        }
    }

    /** What waits for this person's decision, or for somebody else's on what they proposed; oldest first. */
    @GET
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_CLERK, Role.IS_ADMIN})
    public Page<Shown> waiting(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return proposals.waiting(signedIn.person(), cursor, Page.limit(limit)).map(Shown::of);
    }

    /** One, for who may decide it, who made it and, where it is a deduction, its member. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_CLERK, Role.IS_ADMIN, Role.IS_RESIDENT})
    public Shown one(@PathParam("id") String id) {
        return Shown.of(proposals.proposal(signedIn.person(), Ids.parse(id)));
    }

    /** Confirms or drops it. */
    @POST
    @Path("/{id}/decision")
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER})
    public Response decide(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Decision asked) {
        Decision decision = Body.said(asked);
        return idempotent.answer(key, decision, () -> Answer.ok(
                Shown.of(proposals.decide(signedIn.person(), Ids.parse(id), decision.confirm(), decision.reply()))));
    }

    /** Takes back what the person proposed. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_CLERK, Role.IS_ADMIN})
    public void withdraw(@PathParam("id") String id) {
        proposals.withdraw(signedIn.person(), Ids.parse(id));
    }

    /** Keeps what the resident says to a deduction, once. */
    @POST
    @Path("/{id}/answer")
    @RolesAllowed(Role.IS_RESIDENT)
    public Shown answer(@PathParam("id") String id, @Nullable Words asked) {
        return Shown.of(proposals.answer(signedIn.person(), Ids.parse(id), Body.said(asked).answer()));
    }
}
