package org.aixin.goods;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A shop's slips and counts, for programs. */
@Path("/api/shops")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SlipsResource {
    private final Shops shops;
    private final ClerkShops clerkShops;
    private final Slips slips;
    private final Counts counts;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    SlipsResource(Shops shops, ClerkShops clerkShops, Slips slips, Counts counts, SignedIn signedIn, Idempotent idempotent) {
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.slips = slips;
        this.counts = counts;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownLine(String goods, int quantity, @Nullable Integer booked, @Nullable Integer counted,
            @Nullable String bestBefore, @Nullable String batch) {
        static ShownLine of(SlipLine line) {
            return new ShownLine(line.goods().code(), line.quantity(), line.booked(), line.counted(),
                    line.bestBefore() == null ? null : line.bestBefore().toString(), line.batchLabel());
        }
    }

    /** A slip; {@code status} is DONE once it has moved the stock, WAITING for a second person before that. */
    record Shown(String id, Slip.Kind kind, @Nullable String toShop, String reason, List<ShownLine> lines, @Nullable String by,
            Instant at, Slip.Status status, @Nullable String countedBy, @Nullable String second, @Nullable Instant secondAt,
            @Nullable String refusal) {
        static Shown of(Slip slip) {
            return new Shown(Long.toString(slip.id()), slip.kind(), slip.toShop(), slip.reason(),
                    slip.lines().stream().map(ShownLine::of).toList(), slip.by(), slip.at(), slip.status(), slip.countedBy(),
                    slip.second(), slip.secondAt(), slip.refusal());
        }
    }

    record Draft(Slip.@Nullable Kind kind, @Nullable List<@Nullable Piece> lines, @Nullable String toShop,
            @Nullable String reason) {
    }

    record Refusal(@Nullable String reason) {
    }

    /** A shop's slips, newest first; of one state where {@code status} names it. */
    @GET
    @Path("/{code}/slips")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<Shown> slips(@PathParam("code") String code, @QueryParam("status") @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Shop shop = shops.named(code);
        clerkShops.mustWorkAt(signedIn.person(), shop, Role.ADMIN, Role.AUDITOR);
        return slips.of(shop, Slips.status(status), Page.before(cursor), Page.limit(limit)).map(Shown::of);
    }

    /** Writes a slip; a large one waits for a second person. */
    @POST
    @Path("/{code}/slips")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    public Response write(@PathParam("code") String code, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Draft draft) {
        if (draft == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return idempotent.answer(key, draft, () -> Answer.created(Shown.of(slips.write(signedIn.person(), code,
                new Slips.Wish(draft.kind, draft.lines, draft.toShop, draft.reason, null)))));
    }

    /** Lets a waiting slip pass, by another person than who wrote it. */
    @POST
    @Path("/{code}/slips/{id}/confirmation")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    @Consumes(MediaType.WILDCARD)
    public Response confirm(@PathParam("code") String code, @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Person person = signedIn.person();
        long slip = Ids.parse(id);
        return idempotent.answer(key, Map.of(), () -> Answer.created(Shown.of(slips.confirm(person, code, slip))));
    }

    /** Drops a waiting slip. */
    @POST
    @Path("/{code}/slips/{id}/refusal")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    public Response drop(@PathParam("code") String code, @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Refusal refusal) {
        if (refusal == null) {
            throw Problem.of(400, "request_unreadable");
        }
        Person person = signedIn.person();
        long slip = Ids.parse(id);
        return idempotent.answer(key, refusal, () -> Answer.created(Shown.of(slips.drop(person, code, slip, refusal.reason))));
    }

    /** Books a stock-take; the answer is the slip of the differences. */
    @POST
    @Path("/{code}/counts")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    public Response count(@PathParam("code") String code, @HeaderParam("Idempotency-Key") @Nullable String key,
            Counts.@Nullable Count count) {
        if (count == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return idempotent.answer(key, count, () -> Answer.created(Shown.of(counts.post(signedIn.person(), code, count))));
    }
}
