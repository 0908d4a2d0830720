package org.aixin.donation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
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

import org.aixin.donation.Reach.Count;
import org.aixin.donation.Reach.Trace;
import org.aixin.goods.Batch;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Answer;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Donations, for programs. */
@Path("/api/donations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DonationsResource {
    private final Donations donations;
    private final Reach reach;
    private final Idempotent idempotent;
    private final SignedIn signedIn;

    DonationsResource(Donations donations, Reach reach, Idempotent idempotent, SignedIn signedIn) {
        this.donations = donations;
        this.reach = reach;
        this.idempotent = idempotent;
        this.signedIn = signedIn;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownLine(String batch, String goods, String name, int quantity, @Nullable String bestBefore) {
        static ShownLine of(Batch batch) {
            LocalDate day = batch.bestBefore();
            return new ShownLine(batch.label(), batch.goods().code(), batch.goods().name(), batch.quantity(),
                    day == null ? null : day.toString());
        }
    }

    /** A donation for everybody; without {@code donor} it is of a kind person. Households are counted, never named. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String id, String day, @Nullable String donor, String where, List<ShownLine> lines, @Nullable Long fen,
            @Nullable String event, int handedOut, int households) {
    }

    /** A donation for the staff; {@code counts} once it is in a shop or a fund. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Written(String id, @Nullable String donor, @Nullable String donorName, boolean named, String day, boolean counts,
            List<ShownLine> lines, @Nullable Long fen) {
    }

    record Share(String member, String name, String unit, String order, int quantity, Instant at) {
    }

    record ShownTrace(String batch, String goods, int quantity, int handedOut, int left, int gone, int households,
            List<Share> people) {
        static ShownTrace of(Trace trace) {
            return new ShownTrace(trace.batch().label(), trace.batch().goods().code(), trace.batch().quantity(), trace.handed(),
                    trace.left(), trace.gone(), Reach.households(List.of(trace)),
                    trace.people().stream()
                            .map(share -> new Share(Long.toString(share.taker().member()), share.taker().name(),
                                    share.taker().unit(), Long.toString(share.taker().order()), share.pieces(),
                                    share.taker().at()))
                            .toList());
        }
    }

    /** What was given, newest first. */
    @GET
    @PermitAll
    public Page<Shown> board(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return donations.board(cursor, Page.limit(limit)).map(this::shown);
    }

    private Shown shown(Donation donation) {
        Count count = reach.count(donation);
        return new Shown(Long.toString(donation.id()), donation.day().toString(), donation.publicName(), donation.where(),
                lines(donation), donation.fen(), donation.event(), count.handed(), count.households());
    }

    /** Writes a donation: goods for a shop, or money for a unit's fund. */
    @POST
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_ORGANIZER})
    public Response write(@HeaderParam("Idempotency-Key") @Nullable String key, Donations.@Nullable Wish wish) {
        if (wish == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return idempotent.answer(key, wish, () -> Answer.created(written(donations.write(signedIn.person(), wish))));
    }

    private Written written(Donation donation) {
        return new Written(Long.toString(donation.id()), donation.donor() == null ? null : Long.toString(donation.donor()),
                donation.name(), donation.named(), donation.day().toString(), donation.counts(), lines(donation), donation.fen());
    }

    /** From the batches of a donation to the people who have them. */
    @GET
    @Path("/{id}/people")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_ORGANIZER, Role.IS_AUDITOR})
    public Page<ShownTrace> people(@PathParam("id") String id) {
        Donation donation = donations.one(signedIn.person(), Ids.parse(id));
        return new Page<>(reach.of(donations.batches(donation)).stream().map(ShownTrace::of).toList(), null);
    }

    private List<ShownLine> lines(Donation donation) {
        return donations.batches(donation).stream().map(ShownLine::of).toList();
    }
}
