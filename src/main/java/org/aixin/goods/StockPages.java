package org.aixin.goods;

import java.net.URI;
import java.util.ArrayList;
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

import org.aixin.goods.Slip.Kind;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** What a shop has, and the slips by which that changes. */
@Path("/stock")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
class StockPages {
    private static final int LINES_OF_A_SLIP = 4;

    @CheckedTemplate(basePath = "goods")
    static class Templates {
        static native TemplateInstance stock(List<Shop> shops, @Nullable Shop shop, List<Level> levels, @Nullable String next,
                List<Goods> goods, List<Slip> slips, int lines, boolean done);
    }

    private final Shops shops;
    private final Stock stock;
    private final Slips slips;
    private final Catalogue catalogue;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    StockPages(Shops shops, Stock stock, Slips slips, Catalogue catalogue, SignedIn signedIn, Idempotent idempotent) {
        this.shops = shops;
        this.stock = stock;
        this.slips = slips;
        this.catalogue = catalogue;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** One of the shops that this person looks after, the first unless another is asked. */
    @GET
    public TemplateInstance of(@QueryParam("shop") @Nullable String code, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        List<Shop> mine = shops.reachedBy(signedIn.person(), Role.CLERK, Role.ADMIN);
        Shop shop = mine.stream().filter(one -> one.code().equals(code)).findFirst()
                .orElse(mine.isEmpty() ? null : mine.get(0));
        if (shop == null) {
            return Templates.stock(mine, null, List.of(), null, List.of(), List.of(), 0, false);
        }
        Page<Level> page = stock.levels(shop, Page.after(cursor), Page.DEFAULT);
        List<Goods> goods = catalogue.list(null, 0, Page.MOST).items().stream()
                .filter(one -> one.status() != Goods.Status.PROPOSED).toList();
        return Templates.stock(mine, shop, page.items(), page.next(), goods, slips.of(shop, Long.MAX_VALUE, 10).items(),
                LINES_OF_A_SLIP, done != null);
    }

    /** Writes a slip of the lines that have a quantity. */
    @POST
    @Path("/{shop}/slips")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@PathParam("shop") String shop, @FormParam("key") @Nullable String key,
            @FormParam("kind") @Nullable String kind, @FormParam("toShop") @Nullable String toShop,
            @FormParam("reason") @Nullable String reason, @FormParam("goods") List<String> goods,
            @FormParam("quantity") List<String> quantities) {
        Slips.Draft draft = new Slips.Draft(kind(kind), lines(goods, quantities), toShop, reason);
        idempotent.act(key, draft, () -> slips.write(signedIn.person(), shop, draft));
        return Response.seeOther(URI.create("/stock?done=1&shop=" + shop)).build();
    }

    private static @Nullable Kind kind(@Nullable String name) {
        return List.of(Kind.values()).stream().filter(kind -> kind.name().equals(name)).findFirst().orElse(null);
    }

    private static List<Wanted> lines(List<String> goods, List<String> quantities) {
        List<Wanted> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(goods.size(), quantities.size()); i++) {
            Integer quantity = Words.number(quantities.get(i), "quantity");
            if (quantity != null) {
                lines.add(new Wanted(goods.get(i), quantity));
            }
        }
        return lines;
    }
}
