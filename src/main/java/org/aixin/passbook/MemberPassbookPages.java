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
        static native TemplateInstance member(Member member, Savings savings, List<Month> months, @Nullable String next);
    }

    private final Passbooks passbooks;
    private final Members members;
    private final SignedIn signedIn;
    private final BusinessTime time;

    MemberPassbookPages(Passbooks passbooks, Members members, SignedIn signedIn, BusinessTime time) {
        this.passbooks = passbooks;
        this.members = members;
        this.signedIn = signedIn;
        this.time = time;
    }

    @GET
    @Path("/{id}/passbook")
    public TemplateInstance passbook(@PathParam("id") String id, @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        Member member = members.reached(signedIn.person(), Ids.parse(id));
        Locale language = Language.of(headers);
        Page<Line> page = passbooks.lines(member.id(), cursor, LINES, language);
        return Templates.member(member, passbooks.savings(member.id()), Month.of(page.items(), time.zone(), language),
                page.next());
    }
}
