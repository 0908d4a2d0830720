package org.aixin.redemption;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.MemberCodes;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.QrSvg;

/** A resident's live code for programs. */
@Path("/api/me")
@RolesAllowed(Role.IS_RESIDENT)
class MyCodeResource {
    private final MemberCodes codes;
    private final SignedIn signedIn;

    MyCodeResource(MemberCodes codes, SignedIn signedIn) {
        this.codes = codes;
        this.signedIn = signedIn;
    }

    record Live(String code, Instant expiresAt) {
    }

    /** The code of this half minute. */
    @GET
    @Path("/code")
    @Produces(MediaType.APPLICATION_JSON)
    public Live code() {
        MemberCodes.Live live = codes.of(signedIn.person().id());
        return new Live(live.code(), live.expiresAt());
    }

    /** Its QR code. */
    @GET
    @Path("/code.svg")
    @Produces("image/svg+xml")
    public Response picture() {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(QrSvg.of(codes.of(signedIn.person().id()).code())).cacheControl(never).build();
    }
}
