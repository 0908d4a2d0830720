package org.aixin.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

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

import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Answer;
import org.aixin.kernel.Body;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;

import org.jspecify.annotations.Nullable;

/** Claims, for programs. */
@Path("/api/claims")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ClaimsResource {
    private final Claims claims;
    private final ClaimPhotos photos;
    private final ClaimLine.Lines lines;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    ClaimsResource(Claims claims, ClaimPhotos photos, ClaimLine.Lines lines, SignedIn signedIn, Idempotent idempotent) {
        this.claims = claims;
        this.photos = photos;
        this.lines = lines;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** What is claimed; of somebody else by who looks after them. */
    record Request(@Nullable String memberId, @Nullable String rule, @Nullable BigDecimal quantity,
            @Nullable OffsetDateTime occurredAt,
            @Nullable String note) {
        NewClaim wanted() {
            return new NewClaim(memberId == null ? null : Ids.parse(memberId), rule, quantity,
                    occurredAt == null ? null : occurredAt.toInstant(), note);
        }
    }

    /** A claim that was made. */
    record Made(String id, String status) {
    }

    /** A photo that was kept. */
    record Kept(String id) {
    }

    /** What a reviewer says. */
    record Review(@Nullable Boolean approve, @Nullable String note) {
    }

    /** What became of it, with the points that were approved. */
    record Reviewed(String status, int points) {
    }

    /**
     * A claim as programs see it.
     *
     * @param memberId whose deed it is
     * @param by who claimed it for them, null where they did
     * @param reviewNote what the reviewer said
     * @param photos how many there are
     * @param recheck {@code waiting}, {@code confirmed} or {@code false} where it was drawn to be looked at again
     */
    record Shown(String id, String memberId, @Nullable Claimant by, String rule, String title, BigDecimal quantity,
            Instant occurredAt, String note, String status,
            int points, @Nullable String reviewNote, int photos, @Nullable String recheck) {
        static Shown of(ClaimLine line) {
            Claim claim = line.claim();
            Member by = line.by();
            return new Shown(Long.toString(claim.id()), Long.toString(claim.member()),
                    by == null ? null : new Claimant(Long.toString(by.id()), by.name()), claim.rule(), claim.title(),
                    Rule.plain(claim.quantity()), claim.occurredAt(), claim.note(), line.status().code(), claim.points(),
                    claim.reviewNote(), claim.photos(), line.recheck() == null ? null : line.recheck().state());
        }
    }

    /** Who claimed for somebody. */
    record Claimant(String id, String name) {
    }

    /** Claims a deed. */
    @POST
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_ORGANIZER, Role.IS_SECRETARY})
    public Response submit(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Request asked) {
        Request request = Body.said(asked);
        return idempotent.answerIfKeyed(key, request, () -> {
            Claim claim = claims.submit(signedIn.person(), request.wanted());
            return Answer.created(new Made(Long.toString(claim.id()), ClaimStatus.SUBMITTED.code()));
        });
    }

    /** One's own claims, newest first; with {@code by=me} those one made for others. */
    @GET
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_ORGANIZER, Role.IS_SECRETARY})
    public Page<Shown> mine(@QueryParam("by") @Nullable String by, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<Claim> page = "me".equals(by)
                ? claims.madeBy(signedIn.person(), cursor, Page.limit(limit))
                : claims.of(signedIn.person(), cursor, Page.limit(limit));
        return new Page<>(lines.of(page.items()).stream().map(Shown::of).toList(), page.next());
    }

    /** A claim, for its member, who claimed it for them, and reviewers. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER})
    public Shown claim(@PathParam("id") String id) {
        return Shown.of(lines.of(List.of(claims.claim(signedIn.person(), Ids.parse(id)))).get(0));
    }

    /** Adds a photo, which is the body. */
    @POST
    @Path("/{id}/photos")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_ORGANIZER, Role.IS_SECRETARY})
    public Response photo(@PathParam("id") String id, byte @Nullable [] photo) {
        long kept = photos.add(signedIn.person(), Ids.parse(id), photo == null ? new byte[0] : photo);
        return Response.status(201).entity(new Kept(Long.toString(kept))).build();
    }

    /** Approves or rejects a claim. */
    @POST
    @Path("/{id}/review")
    @RolesAllowed(Role.IS_REVIEWER)
    public Response review(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Review asked) {
        Review review = Body.said(asked);
        return idempotent.answer(key, review, () -> {
            Claim claim = claims.review(signedIn.person(), Ids.parse(id), review.approve, review.note);
            return Answer.ok(new Reviewed(claims.state(claim).code(), claim.points()));
        });
    }
}
