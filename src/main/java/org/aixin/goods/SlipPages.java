package org.aixin.goods;

import java.net.URI;
import java.time.LocalDate;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Slip.Kind;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Slips: written, let pass or dropped by a second person, and on paper. */
@Path("/stock")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
class SlipPages {
    @CheckedTemplate(basePath = "goods")
    static class Templates {
        static native TemplateInstance slip(Shop shop, Slip slip, @Nullable Shop target, LocalDate day);
    }

    private final Shops shops;
    private final Slips slips;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;

    SlipPages(Shops shops, Slips slips, SignedIn signedIn, Idempotent idempotent, BusinessTime time) {
        this.shops = shops;
        this.slips = slips;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
    }

    /** Writes a slip of the lines that have a quantity. */
    @POST
    @Path("/{shop}/slips")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@PathParam("shop") String shop, @FormParam("key") @Nullable String key,
            @FormParam("kind") @Nullable String kind, @FormParam("toShop") @Nullable String toShop,
            @FormParam("reason") @Nullable String reason, @FormParam("goods") List<String> goods,
            @FormParam("quantity") List<String> quantities, @FormParam("bestBefore") List<String> dates,
            @FormParam("batch") List<String> batches) {
        Slips.Wish draft = new Slips.Wish(kind(kind), List.copyOf(pieces(goods, quantities, dates, batches)), toShop, reason,
                null);
        idempotent.act(key, draft, () -> slips.write(signedIn.person(), shop, draft));
        return stock(shop);
    }

    /** A slip as it is printed, with room for signatures. */
    @GET
    @Path("/{shop}/slips/{id}")
    public TemplateInstance slip(@PathParam("shop") String code, @PathParam("id") String id) {
        Shop shop = shops.named(code);
        Slip slip = slips.one(signedIn.person(), shop, Ids.parse(id));
        return Templates.slip(shop, slip, slip.toShop() == null ? null : shops.named(slip.toShop()),
                time.day(slip.at()));
    }

    /** The second person lets it pass. */
    @POST
    @Path("/{shop}/slips/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("shop") String shop, @PathParam("id") String id, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        long slip = Ids.parse(id);
        idempotent.act(key, id, () -> slips.confirm(person, shop, slip));
        return stock(shop);
    }

    /** Drops it. */
    @POST
    @Path("/{shop}/slips/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response drop(@PathParam("shop") String shop, @PathParam("id") String id, @FormParam("key") @Nullable String key,
            @FormParam("reason") @Nullable String reason) {
        Person person = signedIn.person();
        long slip = Ids.parse(id);
        idempotent.act(key, "" + reason, () -> slips.drop(person, shop, slip, reason));
        return stock(shop);
    }

    static Response stock(String shop) {
        return Response.seeOther(URI.create("/stock?done=1&shop=" + shop)).build();
    }

    private static @Nullable Kind kind(@Nullable String name) {
        return List.of(Kind.values()).stream().filter(kind -> kind.name().equals(name)).findFirst().orElse(null);
    }

    /** The lines of a form that have a quantity, with the date or the batch beside it where there is one. */
    private static List<Piece> pieces(List<String> goods, List<String> quantities, List<String> dates,
            List<String> batches) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < Math.min(goods.size(), quantities.size()); i++) {
            Integer quantity = Words.number(quantities.get(i), "quantity");
            if (quantity != null && quantity != 0) {
                pieces.add(new Piece(goods.get(i), quantity, i < dates.size() ? dates.get(i) : null,
                        i < batches.size() ? batches.get(i) : null));
            }
        }
        return pieces;
    }

    /** The lines of a form that have a quantity. */
    static List<Wanted> lines(List<String> goods, List<String> quantities) {
        List<Wanted> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(goods.size(), quantities.size()); i++) {
            Integer quantity = Words.number(quantities.get(i), "quantity");
            if (quantity != null && quantity != 0) {
                lines.add(new Wanted(goods.get(i), quantity));
            }
        }
        return lines;
    }
}
