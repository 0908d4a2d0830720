package org.aixin.event;

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
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 活动 on pages: the list, and the form for one. */
@Path("/organizer/events")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ORGANIZER)
class EventPages {
    @CheckedTemplate(basePath = "event")
    static class Templates {
        static native TemplateInstance events(List<Event> lines, @Nullable String next);

        static native TemplateInstance write(@Nullable Event event, List<Unit> units, List<Events.DonorChoice> donors,
                EventForm form, @Nullable String problem);

        static native TemplateInstance report(Event event, Figures figures, Contents all, LocalDate today);
    }

    private final Events events;
    private final Counting counting;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;
    private final Refusals refusals;

    EventPages(Events events, Counting counting, SignedIn signedIn, Idempotent idempotent, BusinessTime time,
            Refusals refusals) {
        this.events = events;
        this.counting = counting;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
        this.refusals = refusals;
    }

    /** All of them, the last one written first. */
    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        Page<Event> page = events.newest(signedIn.person(), cursor, Page.DEFAULT);
        return Templates.events(page.items(), page.next());
    }

    /** The form. */
    @GET
    @Path("/new")
    public TemplateInstance write() {
        Person person = signedIn.person();
        return Templates.write(null, events.units(person), events.donors(person), EventForm.empty(time.today()), null);
    }

    /** Writes one; a second press of the same form writes it once. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@FormParam("unit") @Nullable String unit, @FormParam("title") @Nullable String title,
            @FormParam("firstDay") @Nullable String firstDay, @FormParam("lastDay") @Nullable String lastDay,
            @FormParam("place") @Nullable String place, @FormParam("sponsor") @Nullable String sponsor,
            @FormParam("donor") @Nullable String donor, @FormParam("note") @Nullable String note,
            @FormParam("budget") @Nullable String budget, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        List<Unit> units = events.units(person);
        EventForm form = new EventForm(unit, title, firstDay, lastDay, place, sponsor, donor, note, budget);
        try {
            Unit of = Unit.picked(units, unit).orElseThrow(() -> Problem.invalid("unit_unknown", "unit"));
            idempotent.act(key, form, () -> events.add(person, of, form.wanted()));
            return Response.seeOther(URI.create("/organizer/events")).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> Templates.write(null, units, events.donors(person), form, sentence));
        }
    }

    /** The form with what it says now. */
    @GET
    @Path("/{id}/edit")
    public TemplateInstance edit(@PathParam("id") String id) {
        Person person = signedIn.person();
        Event event = events.event(person, Ids.parse(id));
        return Templates.write(event, List.of(), events.donors(person), EventForm.of(event), null);
    }

    /** Writes it anew. */
    @POST
    @Path("/{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, @FormParam("title") @Nullable String title,
            @FormParam("firstDay") @Nullable String firstDay, @FormParam("lastDay") @Nullable String lastDay,
            @FormParam("place") @Nullable String place, @FormParam("sponsor") @Nullable String sponsor,
            @FormParam("donor") @Nullable String donor, @FormParam("note") @Nullable String note,
            @FormParam("budget") @Nullable String budget) {
        Person person = signedIn.person();
        Event event = events.event(person, Ids.parse(id));
        EventForm form = new EventForm(null, title, firstDay, lastDay, place, sponsor, donor, note, budget);
        try {
            events.change(person, event.id(), form.wanted());
            return Response.seeOther(URI.create("/organizer/events/" + event.id())).build();
        } catch (Problem refused) {
            return refusals.answer(refused,
                    sentence -> Templates.write(event, List.of(), events.donors(person), form, sentence));
        }
    }

    /** Withdraws it, with a reason. */
    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("id") String id, @FormParam("reason") @Nullable String reason) {
        Event event = events.cancel(signedIn.person(), Ids.parse(id), reason);
        return Response.seeOther(URI.create("/organizer/events/" + event.id())).build();
    }

    /** The report for the donor, to be printed. */
    @GET
    @Path("/{id}/report")
    public TemplateInstance report(@PathParam("id") String id) {
        Event event = events.event(signedIn.person(), Ids.parse(id));
        Contents all = counting.contents(event);
        return Templates.report(event, counting.figures(event, all), all, time.today());
    }
}
