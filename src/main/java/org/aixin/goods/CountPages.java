package org.aixin.goods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

import org.aixin.goods.Counts.Counted;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Stock-takes: the sheet to count with, and the form to write down what was found. */
@Path("/stock")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
class CountPages {
    private static final int MOST_PAGES = 5;

    @CheckedTemplate(basePath = "goods")
    static class Templates {
        static native TemplateInstance count(Shop shop, List<Row> rows, String who, boolean overtaken);

        static native TemplateInstance countSheet(Shop shop, List<Level> levels, String day);
    }

    /**
     * A line of the form.
     *
     * @param counted what was typed, empty for nothing
     * @param moved whether goods came or left since that was counted
     */
    record Row(Level level, String counted, boolean moved) {
    }

    private final Shops shops;
    private final Stock stock;
    private final Counts counts;
    private final Slips slips;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;

    CountPages(Shops shops, Stock stock, Counts counts, Slips slips, SignedIn signedIn, Idempotent idempotent,
            BusinessTime time) {
        this.shops = shops;
        this.stock = stock;
        this.counts = counts;
        this.slips = slips;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
    }

    /** The form, with what is booked. */
    @GET
    @Path("/{shop}/count")
    public TemplateInstance count(@PathParam("shop") String code) {
        Shop shop = mine(code);
        return Templates.count(shop, levels(shop).stream().map(level -> new Row(level, "", false)).toList(),
                signedIn.person().name(), false);
    }

    /** The sheet on paper; what is booked is left out, so that nobody counts toward it. */
    @GET
    @Path("/{shop}/count/print")
    public TemplateInstance sheet(@PathParam("shop") String code) {
        Shop shop = mine(code);
        return Templates.countSheet(shop, levels(shop), time.today().toString());
    }

    /** Books what was counted; where goods left meanwhile the form comes back, and these lines are to be counted again. */
    @POST
    @Path("/{shop}/count")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response counted(@PathParam("shop") String code, @FormParam("key") @Nullable String key,
            @FormParam("countedBy") @Nullable String who, @FormParam("reason") @Nullable String reason,
            @FormParam("goods") List<String> goods, @FormParam("booked") List<String> booked,
            @FormParam("counted") List<String> counted) {
        Person person = signedIn.person();
        List<Counted> lines = lines(goods, booked, counted);
        Counts.Count count = new Counts.Count(List.copyOf(lines), who, reason);
        try {
            idempotent.act(key, count, () -> counts.post(person, code, count));
            return SlipPages.stock(code);
        } catch (Problem refused) {
            if (!refused.code().equals("count_overtaken")) {
                throw refused;
            }
            return Response.status(refused.status()).entity(again(mine(code), lines, who == null ? "" : who)).build();
        }
    }

    private TemplateInstance again(Shop shop, List<Counted> lines, String who) {
        Map<String, Counted> typed = new HashMap<>();
        lines.forEach(line -> typed.put(String.valueOf(line.goods()), line));
        List<Row> rows = levels(shop).stream().map(level -> {
            Counted line = typed.get(level.goods().code());
            boolean moved = line != null && line.booked() != null && line.booked() != level.onHand();
            return new Row(level, line == null || moved ? "" : String.valueOf(line.counted()), moved);
        }).toList();
        return Templates.count(shop, rows, who, true);
    }

    private static List<Counted> lines(List<String> goods, List<String> booked, List<String> counted) {
        List<Counted> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(goods.size(), Math.min(booked.size(), counted.size())); i++) {
            Integer number = Words.number(counted.get(i), "counted");
            if (number != null) {
                lines.add(new Counted(goods.get(i), number, Words.number(booked.get(i), "booked")));
            }
        }
        return lines;
    }

    private Shop mine(String code) {
        Shop shop = shops.named(code);
        slips.mayWrite(signedIn.person(), shop);
        return shop;
    }

    private List<Level> levels(Shop shop) {
        List<Level> all = new ArrayList<>();
        Page<Level> page = stock.levels(shop, 0, Page.MOST);
        all.addAll(page.items());
        for (int pages = 1; page.next() != null && pages < MOST_PAGES; pages++) {
            page = stock.levels(shop, Page.after(page.next()), Page.MOST);
            all.addAll(page.items());
        }
        return all;
    }
}
