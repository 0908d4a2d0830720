package org.aixin.standard;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** The random re-check of credited claims, for programs. */
@Path("/api/rechecks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.IS_REVIEWER)
class RechecksResource {
    /** A claim that was drawn. */
    record Drawn(String claim, String month, String memberId, String rule, String title, int points) {
    }

    /** What a reviewer found. */
    record Finding(@Nullable Boolean confirm, @Nullable String reason) {
    }

    /** What became of it. */
    record Decided(String claim, String state, int points, int shortfall) {
    }

    private final Rechecks rechecks;
    private final Claims claims;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    RechecksResource(Rechecks rechecks, Claims claims, SignedIn signedIn, Idempotent idempotent) {
        this.rechecks = rechecks;
        this.claims = claims;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** What waits, oldest first. */
    @GET
    public Page<Drawn> waiting(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Page<Recheck> page = rechecks.waiting(signedIn.person(), cursor, Page.limit(limit));
        Map<Long, Claim> drawn = claims.claims(page.items().stream().map(Recheck::claim).collect(Collectors.toSet()));
        return page.map(one -> {
            Claim claim = Objects.requireNonNull(drawn.get(one.claim()));
            return new Drawn(Long.toString(claim.id()), one.month(), Long.toString(claim.member()), claim.rule(), claim.title(),
                    claim.points());
        });
    }

    /** Confirms a claim or takes it back. */
    @POST
    @Path("/{claim}/decision")
    public Response decide(@PathParam("claim") String claim, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Finding asked) {
        if (asked == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return idempotent.answer(key, asked, () -> {
            Recheck one = rechecks.decide(signedIn.person(), Ids.parse(claim), asked.confirm, asked.reason);
            return Answer.ok(new Decided(claim, one.state(), one.points(), one.shortfall()));
        });
    }
}
