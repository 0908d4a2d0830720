package org.aixin.standard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Page;

import org.jspecify.annotations.Nullable;

/** What a resident was told is to be deducted, for programs. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
class MyDeductionsResource {
    private final Proposals proposals;
    private final SignedIn signedIn;

    MyDeductionsResource(Proposals proposals, SignedIn signedIn) {
        this.proposals = proposals;
        this.signedIn = signedIn;
    }

    /** The deductions that the resident was told of, newest first. */
    @GET
    @Path("deductions")
    @RolesAllowed(Role.IS_RESIDENT)
    public Page<ProposalsResource.Shown> mine(@QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return proposals.deductions(signedIn.person(), cursor, Page.limit(limit)).map(ProposalsResource.Shown::of);
    }
}
