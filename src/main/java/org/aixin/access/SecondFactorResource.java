package org.aixin.access;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Body;

import org.jspecify.annotations.Nullable;

@Path("/api/me/second-factor")
@Produces(MediaType.APPLICATION_JSON)
class SecondFactorResource {
    private final SecondFactors seconds;
    private final SignedIn signedIn;
    private final Entrance entrance;

    SecondFactorResource(SecondFactors seconds, SignedIn signedIn, Entrance entrance) {
        this.seconds = seconds;
        this.signedIn = signedIn;
        this.entrance = entrance;
    }

    /** Whether the person has a second factor, how many codes on paper are left, and before it is on the key to be confirmed. */
    public record Own(boolean on, int codesLeft, @Nullable String key, @Nullable String uri) {
    }

    /** A code of the second factor. */
    public record Code(@Nullable String totp) {
    }

    /** The codes for paper, which nobody sees again. */
    public record Paper(List<String> codes) {
    }

    @GET
    @RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
    public Own own() {
        Person me = signedIn.person();
        AuthenticatorKey key = seconds.isOn(me.id()) ? null : new AuthenticatorKey(seconds.begin(me), me.name());
        return new Own(key == null, seconds.codesLeft(me.id()), key == null ? null : key.letters(),
                key == null ? null : key.uri());
    }

    /** Turns it on by a first code, or, where it is on, makes new codes for paper. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
    public Response confirm(@Nullable Code body) {
        Person me = signedIn.person();
        String code = Body.said(body).totp();
        List<String> codes = seconds.isOn(me.id())
                ? seconds.renewCodes(me, code, entrance.from())
                : seconds.confirm(me, code, entrance.from());
        return Response.status(201).entity(new Paper(codes)).build();
    }
}
