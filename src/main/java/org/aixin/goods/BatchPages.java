package org.aixin.goods;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.aixin.goods.Batches.Held;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Problem;
import org.aixin.kernel.QrSvg;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The batches of a shop, what goes bad first before all else, and labels for them. */
@Path("/stock")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
class BatchPages {
    private static final int SOON = 30, A_SHEET = 24;

    @CheckedTemplate(basePath = "goods")
    static class Templates {
        static native TemplateInstance batches(Shop shop, List<Row> rows, int reserved, int most);

        static native TemplateInstance batchLabels(Shop shop, Batch batch, List<String> pictures);
    }

    /**
     * A batch in the list.
     *
     * @param days how many it is still good, below zero where it is not; null for what does not go bad
     */
    record Row(Batch batch, int left, @Nullable Long days) {
        /** {@code stop} past its date, {@code wait} within a month of it, else {@code good}. */
        public String tone() {
            return days == null || days > SOON ? "good" : days < 0 ? "stop" : "wait";
        }
    }

    private final Shops shops;
    private final Batches batches;
    private final Slips slips;
    private final ExpiredBatches expired;
    private final SignedIn signedIn;
    private final BusinessTime time;

    BatchPages(Shops shops, Batches batches, Slips slips, ExpiredBatches expired, SignedIn signedIn, BusinessTime time) {
        this.shops = shops;
        this.batches = batches;
        this.slips = slips;
        this.expired = expired;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** What is left of each batch, with the days it is still good. */
    @GET
    @Path("/{shop}/batches")
    public TemplateInstance of(@PathParam("shop") String code) {
        Shop shop = mine(code);
        LocalDate today = time.today();
        List<Row> rows = batches.of(shop).stream()
                .map((Held held) -> new Row(held.batch(), held.left(), held.batch().daysLeft(today)))
                .toList();
        return Templates.batches(shop, rows, expired.reserved(shop), A_SHEET);
    }

    /** Labels for a batch, so many. */
    @GET
    @Path("/{shop}/batches/{label}/labels")
    public TemplateInstance labels(@PathParam("shop") String code, @PathParam("label") String label,
            @QueryParam("copies") @Nullable String copies) {
        Shop shop = mine(code);
        String digits = Digits.of(label);
        Batch batch = (digits == null ? Optional.<Batch>empty() : batches.byScan(digits))
                .filter(one -> one.goods().isFor(shop)).orElseThrow(Problem::notFound);
        Integer asked = Words.number(copies, "copies");
        int many = asked == null ? A_SHEET : Words.inRange(asked, "copies", 1, A_SHEET);
        return Templates.batchLabels(shop, batch, Collections.nCopies(many, QrSvg.of(batch.label())));
    }

    private Shop mine(String code) {
        Shop shop = shops.named(code);
        slips.mayWrite(signedIn.person(), shop);
        return shop;
    }
}
