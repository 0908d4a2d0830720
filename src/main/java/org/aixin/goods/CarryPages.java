package org.aixin.goods;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Loading the van: goods carried from one shop to another, and back what is left. */
@Path("/stock")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
class CarryPages {
    @CheckedTemplate(basePath = "goods")
    static class Templates {
        static native TemplateInstance carry(Shop from, @Nullable Shop to, List<Shop> others, List<Row> rows);
    }

    /**
     * Goods that can be carried.
     *
     * @param there how many the other shop has
     * @param proposed how many the form begins with, empty for none
     */
    record Row(Level level, int there, String proposed) {
    }

    private final Shops shops;
    private final ClerkShops clerkShops;
    private final Stock stock;
    private final Slips slips;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    CarryPages(Shops shops, ClerkShops clerkShops, Stock stock, Slips slips, SignedIn signedIn, Idempotent idempotent) {
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.stock = stock;
        this.slips = slips;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** What can be carried from this shop; from a van, all that is left is proposed. */
    @GET
    @Path("/{shop}/carry")
    public TemplateInstance carry(@PathParam("shop") String code, @QueryParam("to") @Nullable String to) {
        Person person = signedIn.person();
        Shop from = shops.named(code);
        slips.mayWrite(person, from);
        List<Shop> others = clerkShops.of(person, Role.ADMIN).stream().filter(shop -> shop.id() != from.id())
                .toList();
        Shop target = others.stream().filter(shop -> shop.code().equals(to)).findFirst()
                .orElse(others.isEmpty() ? null : others.get(0));
        return Templates.carry(from, target, others, target == null ? List.of() : rows(from, target));
    }

    private List<Row> rows(Shop from, Shop to) {
        Map<Long, Level> there = levels(to).stream().collect(Collectors.toMap(level -> level.goods().id(), Function.identity()));
        return levels(from).stream().filter(level -> level.available() > 0).map(level -> {
            Level other = there.get(level.goods().id());
            return new Row(level, other == null ? 0 : other.onHand(),
                    from.kind() == Shop.Kind.MOBILE ? Integer.toString(level.available()) : "");
        }).toList();
    }

    private List<Level> levels(Shop shop) {
        return stock.levels(shop, 0, Page.MOST).items();
    }

    /** Writes the transfer. */
    @POST
    @Path("/{shop}/carry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response carried(@PathParam("shop") String shop, @FormParam("key") @Nullable String key,
            @FormParam("toShop") @Nullable String toShop, @FormParam("reason") @Nullable String reason,
            @FormParam("goods") List<String> goods, @FormParam("quantity") List<String> quantities) {
        Slips.Draft draft = new Slips.Draft(Kind.TRANSFER, List.copyOf(SlipPages.lines(goods, quantities)), toShop, reason);
        idempotent.act(key, draft, () -> slips.write(signedIn.person(), shop, draft));
        return SlipPages.stock(shop);
    }
}
