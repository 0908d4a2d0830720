package org.aixin.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Problem;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@Path("/api/secrets")
@Produces(MediaType.APPLICATION_JSON)
class SecretsResource {
    private final Secrets secrets;
    private final Origin origin;

    SecretsResource(Secrets secrets, Origin origin) {
        this.secrets = secrets;
        this.origin = origin;
    }

    /** Phone or login (or the card's number), the code that staff handed over, and the secret to be. */
    public record FirstSecret(@Nullable String login, @Nullable String oneTimeCode, @Nullable String secret) {
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> set(@Nullable FirstSecret body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return secrets.set(body.login(), body.oneTimeCode(), body.secret(), origin.address())
                .map(member -> Response.noContent().build());
    }
}
