package org.aixin.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Problem;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@Path("/api/secrets")
@Produces(MediaType.APPLICATION_JSON)
class SecretsResource {
    private final Secrets secrets;
    private final Entrance entrance;

    SecretsResource(Secrets secrets, Entrance entrance) {
        this.secrets = secrets;
        this.entrance = entrance;
    }

    /** Phone or login (or the card's number), the code that staff handed over, and the secret to be. */
    public record FirstSecret(@Nullable String login, @Nullable String oneTimeCode, @Nullable String secret) {
    }

    /** Sets it; the device, a cookie of the answer, is known from now on. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> set(@Nullable FirstSecret body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        From from = entrance.fromDevice();
        NewCookie device = entrance.device(from);
        return secrets.set(body.login(), body.oneTimeCode(), body.secret(), from)
                .map(member -> Response.noContent().cookie(device).build());
    }
}
