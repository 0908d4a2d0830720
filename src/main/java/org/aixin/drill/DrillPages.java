package org.aixin.drill;

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
import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** 应急演练 on pages: plan one, run it step by step, print its sheet. */
@Path("/organizer/drills")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ORGANIZER)
class DrillPages {
    @CheckedTemplate(basePath = "drill")
    static class Templates {
        static native TemplateInstance drills(List<Drill> lines, @Nullable String next);

        static native TemplateInstance plan(@Nullable Drill drill, List<Unit> units, DrillForm form, @Nullable String problem);

        static native TemplateInstance drill(Drill drill, List<Duty> duties, List<Step> steps, int present, boolean now);

        static native TemplateInstance sheet(Drill drill, List<Duty> duties, List<Step> steps, LocalDate day,
                List<Roll.Line> lines);
    }

    private final Drills drills;
    private final Roll roll;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;
    private final Refusals refusals;
    private final RoutingContext request;

    DrillPages(Drills drills, Roll roll, SignedIn signedIn, Idempotent idempotent, BusinessTime time, Refusals refusals,
            RoutingContext request) {
        this.drills = drills;
        this.roll = roll;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
        this.refusals = refusals;
        this.request = request;
    }

    /** All of them, the last one planned first. */
    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        Page<Drill> page = drills.newest(signedIn.person(), cursor, Page.DEFAULT);
        return Templates.drills(page.items(), page.next());
    }

    /** The form, with what most drills have filled in. */
    @GET
    @Path("/new")
    public TemplateInstance plan() {
        DrillTexts texts = MessageBundles.get(DrillTexts.class,
                Localized.Literal.of(Language.of(request.request()).getLanguage()));
        return Templates.plan(null, drills.units(signedIn.person()), DrillForm.usual(time.today(), texts), null);
    }

    /** Plans one; a second press of the same form plans it once. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@FormParam("unit") @Nullable String unit, @FormParam("title") @Nullable String title,
            @FormParam("place") @Nullable String place, @FormParam("day") @Nullable String day,
            @FormParam("clock") @Nullable String clock, @FormParam("role") @Nullable List<String> roles,
            @FormParam("people") @Nullable List<String> people, @FormParam("step") @Nullable List<String> steps,
            @FormParam("who") @Nullable List<String> who, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        List<Unit> units = drills.units(person);
        DrillForm form = DrillForm.typed(unit, title, place, day, clock, DrillForm.rows(roles, people),
                DrillForm.rows(steps, who));
        try {
            Unit of = Unit.picked(units, unit).orElseThrow(() -> Problem.invalid("unit_unknown", "unit"));
            idempotent.act(key, form, () -> drills.add(person, of, form.plan(time)));
            return to("");
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> Templates.plan(null, units, form, sentence));
        }
    }

    /** A drill: its steps to press, its roles, the way to the roll-call. */
    @GET
    @Path("/{id}")
    public TemplateInstance drill(@PathParam("id") String id) {
        Drill drill = drills.drill(signedIn.person(), Ids.parse(id));
        List<Step> steps = drills.steps(drill);
        int present = steps.stream().filter(step -> step.doneAt() == null).mapToInt(Step::position).findFirst().orElse(0);
        return Templates.drill(drill, drills.duties(drill), steps, present, isNow(drill));
    }

    private boolean isNow(Drill drill) {
        try {
            drills.mustBeNow(drill);
            return true;
        } catch (Problem notNow) {
            return false;
        }
    }

    /** Withdraws it, with a reason. */
    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("id") String id, @FormParam("reason") @Nullable String reason) {
        return to("/" + drills.cancel(signedIn.person(), Ids.parse(id), reason).id());
    }

    /** One press a step: it is done now, or not after all. */
    @POST
    @Path("/{id}/steps/{position}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@PathParam("id") String id, @PathParam("position") String position,
            @FormParam("done") @Nullable String done) {
        drills.step(signedIn.person(), Ids.parse(id), DrillsResource.number(position), "true".equals(done));
        return to("/" + Ids.parse(id));
    }

    /** The form with what it says now. */
    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(@PathParam("id") String id) {
        Drill drill = drills.drill(signedIn.person(), Ids.parse(id));
        return Templates.plan(drill, List.of(), DrillForm.of(drill, drills.duties(drill), drills.steps(drill), time), null);
    }

    /** Plans it anew, until it has begun. */
    @POST
    @Path("/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, @FormParam("title") @Nullable String title,
            @FormParam("place") @Nullable String place, @FormParam("day") @Nullable String day,
            @FormParam("clock") @Nullable String clock, @FormParam("role") @Nullable List<String> roles,
            @FormParam("people") @Nullable List<String> people, @FormParam("step") @Nullable List<String> steps,
            @FormParam("who") @Nullable List<String> who) {
        Person person = signedIn.person();
        Drill drill = drills.drill(person, Ids.parse(id));
        DrillForm form = DrillForm.typed(null, title, place, day, clock, DrillForm.rows(roles, people),
                DrillForm.rows(steps, who));
        try {
            drills.change(person, drill.id(), form.plan(time));
            return to("/" + drill.id());
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> Templates.plan(drill, List.of(), form, sentence));
        }
    }

    /** Roles, steps with their times and the roll, to be printed. */
    @GET
    @Path("/{id}/sheet")
    public TemplateInstance sheet(@PathParam("id") String id) {
        Drill drill = drills.drill(signedIn.person(), Ids.parse(id));
        List<Roll.Line> lines = roll.lines(drill);
        return Templates.sheet(drill, drills.duties(drill), drills.steps(drill), time.day(drill.startsAt()),
                lines.stream().sorted((a, b) -> a.number() - b.number()).toList());
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create("/organizer/drills" + path)).build();
    }
}
