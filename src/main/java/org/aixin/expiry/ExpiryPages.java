package org.aixin.expiry;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** How long points stay good in a unit: administrators say it, and whoever audits sees what has expired. */
@Path("/units/{id}/expiry")
@Produces(MediaType.TEXT_HTML)
class ExpiryPages {
    private static final int DAYS_AHEAD = 3;

    @CheckedTemplate(basePath = "expiry")
    static class Templates {
        static native TemplateInstance setting(Sayings.Said said, LocalDate today, LocalDate soonest, boolean mayChange,
                @Nullable Setting wanted, Forecasts.@Nullable Forecast forecast, List<Setting> history,
                List<ExpiredPoints.Day> days, @Nullable String next, boolean done);

        static native TemplateInstance day(Unit unit, LocalDate day, List<ExpiredPoints.Line> lines, @Nullable String next);
    }

    private final Settings settings;
    private final Forecasts forecasts;
    private final ExpiredPoints expired;
    private final Sayings said;
    private final SignedIn signedIn;
    private final BusinessTime time;

    ExpiryPages(Settings settings, Forecasts forecasts, ExpiredPoints expired, Sayings said, SignedIn signedIn,
            BusinessTime time) {
        this.settings = settings;
        this.forecasts = forecasts;
        this.expired = expired;
        this.said = said;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** One unit: what holds, the form, what has expired; and, where a change was chosen, what it would do. */
    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public TemplateInstance setting(@PathParam("id") String id, @QueryParam("kind") @Nullable String kind,
            @QueryParam("months") @Nullable String months, @QueryParam("first") @Nullable String first,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        Person person = signedIn.person();
        Unit unit = settings.seen(person, Ids.parse(id));
        Setting wanted = kind == null ? null : settings.proposed(person, unit.id(), wanted(kind, months, first));
        Page<ExpiredPoints.Day> days = expired.days(unit, cursor, Page.DEFAULT);
        return Templates.setting(said.of(unit), time.today(), time.today().plusDays(Setting.DAYS_OF_WARNING),
                person.may(unit.path(), Role.ADMIN), wanted, wanted == null ? null : forecasts.of(wanted, DAYS_AHEAD),
                settings.history(unit), days.items(), days.next(), done != null);
    }

    /** Says it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response set(@PathParam("id") String id, @FormParam("kind") @Nullable String kind,
            @FormParam("months") @Nullable String months, @FormParam("first") @Nullable String first) {
        Setting set = settings.set(signedIn.person(), Ids.parse(id), wanted(kind, months, first));
        return Response.seeOther(URI.create("/units/" + set.unit() + "/expiry?done=1")).build();
    }

    /** Whose points expired on a day. */
    @GET
    @Path("/{day}")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public TemplateInstance day(@PathParam("id") String id, @PathParam("day") String day,
            @QueryParam("cursor") @Nullable String cursor) {
        Unit unit = settings.seen(signedIn.person(), Ids.parse(id));
        LocalDate due = Settings.day(day, "day");
        Page<ExpiredPoints.Line> page = expired.lines(unit, due, cursor, Page.DEFAULT);
        return Templates.day(unit, due, page.items(), page.next());
    }

    private static Settings.Wanted wanted(@Nullable String kind, @Nullable String months, @Nullable String first) {
        Integer number = months != null && months.strip().matches("[0-9]{1,3}") ? Integer.valueOf(months.strip()) : null;
        return new Settings.Wanted(kind, number, first);
    }
}
