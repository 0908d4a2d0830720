package org.aixin.event;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Units;
import org.aixin.kernel.Answer;
import org.aixin.kernel.Body;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** Events, for programs. */
@Path("/api/events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.IS_ORGANIZER)
class EventsResource {
    /** An event to be written; the unit is that of the organizer unless one is named, {@code donor} the id of one there is, {@code budget} the most points that all of it gives. */
    record EventRequest(@Nullable String title, @Nullable String unit, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay,
            @Nullable String place, @Nullable String sponsor, @Nullable String donor, @Nullable String note,
            @Nullable Integer budget) {
        Wanted wanted() {
            Long giver = donor == null || donor.isBlank()
                    ? null
                    : Ids.of(donor).orElseThrow(() -> Problem.invalid("donor_unknown", "donor"));
            return new Wanted(title, firstDay, lastDay, place, sponsor, giver, note, budget);
        }
    }

    /** Something that is to belong to it, as {@link NewPart} says; {@code kind} in lower case. */
    record EventPartRequest(@Nullable String kind, @Nullable String pick, @Nullable String name, @Nullable String who,
            @Nullable LocalDate day, @Nullable LocalDate lastDay, @Nullable Integer pieces, @Nullable Integer people) {
        NewPart part() {
            return new NewPart(Kind.named(kind), pick, name, who, day, lastDay, pieces, people);
        }
    }

    /** What was added, as {@code DELETE} takes it. */
    record EventPartAdded(String kind, String id) {
    }

    /** An event in a list; {@code cancelled} is why it does not take place, and {@code used} what of its budget is used, or what it gave where it has none. */
    record EventSummary(String id, String unit, String title, LocalDate firstDay, LocalDate lastDay, String place,
            @Nullable String sponsor, @Nullable String donor, @Nullable String note, @Nullable Integer budget, int used,
            @Nullable String cancelled) {
        static EventSummary of(Event event) {
            return new EventSummary(Long.toString(event.id()), Long.toString(event.unit()), event.title(), event.firstDay(),
                    event.lastDay(), event.place(), event.sponsor(), event.donorName(), event.note(),
                    event.budget(), event.used(), event.reason());
        }
    }

    /** A quiz, a round or a drill of it. */
    record EventPartShown(String kind, String id, String title, LocalDate day, long people, long guests, long points) {
    }

    /** A talk. */
    record TalkShown(String id, String title, String speaker, LocalDate day, long listeners, long points) {
    }

    /** A shop that came. */
    record VisitShown(String id, String shop, LocalDate firstDay, LocalDate lastDay, long days, long orders) {
    }

    /** What people took home without points. */
    record PrizeShown(String id, String name, long pieces, long people) {
    }

    /** What was handed out to read. */
    record BookletShown(String id, String name, long copies) {
    }

    /** A photo; its picture is at {@code /organizer/events/{id}/photos/{photo}}. */
    record PhotoShown(String id, @Nullable String caption) {
    }

    /** All of an event with its figures. */
    record EventShown(EventSummary event, Figures figures, List<EventPartShown> parts, List<TalkShown> talks,
            List<VisitShown> visits,
            List<Contents.Handed> goods, List<PrizeShown> prizes, List<BookletShown> booklets, List<PhotoShown> photos) {
    }

    private final Events events;
    private final Parts parts;
    private final Photos photos;
    private final Counting counting;
    private final Units units;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    EventsResource(Events events, Parts parts, Photos photos, Counting counting, Units units, SignedIn signedIn,
            Idempotent idempotent) {
        this.events = events;
        this.parts = parts;
        this.photos = photos;
        this.counting = counting;
        this.units = units;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** Writes an event. */
    @POST
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable EventRequest asked) {
        EventRequest request = Body.said(asked);
        return idempotent.answerIfKeyed(key, request, () -> {
            Person person = signedIn.person();
            long id = events.add(person, request.unit == null
                    ? events.units(person).stream().findFirst().orElseThrow(() -> Problem.forbidden("not_allowed"))
                    : units.named(request.unit, "unit"), request.wanted());
            return Answer.created(EventSummary.of(events.event(person, id)));
        });
    }

    /** The events within the organizer's reach, the last one written first. */
    @GET
    public Page<EventSummary> list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return events.newest(signedIn.person(), cursor, Page.limit(limit)).map(EventSummary::of);
    }

    /** An event with all that belongs to it and what is counted from it now; people and households in numbers only. */
    @GET
    @Path("/{id}")
    public EventShown event(@PathParam("id") String id) {
        Event event = events.event(signedIn.person(), Ids.parse(id));
        Contents all = counting.contents(event);
        return new EventShown(EventSummary.of(event), counting.figures(event, all),
                all.parts().stream()
                        .map(one -> new EventPartShown(one.kind().code(), Long.toString(one.id()), one.title(), one.day(),
                                one.people(), one.guests(), one.points()))
                        .toList(),
                all.talks().stream().map(one -> new TalkShown(Long.toString(one.id()), one.title(), one.speaker(), one.day(),
                        one.listeners(), one.points())).toList(),
                all.visits().stream().map(one -> new VisitShown(Long.toString(one.shop()), one.code(), one.firstDay(),
                        one.lastDay(), one.days(), one.orders())).toList(),
                all.handed(),
                all.prizes().stream().map(one -> new PrizeShown(Long.toString(one.id()), one.name(), one.pieces(), one.people()))
                        .toList(),
                all.booklets().stream().map(one -> new BookletShown(Long.toString(one.id()), one.name(), one.copies())).toList(),
                all.photos().stream().map(one -> new PhotoShown(Long.toString(one.id()), one.caption())).toList());
    }

    /** Writes it anew. */
    @PUT
    @Path("/{id}")
    public EventSummary change(@PathParam("id") String id, @Nullable EventRequest asked) {
        return EventSummary.of(events.change(signedIn.person(), Ids.parse(id), Body.said(asked).wanted()));
    }

    /** Why an event does not take place. */
    record EventCancellation(@Nullable String reason) {
    }

    /** Withdraws it; refused where it gave points that stand. */
    @POST
    @Path("/{id}/cancellation")
    public EventSummary cancel(@PathParam("id") String id, @Nullable EventCancellation asked) {
        return EventSummary.of(events.cancel(signedIn.person(), Ids.parse(id), Body.said(asked).reason));
    }

    /** Adds something that belongs to it. */
    @POST
    @Path("/{id}/parts")
    public Response add(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable EventPartRequest asked) {
        EventPartRequest request = Body.said(asked);
        return idempotent.answerIfKeyed(key, request, () -> {
            NewPart part = request.part();
            return Answer.created(
                    new EventPartAdded(part.kind().code(), Long.toString(parts.add(signedIn.person(), Ids.parse(id), part))));
        });
    }

    /** Takes something out again; what happened there stays. */
    @DELETE
    @Path("/{id}/parts/{kind}/{part}")
    public void remove(@PathParam("id") String id, @PathParam("kind") String kind, @PathParam("part") String part) {
        parts.remove(signedIn.person(), Ids.parse(id), Kind.find(kind).orElseThrow(Problem::notFound), Ids.parse(part));
    }

    /** Adds a photo, which is the body. */
    @POST
    @Path("/{id}/photos")
    @Consumes(MediaType.WILDCARD)
    public Response photo(@PathParam("id") String id, @QueryParam("caption") @Nullable String caption,
            byte @Nullable [] photo) {
        long kept = photos.add(signedIn.person(), Ids.parse(id), photo == null ? new byte[0] : photo, caption);
        return Response.status(201).entity(new PhotoShown(Long.toString(kept), caption)).build();
    }

    /** Takes a photo away. */
    @DELETE
    @Path("/{id}/photos/{photo}")
    public void removePhoto(@PathParam("id") String id, @PathParam("photo") String photo) {
        photos.remove(signedIn.person(), Ids.parse(id), Ids.parse(photo));
    }
}
