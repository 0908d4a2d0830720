package org.aixin.goods;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Problem;

/** What a label of a batch stands for, for programs. */
@Path("/api/batches")
@Produces(MediaType.APPLICATION_JSON)
class BatchScansResource {
    private final Batches batches;
    private final Catalogue catalogue;
    private final SignedIn signedIn;
    private final BusinessTime time;

    BatchScansResource(Batches batches, Catalogue catalogue, SignedIn signedIn, BusinessTime time) {
        this.batches = batches;
        this.catalogue = catalogue;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** The batch of a scanned or typed label; 404 where there is none of goods that this person has to do with. */
    @GET
    @Path("/by-scan/{digits}")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_AUDITOR})
    public BatchesResource.Shown byScan(@PathParam("digits") String typed) {
        String digits = Digits.of(typed);
        Batch batch = (digits == null ? Optional.<Batch>empty() : batches.byScan(digits))
                .filter(one -> catalogue.isSeenBy(signedIn.person(), one.goods(), Role.CLERK, Role.ADMIN, Role.AUDITOR))
                .orElseThrow(Problem::notFound);
        return BatchesResource.Shown.of(batch, null, time.today());
    }
}
