package org.aixin.goods;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.QrSvg;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Labels for the shelf: name, points, and a QR code that the desk's scanner reads as goods, 24 a sheet of A4. */
@Path("/admin/goods/labels")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_ADMIN, Role.IS_CLERK})
class LabelPages {
    private static final int A_SHEET = 24;

    @CheckedTemplate(basePath = "goods")
    static class Templates {
        static native TemplateInstance labels(List<Shop> shops, @Nullable Shop shop, List<Goods> goods, int most);

        static native TemplateInstance labelSheets(List<List<Label>> sheets);
    }

    /** One label; the picture holds the digits. */
    record Label(Goods goods, String picture) {
    }

    private final ClerkShops clerkShops;
    private final Offers offers;
    private final SignedIn signedIn;

    LabelPages(ClerkShops clerkShops, Offers offers, SignedIn signedIn) {
        this.clerkShops = clerkShops;
        this.offers = offers;
        this.signedIn = signedIn;
    }

    /** Which goods of which shop, and how many of each. */
    @GET
    public TemplateInstance choose(@QueryParam("shop") @Nullable String code) {
        List<Shop> mine = mine();
        Shop shop = picked(mine, code);
        return Templates.labels(mine, shop, offered(shop), A_SHEET);
    }

    /** The sheets; without goods, those of all that the shop can offer, at its prices. */
    @GET
    @Path("/print")
    public TemplateInstance print(@QueryParam("shop") @Nullable String shop, @QueryParam("goods") List<String> codes,
            @QueryParam("copies") @Nullable String copies) {
        Integer asked = Words.number(copies, "copies");
        int each = asked == null ? 1 : Words.inRange(asked, "copies", 1, A_SHEET);
        List<Label> labels = new ArrayList<>();
        for (Goods goods : offered(picked(mine(), shop))) {
            if (codes.isEmpty() || codes.contains(goods.code())) {
                labels.addAll(Collections.nCopies(each, new Label(goods, QrSvg.of(goods.label()))));
            }
        }
        return Templates.labelSheets(sheets(labels));
    }

    private List<Shop> mine() {
        return clerkShops.of(signedIn.person(), Role.ADMIN);
    }

    private static @Nullable Shop picked(List<Shop> mine, @Nullable String code) {
        return mine.stream().filter(shop -> shop.code().equals(code)).findFirst().orElse(mine.isEmpty() ? null : mine.get(0));
    }

    private List<Goods> offered(@Nullable Shop shop) {
        return shop == null ? List.of() : offers.at(shop.path());
    }

    private static List<List<Label>> sheets(List<Label> labels) {
        List<List<Label>> sheets = new ArrayList<>();
        for (int from = 0; from < labels.size(); from += A_SHEET) {
            sheets.add(labels.subList(from, Math.min(from + A_SHEET, labels.size())));
        }
        return sheets;
    }
}
