package org.aixin.goods;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Slip.Status;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** What a shop has, and the slips by which that changes. */
@Path("/stock")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
class StockPages {
    private static final int LINES_OF_A_SLIP = 4, SLIPS = 10;

    @CheckedTemplate(basePath = "goods")
    static class Templates {
        static native TemplateInstance stock(List<Shop> shops, @Nullable Shop shop, List<Level> levels, @Nullable String next,
                List<Goods> goods, List<Slip> slips, List<Slip> waiting, long me, int lines, boolean done);
    }

    private final Shops shops;
    private final ClerkShops clerkShops;
    private final Stock stock;
    private final Slips slips;
    private final Offers offers;
    private final SignedIn signedIn;

    StockPages(Shops shops, ClerkShops clerkShops, Stock stock, Slips slips, Offers offers, SignedIn signedIn) {
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.stock = stock;
        this.slips = slips;
        this.offers = offers;
        this.signedIn = signedIn;
    }

    /** One of the shops that this person looks after, the first unless another is asked. */
    @GET
    public TemplateInstance of(@QueryParam("shop") @Nullable String code, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        List<Shop> mine = clerkShops.of(signedIn.person(), Role.ADMIN);
        Shop shop = mine.stream().filter(one -> one.code().equals(code)).findFirst()
                .orElse(mine.isEmpty() ? null : mine.get(0));
        if (shop == null) {
            return Templates.stock(mine, null, List.of(), null, List.of(), List.of(), List.of(), 0, 0, false);
        }
        Page<Level> page = stock.levels(shop, Page.after(cursor), Page.DEFAULT);
        List<Goods> goods = offers.at(shop.path());
        return Templates.stock(mine, shop, page.items(), page.next(), goods, slips.of(shop, Long.MAX_VALUE, SLIPS).items(),
                slips.of(shop, Status.WAITING, Long.MAX_VALUE, Page.MOST).items(), signedIn.person().id(), LINES_OF_A_SLIP,
                done != null);
    }

    /** Sets at how many of one kind of goods the shop is told to fill up. */
    @POST
    @Path("/{shop}/low")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response warnAt(@PathParam("shop") String code, @FormParam("goods") @Nullable String goods,
            @FormParam("low") @Nullable String low) {
        Shop shop = shops.named(code);
        slips.mayWrite(signedIn.person(), shop);
        stock.warnAt(shop, offers.known(shop, goods), Words.number(low, "low"));
        return SlipPages.stock(code);
    }
}
