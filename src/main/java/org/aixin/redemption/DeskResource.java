package org.aixin.redemption;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.access.Origin;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Body;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.redemption.Shown.Scanned;
import org.aixin.scan.PhotoReader;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The desk for programs. */
@Path("/api/desk")
@RolesAllowed(Role.IS_CLERK)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DeskResource {
    private final Desk desk;
    private final PhotoReader photos;
    private final SignedIn signedIn;
    private final Origin origin;
    private final Idempotent idempotent;

    DeskResource(Desk desk, PhotoReader photos, SignedIn signedIn, Origin origin, Idempotent idempotent) {
        this.desk = desk;
        this.photos = photos;
        this.signedIn = signedIn;
        this.origin = origin;
        this.idempotent = idempotent;
    }

    record Scan(@Nullable String shop, @Nullable String code) {
    }

    /** Says what a code stands for and moves nothing. */
    @POST
    @Path("/scan")
    public Scanned scan(@Nullable Scan scan, @Context HttpHeaders headers) {
        Scan asked = Body.said(scan);
        return desk.scan(signedIn.person(), asked.shop, asked.code, Language.of(headers));
    }

    /** The same for a photo of the code. */
    @POST
    @Path("/scan-photo")
    @Consumes(MediaType.WILDCARD)
    public Scanned scanPhoto(@QueryParam("shop") @Nullable String shop, byte @Nullable [] photo, @Context HttpHeaders headers) {
        desk.shop(signedIn.person(), shop);
        Optional<String> read = photos.read(photo == null ? new byte[0] : photo);
        String text = read.orElseThrow(() -> Problem.invalid("no_code_found", "photo"));
        try {
            return desk.scan(signedIn.person(), shop, text, Language.of(headers));
        } catch (Problem refused) {
            throw refused.code().equals("mistyped_code") ? Code.unknown(text) : refused;
        }
    }

    /** A card to be used by somebody else. */
    record Behalf(@Nullable String shop, @Nullable String visit, @Nullable String code) {
    }

    /** Opens a visit for the owner of a card whom somebody else comes for: the one of a visit that goes on. */
    @POST
    @Path("/behalf")
    public Scanned onBehalf(@Nullable Behalf behalf) {
        Behalf asked = Body.said(behalf);
        return desk.onBehalf(signedIn.person(), asked.shop, asked.visit, asked.code);
    }

    /** An order to be handed over; {@code visit} is that of whoever comes for its member, if somebody else does. */
    record Collection(@Nullable String shop, @Nullable String code,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String visit) {
    }

    /** Hands over a reservation. */
    @POST
    @Path("/collections")
    @Blocking
    public Uni<Response> collect(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Collection order,
            @Context HttpHeaders headers) {
        Collection asked = Body.said(order);
        KeyedRequest keyed = idempotent.keyed(key, asked);
        return desk.collect(signedIn.person(), asked.shop, asked.code, asked.visit, keyed, Language.of(headers))
                .map(Idempotent::response);
    }

    /** Hands over a basket during a visit. */
    @POST
    @Path("/redemptions")
    @Blocking
    public Uni<Response> redeem(@HeaderParam("Idempotency-Key") @Nullable String key, Desk.@Nullable Basket basket,
            @Context HttpHeaders headers) {
        KeyedRequest keyed = idempotent.keyed(key, Body.said(basket));
        return desk.redeem(signedIn.person(), Body.said(basket), origin.address(), keyed, Language.of(headers))
                .map(Idempotent::response);
    }
}
