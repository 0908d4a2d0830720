package org.aixin.passbook;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import org.jspecify.annotations.Nullable;

/** A person's own passbook, month by month, on the phone and on paper. */
@Path("/passbook")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class PassbookPages {
    private static final int LINES = 50;

    @CheckedTemplate(basePath = "passbook")
    static class Templates {
        static native TemplateInstance passbook(Savings savings, Excerpt excerpt, List<Month.Choice> choices, List<Month> months,
                @Nullable String next);
    }

    private final Passbooks passbooks;
    private final SignedIn signedIn;
    private final BusinessTime time;

    PassbookPages(Passbooks passbooks, SignedIn signedIn, BusinessTime time) {
        this.passbooks = passbooks;
        this.signedIn = signedIn;
        this.time = time;
    }

    @GET
    public TemplateInstance passbook(@QueryParam("kind") @Nullable String kind, @QueryParam("month") @Nullable String month,
            @QueryParam("cursor") @Nullable String cursor, @Context HttpHeaders headers) {
        long person = signedIn.person().id();
        Locale language = Language.of(headers);
        Excerpt excerpt = Excerpt.of(kind, month);
        Page<Line> page = passbooks.lines(person, excerpt, cursor, LINES, language);
        return Templates.passbook(passbooks.savings(person), excerpt, Month.choices(passbooks.months(person), language),
                Month.of(page.items(), excerpt, time.zone(), language), page.next());
    }
}
