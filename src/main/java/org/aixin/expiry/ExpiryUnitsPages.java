package org.aixin.expiry;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Units;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Every unit within reach, and how long points stay good there. */
@Path("/expiry")
@Produces(MediaType.TEXT_HTML)
class ExpiryUnitsPages {
    @CheckedTemplate(basePath = "expiry")
    static class Templates {
        static native TemplateInstance units(List<Sayings.Said> units);
    }

    private final Sayings said;
    private final Units units;
    private final SignedIn signedIn;

    ExpiryUnitsPages(Sayings said, Units units, SignedIn signedIn) {
        this.said = said;
        this.units = units;
        this.signedIn = signedIn;
    }

    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public TemplateInstance units() {
        return Templates.units(units.reachedBy(signedIn.person(), Role.ADMIN, Role.AUDITOR).stream().map(said::of).toList());
    }
}
