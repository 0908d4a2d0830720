package org.aixin.passbook;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Members;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.seal.Proof;
import org.aixin.seal.Seals;

import io.quarkus.security.Authenticated;
import org.jspecify.annotations.Nullable;

/** A person's own passbook. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MyPassbookResource {
    private final Passbooks passbooks;
    private final SignedIn signedIn;
    private final BusinessTime time;
    private final Seals seals;
    private final StatementSheet sheet;
    private final Members members;

    MyPassbookResource(Passbooks passbooks, SignedIn signedIn, BusinessTime time, Seals seals, StatementSheet sheet,
            Members members) {
        this.sheet = sheet;
        this.members = members;
        this.seals = seals;
        this.passbooks = passbooks;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** Points and hours. */
    @GET
    @Path("/balance")
    public Savings balance() {
        return passbooks.savings(signedIn.person().id());
    }

    /** Points gained and spent, newest first: all, of one kind of deed, written in one month (such as 2026-11). */
    @GET
    @Path("/statement")
    public Page<ShownLine> statement(@QueryParam("kind") @Nullable String kind, @QueryParam("month") @Nullable String month,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit,
            @Context HttpHeaders headers) {
        return passbooks.lines(signedIn.person().id(), Excerpt.of(kind, month), cursor, Page.limit(limit), Language.of(headers))
                .map(line -> ShownLine.of(line, time.zone()));
    }

    /** The same as a workbook, all pages in one. */
    @GET
    @Path("/statement/sheet.xlsx")
    @Produces(StatementSheet.XLSX)
    public Response sheet(@QueryParam("kind") @Nullable String kind, @QueryParam("month") @Nullable String month,
            @Context HttpHeaders headers) {
        return sheet.of(members.member(signedIn.person().id()), Excerpt.of(kind, month), Language.of(headers));
    }

    /** What proves one line of it by the newest seal; refused 409 {@code not_sealed_yet} in its first minute. */
    @GET
    @Path("/statement/{id}/proof")
    public Proof proof(@PathParam("id") String id, @Context HttpHeaders headers) {
        return seals.proof(passbooks.line(signedIn.person().id(), Ids.parse(id), Language.of(headers)).id());
    }
}
