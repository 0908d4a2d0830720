package org.aixin.redemption;

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

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Answer;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.QrSvg;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Orders for programs. */
@Path("/api/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OrdersResource {
    private final Orders orders;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;

    OrdersResource(Orders orders, SignedIn signedIn, Idempotent idempotent, BusinessTime time) {
        this.orders = orders;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
    }

    record Reason(@Nullable String reason) {
    }

    /** Reserves goods. */
    @POST
    @RolesAllowed(Role.IS_RESIDENT)
    @NonBlocking
    public Uni<Response> reserve(@HeaderParam("Idempotency-Key") @Nullable String key, Orders.@Nullable Wish wish,
            @Context HttpHeaders headers) {
        KeyedRequest keyed = idempotent.keyed(key, wish);
        if (wish == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return orders.reserve(signedIn.person(), wish, keyed, Language.of(headers)).map(Idempotent::response);
    }

    /** The resident's own orders, newest first. */
    @GET
    @RolesAllowed(Role.IS_RESIDENT)
    public Page<Shown.OneOrder> mine(@QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return orders.of(signedIn.person(), Page.before(cursor), Page.limit(limit)).map(order -> Shown.order(order, time.now()));
    }

    /** An order, for its resident and for staff of its shop. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_CLERK, Role.IS_ADMIN, Role.IS_AUDITOR})
    public Shown.OneOrder one(@PathParam("id") String id) {
        return Shown.order(orders.read(signedIn.person(), Ids.parse(id)), time.now());
    }

    /** The QR code of an order's code. */
    @GET
    @Path("/{id}/code.svg")
    @Produces("image/svg+xml")
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_CLERK, Role.IS_ADMIN})
    public String code(@PathParam("id") String id) {
        return QrSvg.of(orders.read(signedIn.person(), Ids.parse(id)).code());
    }

    /** Cancels a reservation. */
    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_CLERK, Role.IS_ADMIN})
    public Response cancel(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") String id) {
        return idempotent.answer(key, "",
                () -> Answer.ok(Shown.order(orders.cancel(signedIn.person(), Ids.parse(id)), time.now())));
    }

    /** Takes back what was handed over. */
    @POST
    @Path("/{id}/reversal")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    public Response reverse(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") String id,
            @Nullable Reason asked) {
        String reason = asked == null ? null : asked.reason;
        return idempotent.answer(key, asked,
                () -> Answer.created(Shown.reversed(orders.reverse(signedIn.person(), Ids.parse(id), reason))));
    }
}
