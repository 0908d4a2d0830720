package org.aixin.expiry;

import java.time.LocalDate;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** How long points stay good in a unit, and what has expired there, for programs. */
@Path("/api/units/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ExpiryResource {
    private final Settings settings;
    private final ExpiredPoints expired;
    private final SignedIn signedIn;

    ExpiryResource(Settings settings, ExpiredPoints expired, SignedIn signedIn) {
        this.settings = settings;
        this.expired = expired;
        this.signedIn = signedIn;
    }

    /**
     * What holds for a unit.
     *
     * @param kind {@code none}, {@code year_end} or {@code months}
     * @param months where the kind is {@code months}
     * @param firstDay before which nothing expires, null where nothing ever does
     * @param unit that says so, null where nobody has
     */
    record Shown(String kind, @Nullable Integer months, @Nullable LocalDate firstDay, @Nullable String unit) {
        static Shown of(Setting setting) {
            return new Shown(setting.kind().name().toLowerCase(Locale.ROOT), setting.months() == 0 ? null : setting.months(),
                    setting.expires() ? setting.first() : null, Long.toString(setting.unit()));
        }
    }

    /** What somebody lost. */
    record Lost(String member, String name, String unit, long points) {
    }

    /** What holds for a unit, said by itself or the nearest above it. */
    @GET
    @Path("/expiry")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public Shown setting(@PathParam("id") String id) {
        Unit unit = settings.seen(signedIn.person(), Ids.parse(id));
        return settings.of(unit.path()).map(Shown::of).orElse(new Shown("none", null, null, null));
    }

    /** Says it anew for a unit and what lies below it; the first points expire 30 days later or on {@code firstDay}. */
    @PUT
    @Path("/expiry")
    @RolesAllowed(Role.IS_ADMIN)
    public Shown set(@PathParam("id") String id, Settings.@Nullable Wanted body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return Shown.of(settings.set(signedIn.person(), Ids.parse(id), body));
    }

    /** The days on which points expired in a unit and below it, the last first. */
    @GET
    @Path("/expired")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<ExpiredPoints.Day> days(@PathParam("id") String id, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return expired.days(settings.seen(signedIn.person(), Ids.parse(id)), cursor, Page.limit(limit));
    }

    /** Whose points expired on one of these days. */
    @GET
    @Path("/expired/{day}")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<Lost> lost(@PathParam("id") String id, @PathParam("day") String day,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Unit unit = settings.seen(signedIn.person(), Ids.parse(id));
        return expired.lines(unit, Settings.day(day, "day"), cursor, Page.limit(limit))
                .map(line -> new Lost(Long.toString(line.member()), line.name(), line.unit(), line.points()));
    }
}
