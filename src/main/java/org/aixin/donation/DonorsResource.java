package org.aixin.donation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.WrittenSheet;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.jspecify.annotations.Nullable;

/** Donors and their reports, for programs and spreadsheets. */
@Path("/api/donors")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_ORGANIZER, Role.IS_AUDITOR})
class DonorsResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final Donors donors;
    private final Reports reports;
    private final SignedIn signedIn;

    DonorsResource(Donors donors, Reports reports, SignedIn signedIn) {
        this.donors = donors;
        this.reports = reports;
        this.signedIn = signedIn;
    }

    record Shown(String id, String name, Donor.Kind kind, boolean named) {
        static Shown of(Donor donor) {
            return new Shown(Long.toString(donor.id()), donor.name(), donor.kind(), donor.named());
        }
    }

    record ShownSum(String goods, String name, int received, int handedOut, int left, int expiring, int gone) {
        static ShownSum of(Report.Sum sum) {
            return new ShownSum(sum.goods().code(), sum.goods().name(), sum.received(), sum.handed(), sum.left(),
                    sum.expiring(), sum.gone());
        }
    }

    /** What became of what a donor gave; {@code fen} is money that went into a fund. */
    record ShownReport(Shown donor, LocalDate day, List<ShownSum> goods, long fen, List<String> events, int households) {
    }

    /** The donors within reach, newest first. */
    @GET
    public Page<Shown> all(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return donors.of(signedIn.person(), cursor, Page.limit(limit)).map(Shown::of);
    }

    /** A donor's report. */
    @GET
    @Path("/{id}/report")
    public ShownReport report(@PathParam("id") String id) {
        Report report = reports.of(signedIn.person(), Ids.parse(id));
        return new ShownReport(Shown.of(report.donor()), report.day(), report.sums().stream().map(ShownSum::of).toList(),
                report.fen(), report.events(), report.households());
    }

    /** The report as a workbook. */
    @GET
    @Path("/{id}/report.xlsx")
    @Produces(XLSX)
    public Response sheet(@PathParam("id") String id, @Context HttpHeaders headers) {
        DonationTexts texts = texts(Language.of(headers));
        byte[] file = WrittenSheet.xlsx(texts.report(), Reports.sheet(reports.of(signedIn.person(), Ids.parse(id)), texts));
        return Response.ok(file).header("Content-Disposition", "attachment; filename=\"donor.xlsx\"").build();
    }

    private static DonationTexts texts(Locale language) {
        return language.getLanguage().equals("en")
                ? MessageBundles.get(DonationTexts.class, Localized.Literal.of("en"))
                : MessageBundles.get(DonationTexts.class);
    }
}
