package org.aixin.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;

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

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Answer;
import org.aixin.kernel.Body;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Text;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Awards, for programs. */
@Path("/api/awards")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AwardsResource {
    private static final int LONGEST_CODE = 40;
    private final Awards awards;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    AwardsResource(Awards awards, SignedIn signedIn, Idempotent idempotent) {
        this.awards = awards;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** What is to be awarded; see {@link Deed}. The gathering is that of an event, such as {@code talk:5}. */
    record Request(@Nullable String memberId, @Nullable String rule, @Nullable BigDecimal quantity,
            @Nullable OffsetDateTime occurredAt, @Nullable String reference, @Nullable String note,
            @Nullable String gathering) {
        Deed deed(Person actor) {
            Instant at = occurredAt == null ? null : occurredAt.toInstant();
            return new Deed(Ids.parse(Text.required(memberId, "memberId", LONGEST_CODE)),
                    Text.required(rule, "rule", LONGEST_CODE),
                    quantity, at, Text.optional(reference, "reference", Awards.LONGEST_REFERENCE),
                    Text.optional(note, "note", Awards.LONGEST_NOTE), actor.id(), null,
                    Text.optional(gathering, "gathering", LONGEST_CODE));
        }
    }

    /** Why an award is taken back. */
    record Reason(@Nullable String reason) {
    }

    /**
     * What became of a deed: points below zero were taken, and shortfall is what was not there to take.
     *
     * @param outcome {@code credited}; {@code pending} where another person decides, points then being what it would be worth; or
     *        {@code capped}
     * @param cappedBy {@code event_budget} where the event's budget cut it, {@code budget} where the village's budget cut it, {@code cap} where a cap did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(String id, int points, int shortfall, String outcome, @Nullable String cappedBy) {
        static Result of(Awarded awarded) {
            return new Result(Long.toString(awarded.id()), awarded.points(), awarded.shortfall(), awarded.outcome().code(),
                    cappedBy(awarded));
        }

        private static @Nullable String cappedBy(Awarded awarded) {
            String by = awarded.cappedBy();
            if (by == null) {
                return null;
            }
            return awarded.isOverPurse() ? "event_budget" : by.endsWith(Cap.Scope.VILLAGE.name()) ? "budget" : "cap";
        }
    }

    /**
     * An award as programs see it.
     *
     * @param status {@code noticed} while its notice hangs, {@code credited}, {@code withdrawn} from the notice, or {@code reversed}
     */
    record Shown(String id, String memberId, String rule, int version, String title, BigDecimal quantity, int points,
            int shortfall, Instant occurredAt,
            Instant recordedAt, @Nullable String note, boolean reversed, String status) {
        static Shown of(Award award, Map<Long, AwardStatus> states) {
            return new Shown(Long.toString(award.id()), Long.toString(award.member()), award.rule(), award.version(),
                    award.title(), Rule.plain(award.quantity()), award.points(), award.shortfall(), award.occurredAt(),
                    award.recordedAt(), award.note(),
                    award.isReversed(), Objects.requireNonNull(states.get(award.id())).code());
        }
    }

    /** Awards a deed. */
    @POST
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_CLERK, Role.IS_ADMIN})
    public Response award(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Request asked) {
        Request request = Body.said(asked);
        return idempotent.answer(key, request, () -> {
            Person person = signedIn.person();
            return Answer.created(Result.of(awards.award(person, request.deed(person))));
        });
    }

    /** Takes an award back. */
    @POST
    @Path("/{id}/reversal")
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_ADMIN})
    public Response reverse(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Reason asked) {
        Reason request = Body.said(asked);
        return idempotent.answer(key, request,
                () -> Answer.created(awards.reverse(signedIn.person(), Ids.parse(id), request.reason())));
    }

    /** The awards that the person may see, newest first. */
    @GET
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<Shown> newest(@QueryParam("member") @Nullable String member, @QueryParam("rule") @Nullable String rule,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Long only = member == null ? null : Ids.parse(member);
        Page<Award> page = awards.newest(signedIn.person(), only, rule, cursor, Page.limit(limit));
        Map<Long, AwardStatus> states = awards.states(page.items());
        return page.map(award -> Shown.of(award, states));
    }
}
