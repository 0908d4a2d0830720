package org.aixin.household;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Asked;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Whether a unit's households pool their points. */
@Path("/api/units/{id}/pooling")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.IS_ADMIN)
class PoolingResource {
    private final PoolingSettings settings;
    private final SignedIn signedIn;
    private final BusinessTime time;

    PoolingResource(PoolingSettings settings, SignedIn signedIn, BusinessTime time) {
        this.settings = settings;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** What a unit is to say: {@code POOLED}, {@code SEPARATE} or {@code INHERITED}. */
    public record Wanted(@Nullable String setting) {
    }

    /** Who said what, and when. */
    public record ShownChange(OffsetDateTime at, String by, Pooling setting) {
    }

    /**
     * What a unit says, what holds there and which unit decides it, and the newest changes.
     *
     * @param secondPerson under which id a change waits for a second person; absent where none was just asked for
     */
    public record Shown(String unit, Pooling setting, boolean pooled, @Nullable String decidedBy, List<ShownChange> changes,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secondPerson) {
        static Shown of(PoolingSettings.Setting setting, @Nullable Asked asked, ZoneId zone) {
            return new Shown(Long.toString(setting.unit().id()), setting.own(), setting.pooled(), setting.decidedBy(),
                    setting.changes().stream().map(change -> new ShownChange(change.at().atZone(zone).toOffsetDateTime(),
                            change.by(), change.setting())).toList(),
                    asked == null ? null : Long.toString(asked.id()));
        }
    }

    /** What holds in a unit. */
    @GET
    public Shown setting(@PathParam("id") String id) {
        return Shown.of(settings.of(signedIn.person(), Ids.parse(id)), null, time.zone());
    }

    /** Changes what the unit says; answers 202 where households would begin to pool, since that waits for a second person. */
    @PUT
    public Response change(@PathParam("id") String id, @Nullable Wanted body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        PoolingSettings.Outcome outcome = settings.change(signedIn.person(), Ids.parse(id), Pooling.of(body.setting()));
        return Response.status(outcome.asked() == null ? 200 : 202)
                .entity(Shown.of(outcome.setting(), outcome.asked(), time.zone())).build();
    }
}
