package org.aixin.redemption;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.ClerkShops;
import org.aixin.goods.Shop;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Where a clerk chooses, once, in which shop they stand. */
@Path("/desk/shop")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_CLERK)
class ShopChoicePages {
    @CheckedTemplate(basePath = "redemption")
    static class Templates {
        static native TemplateInstance shops(List<Shop> shops);
    }

    private final ClerkShops shops;
    private final SignedIn signedIn;

    ShopChoicePages(ClerkShops shops, SignedIn signedIn) {
        this.shops = shops;
        this.signedIn = signedIn;
    }

    /** The shops within reach. */
    @GET
    public TemplateInstance choose() {
        return Templates.shops(shops.of(signedIn.person()));
    }

    /** Remembers one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response chosen(@FormParam("shop") @Nullable String code) {
        Shop shop = ShopChoice.of(shops.of(signedIn.person()), code);
        if (shop == null) {
            throw Problem.notFound();
        }
        return Response.seeOther(URI.create("/desk")).cookie(ShopChoice.remember(shop)).build();
    }
}
