package org.aixin.redemption;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;

import org.jspecify.annotations.Nullable;

/** Where a clerk says that they stand at a counter, and that they leave it. */
@Path("/desk/sessions")
@Produces(MediaType.TEXT_HTML)
class SessionPages {
    private final Sessions sessions;
    private final Desk desk;
    private final Shops shops;
    private final SignedIn signedIn;

    SessionPages(Sessions sessions, Desk desk, Shops shops, SignedIn signedIn) {
        this.sessions = sessions;
        this.desk = desk;
        this.shops = shops;
        this.signedIn = signedIn;
    }

    /** Opens a session in a shop. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_CLERK)
    public Response open(@FormParam("shop") @Nullable String code) {
        Shop shop = desk.shop(signedIn.person(), code);
        sessions.open(signedIn.person(), shop);
        return Response.seeOther(URI.create("/desk")).cookie(ShopChoice.remember(shop)).build();
    }

    /** Closes one, and shows what came of the day. */
    @POST
    @Path("/{id}/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    public Response close(@PathParam("id") String id) {
        Session closed = sessions.close(signedIn.person(), Ids.parse(id));
        return Response.seeOther(URI.create("/desk/day?shop=" + shops.byId(closed.shop()).code())).build();
    }
}
