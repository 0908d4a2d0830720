package org.aixin.expiry;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Person;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Page;

import io.quarkus.security.Authenticated;

/** What one's own points have to fear. */
@Path("/api/me/expiry")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MyExpiryResource {
    private final Forecasts forecasts;
    private final SignedIn signedIn;

    MyExpiryResource(Forecasts forecasts, SignedIn signedIn) {
        this.forecasts = forecasts;
        this.signedIn = signedIn;
    }

    /** What the person will lose within 30 days, with the last day on which it is good, soonest first. */
    @GET
    public Page<Forecasts.Soon> soon() {
        Person person = signedIn.person();
        return new Page<>(forecasts.soon(person.id(), person.path()), null);
    }
}
