package org.aixin.passbook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.kernel.Language;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.LedgerCheck;

/** The whole ledger, recomputed. */
@Path("/api/ledger")
@Produces(MediaType.APPLICATION_JSON)
class LedgerResource {
    private final Ledger ledger;

    LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whether everything adds up, from the rows alone. */
    @GET
    @Path("/check")
    @RolesAllowed({Role.IS_AUDITOR, Role.IS_ADMIN})
    public LedgerCheck check(@Context HttpHeaders headers) {
        return ledger.check(Language.of(headers));
    }
}
