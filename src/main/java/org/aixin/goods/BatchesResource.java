package org.aixin.goods;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Page;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The batches of shops, for programs. */
@Path("/api/shops")
@Produces(MediaType.APPLICATION_JSON)
class BatchesResource {
    private final Shops shops;
    private final ClerkShops clerkShops;
    private final Batches batches;
    private final SignedIn signedIn;
    private final BusinessTime time;

    BatchesResource(Shops shops, ClerkShops clerkShops, Batches batches, SignedIn signedIn, BusinessTime time) {
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.batches = batches;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** A batch; {@code left} is what the shop has of it, absent where no shop was asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String id, String label, String goods, String name, int quantity, @Nullable Integer left,
            @Nullable String bestBefore, @Nullable Long daysLeft, boolean expired) {
        static Shown of(Batch batch, @Nullable Integer left, LocalDate today) {
            return new Shown(Long.toString(batch.id()), batch.label(), batch.goods().code(), batch.goods().name(),
                    batch.quantity(), left, batch.bestBefore() == null ? null : batch.bestBefore().toString(),
                    batch.daysLeft(today), batch.isExpired(today));
        }
    }

    /** The batches of which a shop has any, what goes bad first before all else. */
    @GET
    @Path("/{code}/batches")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<Shown> of(@PathParam("code") String code) {
        Shop shop = shops.named(code);
        clerkShops.mustWorkAt(signedIn.person(), shop, Role.ADMIN, Role.AUDITOR);
        LocalDate today = time.today();
        List<Shown> shown = batches.of(shop).stream().map(held -> Shown.of(held.batch(), held.left(), today)).toList();
        return new Page<>(shown, null);
    }
}
