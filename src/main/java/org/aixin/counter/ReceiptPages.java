package org.aixin.counter;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.goods.ClerkShops;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A receipt of 58 mm, to print after a hand-over. */
@Path("/desk/receipts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
class ReceiptPages {
    @CheckedTemplate(basePath = "counter")
    static class Templates {
        static native TemplateInstance receipt(Shop shop, HandOver one, LocalDate day, long left);
    }

    private final HandOvers handOvers;
    private final Shops shops;
    private final ClerkShops clerkShops;
    private final Ledger ledger;
    private final Sql sql;
    private final SignedIn signedIn;
    private final BusinessTime time;

    ReceiptPages(HandOvers handOvers, Shops shops, ClerkShops clerkShops, Ledger ledger, Sql sql, SignedIn signedIn,
            BusinessTime time) {
        this.handOvers = handOvers;
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.ledger = ledger;
        this.sql = sql;
        this.signedIn = signedIn;
        this.time = time;
    }

    @GET
    @Path("/{order}")
    public TemplateInstance receipt(@PathParam("order") String order) {
        long id = Ids.parse(order);
        Shop shop = sql.first("SELECT shop_id FROM orders WHERE id = ?", row -> row.getLong(1), id).map(shops::byId)
                .orElseThrow(Problem::notFound);
        clerkShops.mustWorkAt(signedIn.person(), shop, Role.ADMIN);
        HandOver one = handOvers.one(id);
        return Templates.receipt(shop, one, time.day(one.at()), ledger.spendable(Owner.member(one.member().id())));
    }
}
