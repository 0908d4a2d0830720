package org.aixin.passbook;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Person;
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
        static native TemplateInstance passbook(String name, Savings savings, List<Month> months, @Nullable String next,
                String printedAt);
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
    public TemplateInstance passbook(@QueryParam("cursor") @Nullable String cursor, @Context HttpHeaders headers) {
        Person person = signedIn.person();
        Locale language = Language.of(headers);
        Page<Line> page = passbooks.lines(person.id(), cursor, LINES, language);
        return Templates.passbook(person.name(), passbooks.savings(person.id()), Month.of(page.items(), time.zone(), language),
                page.next(), written(language));
    }

    /** The day with its year: paper outlives today. */
    private String written(Locale language) {
        boolean english = language.getLanguage().equals("en");
        return DateTimeFormatter.ofPattern(english ? "d MMM yyyy" : "yyyy 年 M 月 d 日", Locale.ENGLISH).format(time.today());
    }
}
