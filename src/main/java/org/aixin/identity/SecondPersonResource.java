package org.aixin.identity;

import java.time.Instant;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Answer;
import org.aixin.kernel.Body;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What waits for a second person, for programs. */
@Path("/api/second-person")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_ADMIN})
class SecondPersonResource {
    private final SecondPersons secondPersons;
    private final Slips slips;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    SecondPersonResource(SecondPersons secondPersons, Slips slips, SignedIn signedIn, Idempotent idempotent) {
        this.secondPersons = secondPersons;
        this.slips = slips;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** What is decided; a reason is needed for no. */
    public record Decision(@Nullable Boolean confirm, @Nullable String reason) {
    }

    /**
     * What waits or waited.
     *
     * @param status {@code open}, {@code confirmed}, {@code refused} or {@code withdrawn}
     * @param words what is done after a yes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(String id, String kind, @Nullable String memberId, String unitName, String words, String askedBy,
            Instant at, String status, @Nullable String reason, @Nullable Instant decidedAt) {
    }

    private Shown shown(Asked one, HttpHeaders headers) {
        Asked.Decision decision = one.decision();
        return new Shown(Long.toString(one.id()), one.kind(), one.member() == null ? null : one.member().toString(), one.unit(),
                secondPersons.kind(one).words(one, Language.of(headers)), one.askedByName(), one.at(),
                decision == null ? "open" : decision.code(), one.reason(), one.decidedAt());
    }

    /** What waits for this person's decision, or for somebody else's on what they asked for; oldest first. */
    @GET
    public Page<Shown> waiting(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit,
            @Context HttpHeaders headers) {
        return secondPersons.waiting(signedIn.person(), cursor, Page.limit(limit)).map(one -> shown(one, headers));
    }

    /** One, for who asked or may decide. */
    @GET
    @Path("/{id}")
    public Shown one(@PathParam("id") String id, @Context HttpHeaders headers) {
        return shown(secondPersons.asked(signedIn.person(), Ids.parse(id)), headers);
    }

    /** Says yes, which does it, or no. */
    @POST
    @Path("/{id}/decision")
    public Response decide(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Decision asked, @Context HttpHeaders headers) {
        Decision decision = Body.said(asked);
        return idempotent.answer(key, decision, () -> Answer.ok(shown(
                secondPersons.decide(signedIn.person(), Ids.parse(id), decision.confirm(), decision.reason()), headers)));
    }

    /** Takes back what the person asked for. */
    @DELETE
    @Path("/{id}")
    public void withdraw(@PathParam("id") String id) {
        secondPersons.withdraw(signedIn.person(), Ids.parse(id));
    }

    /** The one-time code that followed from a yes, for the one who asked. */
    @GET
    @Path("/{id}/slip")
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_ADMIN})
    public MembersResource.Admitted slip(@PathParam("id") String id) {
        Admissions.Admitted slip = slips.of(signedIn.person(), Ids.parse(id));
        return new MembersResource.Admitted(Long.toString(slip.id()), slip.oneTimeCode());
    }
}
