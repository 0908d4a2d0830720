package org.aixin.meeting;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

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

/** Review meetings, for programs. */
@Path("/api/meetings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.IS_ORGANIZER, Role.IS_REVIEWER})
class MeetingsResource {
    /**
     * A meeting to be called.
     *
     * @param members ids of at least three people of the unit
     * @param claims ids; all that wait where none are named
     */
    record Call(@Nullable String unit, @Nullable LocalDate day, @Nullable String place, @Nullable List<@Nullable String> members,
            @Nullable List<@Nullable String> claims) {
    }

    /** A meeting that was called. */
    record Made(String id, int claims) {
    }

    /** A meeting in a list. */
    record Summary(String id, String unit, String unitName, LocalDate day, String place, String state, int claims) {
        static Summary of(Meeting meeting) {
            return new Summary(Long.toString(meeting.id()), Long.toString(meeting.unit()), meeting.unitName(), meeting.day(),
                    meeting.place(), meeting.state(), meeting.size());
        }
    }

    /** Somebody by name. */
    record Named(String id, String name) {
    }

    /** Somebody of the group. */
    record Sits(String id, String name, boolean present) {
    }

    /** A claim before it; {@code recused} are those present who take no part. */
    record Before(int number, String claim, Named member, String rule, String title, LocalDate day, String note,
            @Nullable Integer inFavour, @Nullable Integer against, List<String> recused, @Nullable String outcome,
            @Nullable String reason) {
    }

    /** All of a meeting. */
    record Shown(Summary meeting, Named chair, int quorum, List<Sits> group, List<Before> items) {
        static Shown of(Sitting sitting) {
            return new Shown(Summary.of(sitting.meeting()),
                    new Named(Long.toString(sitting.chair().id()), sitting.chair().name()), sitting.quorum(),
                    sitting.group().stream().map(seat -> new Sits(Long.toString(seat.member().id()), seat.member().name(),
                            seat.present())).toList(),
                    sitting.items().stream().map(item -> before(item, sitting.group())).toList());
        }

        private static Before before(Item item, List<Seat> group) {
            Outcome outcome = item.outcome();
            return new Before(item.number(), Long.toString(item.claim().id()),
                    new Named(Long.toString(item.member().id()), item.member().name()), item.claim().rule(),
                    item.claim().title(), item.claim().day(), item.claim().note(), item.inFavour(), item.against(),
                    item.recused(group), outcome == null ? null : outcome.code(), item.reason());
        }
    }

    /** The votes on a claim. */
    record Row(@Nullable String claim, @Nullable Integer inFavour, @Nullable Integer against,
            @Nullable List<@Nullable String> recused) {
        Votes votes() {
            return new Votes(id(claim), inFavour, against, recused == null ? List.of() : ids(recused));
        }
    }

    /** Who is there, where that is said, and votes. */
    record Entry(@Nullable List<@Nullable String> present, @Nullable List<@Nullable Row> rows) {
    }

    private final Meetings meetings;
    private final Closing closing;
    private final Units units;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    MeetingsResource(Meetings meetings, Closing closing, Units units, SignedIn signedIn, Idempotent idempotent) {
        this.meetings = meetings;
        this.closing = closing;
        this.units = units;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** Calls a meeting. */
    @POST
    public Response open(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Call asked) {
        Call call = Body.said(asked);
        return idempotent.answerIfKeyed(key, call, () -> {
            long id = meetings.open(signedIn.person(), units.named(call.unit, "unit"), call.day, call.place,
                    call.members == null ? List.of() : ids(call.members), call.claims == null ? null : ids(call.claims));
            return Answer.created(new Made(Long.toString(id), meetings.sitting(signedIn.person(), id).items().size()));
        });
    }

    /** Meetings, newest first. */
    @GET
    public Page<Summary> list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return meetings.newest(signedIn.person(), cursor, Page.limit(limit)).map(Summary::of);
    }

    /** One of them with all that is before it. */
    @GET
    @Path("/{id}")
    public Shown meeting(@PathParam("id") String id) {
        return Shown.of(meetings.sitting(signedIn.person(), Ids.parse(id)));
    }

    /** Enters votes, in place of earlier ones. */
    @POST
    @Path("/{id}/votes")
    public Shown vote(@PathParam("id") String id, @Nullable Entry asked) {
        Entry entry = Body.said(asked);
        List<Votes> votes = entry.rows == null ? List.of() : entry.rows.stream().map(row -> Body.said(row).votes()).toList();
        return Shown.of(meetings.enter(signedIn.person(), Ids.parse(id), entry.present == null ? null : ids(entry.present),
                votes));
    }

    /** Closes a meeting and decides what was voted on; again it answers the same. */
    @POST
    @Path("/{id}/closing")
    @Consumes(MediaType.WILDCARD)
    public Response close(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotent.answer(key, "closing",
                () -> Answer.ok(Shown.of(closing.close(signedIn.person(), Ids.parse(id)))));
    }

    private static List<Long> ids(List<@Nullable String> texts) {
        return texts.stream().map(MeetingsResource::id).toList();
    }

    private static long id(@Nullable String text) {
        return Ids.of(text).orElseThrow(() -> Problem.invalid("value_refused", "id"));
    }
}
