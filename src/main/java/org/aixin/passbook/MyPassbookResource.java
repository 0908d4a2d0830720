package org.aixin.passbook;

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

    MyPassbookResource(Passbooks passbooks, SignedIn signedIn, BusinessTime time) {
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

    /** Points gained and spent, newest first. */
    @GET
    @Path("/statement")
    public Page<ShownLine> statement(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit,
            @Context HttpHeaders headers) {
        return passbooks.lines(signedIn.person().id(), cursor, Page.limit(limit), Language.of(headers))
                .map(line -> ShownLine.of(line, time.zone()));
    }
}
