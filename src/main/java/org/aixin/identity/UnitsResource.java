package org.aixin.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

@Path("/api/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class UnitsResource {
    private final Units units;
    private final SignedIn signedIn;

    UnitsResource(Units units, SignedIn signedIn) {
        this.units = units;
        this.signedIn = signedIn;
    }

    /** A unit and the one above it. */
    public record Shown(String id, @Nullable String parent, String kind, String name) {
        static Shown of(Unit unit) {
            return new Shown(Long.toString(unit.id()), unit.parent() == null ? null : unit.parent().toString(),
                    unit.kind().name(), unit.name());
        }
    }

    /** The units within reach, parents before children, all on one page. */
    @GET
    @RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
    public Page<Shown> reached() {
        return new Page<>(units.reachedBy(signedIn.person(), Role.staff()).stream().map(Shown::of).toList(), null);
    }

    @POST
    @RolesAllowed(Role.IS_ADMIN)
    public Response add(Units.@Nullable NewUnit body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return Response.status(201).entity(Shown.of(units.add(signedIn.person(), body))).build();
    }
}
