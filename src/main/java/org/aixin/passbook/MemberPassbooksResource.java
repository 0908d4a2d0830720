package org.aixin.passbook;

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

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;

import org.jspecify.annotations.Nullable;

/** The passbooks of members, for staff whose reach they are in. */
@Path("/api/members")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
class MemberPassbooksResource {
    private final Passbooks passbooks;
    private final Members members;
    private final SignedIn signedIn;
    private final BusinessTime time;
    private final StatementSheet sheet;

    MemberPassbooksResource(Passbooks passbooks, Members members, SignedIn signedIn, BusinessTime time,
            StatementSheet sheet) {
        this.sheet = sheet;
        this.passbooks = passbooks;
        this.members = members;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** Points and hours. */
    @GET
    @Path("/{id}/balance")
    public Savings balance(@PathParam("id") String id) {
        return passbooks.savings(reached(id).id());
    }

    /** Points gained and spent, newest first: all, of one kind of deed, written in one month (such as 2026-11). */
    @GET
    @Path("/{id}/statement")
    public Page<ShownLine> statement(@PathParam("id") String id, @QueryParam("kind") @Nullable String kind,
            @QueryParam("month") @Nullable String month, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit, @Context HttpHeaders headers) {
        return passbooks.lines(reached(id).id(), Excerpt.of(kind, month), cursor, Page.limit(limit), Language.of(headers))
                .map(line -> ShownLine.of(line, time.zone()));
    }

    /** The same as a workbook, all pages in one. */
    @GET
    @Path("/{id}/statement/sheet.xlsx")
    @Produces(StatementSheet.XLSX)
    public Response sheet(@PathParam("id") String id, @QueryParam("kind") @Nullable String kind,
            @QueryParam("month") @Nullable String month, @Context HttpHeaders headers) {
        return sheet.of(reached(id), Excerpt.of(kind, month), Language.of(headers));
    }

    private Member reached(String id) {
        return members.reached(signedIn.person(), Ids.parse(id));
    }
}
