package org.aixin.counter;

import java.util.List;
import java.util.stream.Stream;

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

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Period;
import org.aixin.kernel.Problem;
import org.aixin.kernel.WrittenSheet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.jspecify.annotations.Nullable;

/** 兑换审计: what stands out of the hand-overs of each clerk. */
@Path("/audit/clerks")
@RolesAllowed({Role.IS_AUDITOR, Role.IS_ADMIN})
class ClerkAuditPages {
    private static final int LEAST = 5, MOST_OFTEN = 10_000;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @CheckedTemplate(basePath = "counter")
    static class Templates {
        static native TemplateInstance audit(Period period, int least, List<ClerkAudit.Row> rows, String hours);

        static native TemplateInstance auditOne(Period period, int least, ClerkAudit.Row clerk, List<Listed> lists,
                List<ClerkAudit.Pair> pairs, String hours, int most);
    }

    /** The hand-overs of one clerk that bear a sign. */
    record Listed(Sign sign, List<ClerkAudit.Noted> noted) {
        /** Whether there may be more. */
        public boolean isCut() {
            return noted.size() == ClerkAudit.MOST;
        }
    }

    private final ClerkAudit audit;
    private final SignedIn signedIn;
    private final BusinessTime time;

    ClerkAuditPages(ClerkAudit audit, SignedIn signedIn, BusinessTime time) {
        this.audit = audit;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** All clerks in numbers. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance all(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to,
            @QueryParam("least") @Nullable String often) {
        Period period = Period.of(from, to, time.today());
        int least = least(often);
        return Templates.audit(period, least, audit.rows(signedIn.person(), period, least), audit.hours());
    }

    /** One clerk in lists; refused 404 for one who handed nothing over in this time. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance one(@PathParam("id") String id, @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to, @QueryParam("least") @Nullable String often) {
        Period period = Period.of(from, to, time.today());
        int least = least(often);
        Person person = signedIn.person();
        long clerk = Ids.parse(id);
        ClerkAudit.Row row = audit.rows(person, period, least).stream().filter(one -> one.clerk() == clerk).findFirst()
                .orElseThrow(Problem::notFound);
        List<Listed> lists = Stream.of(Sign.values()).map(sign -> new Listed(sign, audit.noted(person, clerk, sign, period)))
                .toList();
        return Templates.auditOne(period, least, row, lists, audit.pairs(person, clerk, period, least), audit.hours(),
                ClerkAudit.MOST);
    }

    /** The same as a workbook: the numbers first, then the lists of every clerk. */
    @GET
    @Path("/sheet.xlsx")
    @Produces(XLSX)
    public Response sheet(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to,
            @QueryParam("least") @Nullable String often, @Context HttpHeaders headers) {
        Period period = Period.of(from, to, time.today());
        CounterTexts texts = MessageBundles.get(CounterTexts.class, Localized.Literal.of(Language.of(headers).getLanguage()));
        return DayPages.file(
                WrittenSheet.xlsx(texts.audit(),
                        new AuditTable(audit, texts, time).of(signedIn.person(), period, least(often))),
                texts.audit() + "-" + period.from() + "-" + period.to() + ".xlsx");
    }

    private static int least(@Nullable String often) {
        if (often == null || often.isBlank()) {
            return LEAST;
        }
        if (!often.strip().matches("[0-9]{1,5}") || Integer.parseInt(often.strip()) < 2
                || Integer.parseInt(often.strip()) > MOST_OFTEN) {
            throw Problem.invalid("number_out_of_range", "least", 2, MOST_OFTEN);
        }
        return Integer.parseInt(often.strip());
    }
}
