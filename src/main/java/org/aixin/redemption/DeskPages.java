package org.aixin.redemption;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.ClerkShops;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.redemption.Screen.Result;
import org.aixin.scan.PhotoReader;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The desk's screen: one field, one large answer, what was done last. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_CLERK)
class DeskPages {
    @CheckedTemplate(basePath = "redemption")
    static class Templates {
        static native TemplateInstance people(Screen screen, String query, List<Member> found);
    }

    private final Desk desk;
    private final DeskScreen screens;
    private final Orders orders;
    private final PhotoReader photos;
    private final Scans scans;
    private final ClerkShops shops;
    private final Members members;
    private final Ledger ledger;
    private final SignedIn signedIn;

    DeskPages(Desk desk, DeskScreen screens, Orders orders, PhotoReader photos, Scans scans, ClerkShops shops,
            Members members, Ledger ledger, SignedIn signedIn) {
        this.desk = desk;
        this.screens = screens;
        this.orders = orders;
        this.photos = photos;
        this.scans = scans;
        this.shops = shops;
        this.members = members;
        this.ledger = ledger;
        this.signedIn = signedIn;
    }

    /** The empty desk, or what was just handed over or taken back. */
    @GET
    public Object desk(@CookieParam(ShopChoice.COOKIE) @Nullable String chosen, @QueryParam("done") @Nullable String done,
            @QueryParam("undone") @Nullable String undone) {
        Shop shop = ShopChoice.of(shops.of(signedIn.person()), chosen);
        if (shop == null) {
            return Response.seeOther(URI.create("/desk/shop")).build();
        }
        String id = done == null ? undone : done;
        return screens.show(shop, id == null ? Result.READY : after(done == null ? "UNDONE" : "DONE", id));
    }

    /** Goes on with a visit that this clerk began and did not finish. */
    @GET
    @Path("/visits/{id}")
    public Object goOn(@PathParam("id") String id, @CookieParam(ShopChoice.COOKIE) @Nullable String chosen) {
        Shop shop = ShopChoice.of(shops.of(signedIn.person()), chosen);
        return shop == null
                ? Response.seeOther(URI.create("/desk/shop")).build()
                : screens.said(shop,
                        () -> screens.visit(shop, desk.visited(signedIn.person(), shop.code(), id, screens.language())));
    }

    private Result after(String kind, String id) {
        Order order = orders.read(signedIn.person(), Ids.parse(id));
        return Result.after(kind, order, ledger.spendable(Owner.member(order.member().id())));
    }

    /** Says what a code stands for; in a visit, goods go into the basket. */
    @POST
    @Path("/scan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance scan(@FormParam("shop") @Nullable String shopCode, @FormParam("code") @Nullable String code,
            @FormParam("visit") @Nullable String visit, @FormParam("basket") @Nullable String basket) {
        Shop shop = desk.shop(signedIn.person(), shopCode);
        return screens.said(shop, () -> scans.of(shop, new Scans.Scan(code, visit, basket)));
    }

    /** The same for a photo. */
    @POST
    @Path("/photo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TemplateInstance photo(@RestForm("shop") @Nullable String shopCode, @RestForm("photo") @Nullable FileUpload photo,
            @RestForm("visit") @Nullable String visit, @RestForm("basket") @Nullable String basket) throws IOException {
        Shop shop = desk.shop(signedIn.person(), shopCode);
        byte[] bytes = photo == null ? new byte[0] : Files.readAllBytes(photo.uploadedFile());
        return screens.said(shop, () -> scans.ofPhoto(shop, new Scans.Scan(null, visit, basket), () -> read(bytes)));
    }

    private String read(byte[] photo) {
        try {
            return photos.read(photo).orElseThrow(() -> Problem.invalid("no_code_found", "photo"));
        } catch (Problem refused) {
            throw refused.status() == 415 ? Problem.invalid("photo_unreadable", "photo") : refused;
        }
    }

    /** Finds a member by name, pinyin, phone or card. */
    @GET
    @Path("/people")
    public Object people(@CookieParam(ShopChoice.COOKIE) @Nullable String chosen, @QueryParam("query") @Nullable String query) {
        Shop shop = ShopChoice.of(shops.of(signedIn.person()), chosen);
        if (shop == null) {
            return Response.seeOther(URI.create("/desk/shop")).build();
        }
        String typed = Text.optional(query, "query", 40);
        List<Member> found = typed == null ? List.of() : members.search(signedIn.person(), typed, null, Page.DEFAULT).items();
        return Templates.people(screens.screen(shop, Result.READY), typed == null ? "" : typed, found);
    }

    /** Opens a visit for a member who was found; it needs the member's secret. */
    @POST
    @Path("/people")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance found(@FormParam("shop") @Nullable String shopCode, @FormParam("member") @Nullable String member) {
        Shop shop = desk.shop(signedIn.person(), shopCode);
        return screens.said(shop,
                () -> scans.of(shop, desk.found(signedIn.person(), shopCode, Ids.parse(member == null ? "" : member))));
    }
}
