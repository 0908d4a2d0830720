package org.aixin.passbook;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

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

    MyPassbookResource(Passbooks passbooks, SignedIn signedIn, BusinessTime time, Seals seals) {
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

    /** Points gained and spent, newest first. */
    @GET
    @Path("/statement")
    public Page<ShownLine> statement(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit,
            @Context HttpHeaders headers) {
        return passbooks.lines(signedIn.person().id(), cursor, Page.limit(limit), Language.of(headers))
                .map(line -> ShownLine.of(line, time.zone()));
    }

    /** What proves one line of it by the newest seal; refused 409 {@code not_sealed_yet} in its first minute. */
    @GET
    @Path("/statement/{id}/proof")
    public Proof proof(@PathParam("id") String id, @Context HttpHeaders headers) {
        return seals.proof(passbooks.line(signedIn.person().id(), Ids.parse(id), Language.of(headers)).id());
    }
}
