package org.aixin.passbook;

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

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** A member's passbook as staff see it. */
@Path("/members")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
class MemberPassbookPages {
    private static final int LINES = 50;

    @CheckedTemplate(basePath = "passbook")
    static class Templates {
        static native TemplateInstance member(Member member, Savings savings, Excerpt excerpt, List<Month.Choice> choices,
                List<Month> months, @Nullable String next);
    }

    private final Passbooks passbooks;
    private final Members members;
    private final SignedIn signedIn;
    private final BusinessTime time;
    private final PrintedStatements printed;

    MemberPassbookPages(Passbooks passbooks, Members members, SignedIn signedIn, BusinessTime time,
            PrintedStatements printed) {
        this.printed = printed;
        this.passbooks = passbooks;
        this.members = members;
        this.signedIn = signedIn;
        this.time = time;
    }

    @GET
    @Path("/{id}/passbook")
    public TemplateInstance passbook(@PathParam("id") String id, @QueryParam("kind") @Nullable String kind,
            @QueryParam("month") @Nullable String month, @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        Member member = members.reached(signedIn.person(), Ids.parse(id));
        Locale language = Language.of(headers);
        Excerpt excerpt = Excerpt.of(kind, month);
        Page<Line> page = passbooks.lines(member.id(), excerpt, cursor, LINES, language);
        return Templates.member(member, passbooks.savings(member.id()), excerpt,
                Month.choices(passbooks.months(member.id()), language),
                Month.of(page.items(), excerpt, time.zone(), language), page.next());
    }

    /** The same for paper. */
    @GET
    @Path("/{id}/passbook/print")
    public TemplateInstance print(@PathParam("id") String id, @QueryParam("kind") @Nullable String kind,
            @QueryParam("month") @Nullable String month, @Context HttpHeaders headers) {
        Member member = members.reached(signedIn.person(), Ids.parse(id));
        Excerpt excerpt = Excerpt.of(kind, month);
        return PrintPages.Templates.print(printed.of(member, excerpt, Language.of(headers)),
                "/members/" + member.id() + "/passbook" + excerpt.getQuery());
    }
}
