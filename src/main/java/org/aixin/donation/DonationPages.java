package org.aixin.donation;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.PermitAll;
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

import org.aixin.donation.Reach.Count;
import org.aixin.donation.Reach.Trace;
import org.aixin.goods.Batch;
import org.aixin.goods.Catalogue;
import org.aixin.goods.ClerkShops;
import org.aixin.goods.Goods;
import org.aixin.goods.Piece;
import org.aixin.goods.Shop;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.solvency.Fen;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The public board of donations, the form for them, and for the staff where each went. */
@Path("/donations")
@Produces(MediaType.TEXT_HTML)
class DonationPages {
    private static final int LINES = 4;

    @CheckedTemplate(basePath = "donation")
    static class Templates {
        static native TemplateInstance board(List<Line> lines, @Nullable String next);

        static native TemplateInstance write(List<Shop> shops, List<Goods> goods, List<Unit> units, int lines, LocalDate today);

        static native TemplateInstance donation(Donation donation, List<Trace> traces, int households, boolean done);
    }

    /** A line of the board. */
    record Line(Donation donation, List<Batch> batches, Count count) {
    }

    private final Donations donations;
    private final Reach reach;
    private final ClerkShops clerkShops;
    private final Catalogue catalogue;
    private final Units units;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;

    DonationPages(Donations donations, Reach reach, ClerkShops clerkShops, Catalogue catalogue, Units units, SignedIn signedIn,
            Idempotent idempotent, BusinessTime time) {
        this.donations = donations;
        this.reach = reach;
        this.clerkShops = clerkShops;
        this.catalogue = catalogue;
        this.units = units;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
    }

    /** What was given, newest first. */
    @GET
    @PermitAll
    public TemplateInstance board(@QueryParam("cursor") @Nullable String cursor) {
        Page<Line> page = donations.board(cursor, Page.DEFAULT)
                .map(donation -> new Line(donation, donations.batches(donation), reach.count(donation)));
        return Templates.board(page.items(), page.next());
    }

    /** The forms for goods and for money, as far as this person may write either. */
    @GET
    @Path("/new")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_ORGANIZER})
    public TemplateInstance write() {
        Person person = signedIn.person();
        List<Goods> goods = catalogue.seenBy(person, Role.CLERK, Role.ADMIN);
        return Templates.write(clerkShops.of(person, Role.ADMIN), goods,
                units.reachedBy(person, Role.ADMIN, Role.ORGANIZER), LINES, time.today());
    }

    /** Writes goods where a shop is named, else money. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_ORGANIZER})
    public Response written(@FormParam("key") @Nullable String key, @FormParam("donor") @Nullable String donor,
            @FormParam("donorKind") @Nullable String kind, @FormParam("named") @Nullable String named,
            @FormParam("shop") @Nullable String shop, @FormParam("goods") List<String> goods,
            @FormParam("quantity") List<String> quantities, @FormParam("bestBefore") List<String> dates,
            @FormParam("unit") @Nullable String unit, @FormParam("amount") @Nullable String amount,
            @FormParam("day") @Nullable String day, @FormParam("event") @Nullable String event,
            @FormParam("note") @Nullable String note) {
        boolean ofGoods = shop != null && !shop.isBlank();
        Long fen = amount == null || amount.isBlank() ? null : Long.valueOf(Fen.typed(amount));
        Donations.Wish wish = new Donations.Wish(donor, kind, named != null, ofGoods ? shop : null,
                ofGoods ? List.copyOf(pieces(goods, quantities, dates)) : null, unit, fen, day, event, note);
        Person person = signedIn.person();
        idempotent.act(key, wish, () -> donations.write(person, wish));
        return Response.seeOther(URI.create("/donations/donors?done=1")).build();
    }

    /** For the staff: from a donation to the people who have it. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_ORGANIZER, Role.IS_AUDITOR})
    public TemplateInstance donation(@PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        Donation donation = donations.one(signedIn.person(), Ids.parse(id));
        List<Trace> traces = reach.of(donations.batches(donation));
        return Templates.donation(donation, traces, Reach.households(traces), done != null);
    }

    private static List<Piece> pieces(List<String> goods, List<String> quantities, List<String> dates) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < Math.min(goods.size(), quantities.size()); i++) {
            if (!quantities.get(i).isBlank()) {
                pieces.add(new Piece(goods.get(i), Digits.number(quantities.get(i), "quantity"),
                        i < dates.size() ? dates.get(i) : null, null));
            }
        }
        return pieces;
    }
}
