package org.aixin.identity;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Answer;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;

import org.jspecify.annotations.Nullable;

/** Removing a person's data, for administrators; that it was done, for auditors too. */
@Path("/api/removals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RemovalsResource {
    private final Removals removals;
    private final Idempotent idempotent;
    private final SignedIn signedIn;
    private final BusinessTime time;

    RemovalsResource(Removals removals, Idempotent idempotent, SignedIn signedIn, BusinessTime time) {
        this.removals = removals;
        this.idempotent = idempotent;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** The person's name, typed, and why. */
    record Wanted(@Nullable String name, @Nullable String reason) {
    }

    /** What was done. */
    record Shown(String memberId, String unit, OffsetDateTime at, String by, String reason) {
    }

    /** What will be done. */
    record Announced(String memberId, String name, List<String> sentences) {
    }

    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<Shown> removals(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return removals.newest(signedIn.person(), cursor, Page.limit(limit)).map(this::shown);
    }

    /** What removing this member would do. */
    @GET
    @Path("/{member}")
    @RolesAllowed(Role.IS_ADMIN)
    public Announced announce(@PathParam("member") String member, @Context HttpHeaders headers) {
        Removals.Announcement said = removals.announce(signedIn.person(), Ids.parse(member), Language.of(headers));
        return new Announced(Long.toString(said.member().id()), said.member().name(), said.sentences());
    }

    @POST
    @Path("/{member}")
    @RolesAllowed(Role.IS_ADMIN)
    public Response remove(@PathParam("member") String member, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Wanted body) {
        Wanted wanted = body == null ? new Wanted(null, null) : body;
        return idempotent.answer(key, body, () -> Answer.created(
                shown(removals.remove(signedIn.person(), Ids.parse(member), wanted.name(), wanted.reason()))));
    }

    private Shown shown(Removals.Removal done) {
        return new Shown(Long.toString(done.member()), done.unit(), done.at().atZone(time.zone()).toOffsetDateTime(), done.by(),
                done.reason());
    }
}
