package org.aixin.event;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.event.Parts.Choice;
import org.aixin.identity.Person;
import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The sheet of an event: its figures, what belongs to it, and forms to add more. */
@Path("/organizer/events")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ORGANIZER)
class PartPages {
    @CheckedTemplate(basePath = "event")
    static class Templates {
        static native TemplateInstance event(Event event, Figures figures, Contents all, Choices choices,
                @Nullable String problem);
    }

    /** What can be picked. */
    record Choices(List<Choice> quizzes, List<Choice> rounds, List<Choice> drills, List<Choice> shops) {
    }

    private final Events events;
    private final Parts parts;
    private final Photos photos;
    private final Counting counting;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final Refusals refusals;

    PartPages(Events events, Parts parts, Photos photos, Counting counting, SignedIn signedIn, Idempotent idempotent,
            Refusals refusals) {
        this.events = events;
        this.parts = parts;
        this.photos = photos;
        this.counting = counting;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.refusals = refusals;
    }

    /** The sheet. */
    @GET
    @Path("/{id}")
    public TemplateInstance event(@PathParam("id") String id) {
        return sheet(events.event(signedIn.person(), Ids.parse(id)), null);
    }

    private TemplateInstance sheet(Event event, @Nullable String problem) {
        Contents all = counting.contents(event);
        return Templates.event(event, counting.figures(event, all), all,
                new Choices(parts.choices(event, Kind.QUIZ), parts.choices(event, Kind.ROUND), parts.choices(event, Kind.DRILL),
                        parts.choices(event, Kind.VISIT)),
                problem);
    }

    /** What was typed to add a part. */
    record Typed(@Nullable String kind, @Nullable String pick, @Nullable String name, @Nullable String who,
            @Nullable String day, @Nullable String lastDay, @Nullable String pieces, @Nullable String people) {
        NewPart part() {
            return new NewPart(Kind.named(kind), pick, name, who, EventForm.day(day, "day"), EventForm.day(lastDay, "lastDay"),
                    EventForm.number(pieces, "pieces"), EventForm.number(people, "people"));
        }
    }

    /** Adds a part; a second press of the same form adds it once. */
    @POST
    @Path("/{id}/parts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@PathParam("id") String id, @FormParam("kind") @Nullable String kind,
            @FormParam("pick") @Nullable String pick, @FormParam("name") @Nullable String name,
            @FormParam("who") @Nullable String who, @FormParam("day") @Nullable String day,
            @FormParam("lastDay") @Nullable String lastDay, @FormParam("pieces") @Nullable String pieces,
            @FormParam("people") @Nullable String people, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        Event event = events.event(person, Ids.parse(id));
        Typed typed = new Typed(kind, pick, name, who, day, lastDay, pieces, people);
        try {
            idempotent.act(key, typed, () -> parts.add(person, event.id(), typed.part()));
            return to(event);
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> sheet(event, sentence));
        }
    }

    /** Takes a part out again. */
    @POST
    @Path("/{id}/parts/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("id") String id, @FormParam("kind") @Nullable String kind,
            @FormParam("part") @Nullable String part) {
        Person person = signedIn.person();
        Event event = events.event(person, Ids.parse(id));
        parts.remove(person, event.id(), Kind.named(kind), Ids.of(part).orElseThrow(Problem::notFound));
        return to(event);
    }

    /** Adds a photo; the same again is not kept twice. */
    @POST
    @Path("/{id}/photos")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response photo(@PathParam("id") String id, @RestForm("caption") @Nullable String caption,
            @RestForm("photo") @Nullable FileUpload photo) throws IOException {
        Person person = signedIn.person();
        Event event = events.event(person, Ids.parse(id));
        byte[] file = photo == null ? new byte[0] : Files.readAllBytes(photo.uploadedFile());
        try {
            photos.add(person, event.id(), file, caption);
            return to(event);
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> sheet(event, sentence));
        }
    }

    /** Takes a photo away. */
    @POST
    @Path("/{id}/photos/{photo}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removePhoto(@PathParam("id") String id, @PathParam("photo") String photo) {
        Event event = events.event(signedIn.person(), Ids.parse(id));
        photos.remove(signedIn.person(), event.id(), Ids.parse(photo));
        return to(event);
    }

    /** A photo, for who organizes the event. */
    @GET
    @Path("/{id}/photos/{photo}")
    @Produces("image/jpeg")
    public Response picture(@PathParam("id") String id, @PathParam("photo") String photo) {
        return Response.ok(photos.picture(signedIn.person(), Ids.parse(id), Ids.parse(photo)))
                .header("Cache-Control", "private, max-age=3600").build();
    }

    private static Response to(Event event) {
        return Response.seeOther(URI.create("/organizer/events/" + event.id())).build();
    }
}
