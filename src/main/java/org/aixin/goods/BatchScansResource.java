package org.aixin.goods;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Digits;
import org.aixin.kernel.Problem;

/** What a label of a batch stands for, for programs. */
@Path("/api/batches")
@Produces(MediaType.APPLICATION_JSON)
class BatchScansResource {
    private final Batches batches;
    private final BusinessTime time;

    BatchScansResource(Batches batches, BusinessTime time) {
        this.batches = batches;
        this.time = time;
    }

    /** The batch of a scanned or typed label; 404 where there is none. */
    @GET
    @Path("/by-scan/{digits}")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_AUDITOR})
    public BatchesResource.Shown byScan(@PathParam("digits") String typed) {
        String digits = Digits.of(typed);
        Batch batch = (digits == null ? Optional.<Batch>empty() : batches.byScan(digits)).orElseThrow(Problem::notFound);
        return BatchesResource.Shown.of(batch, null, time.today());
    }
}
