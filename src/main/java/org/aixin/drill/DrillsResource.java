package org.aixin.drill;

import java.time.Instant;
import java.time.OffsetDateTime;
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

import org.aixin.identity.Member;
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
import org.aixin.kernel.Text;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Drills, for programs. */
@Path("/api/drills")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.IS_ORGANIZER)
class DrillsResource {
    private static final int LONGEST_CODE = 64;

    /** A role with names of its people. */
    record RoleRow(@Nullable String name, @Nullable String people) {
    }

    /** A step and who does it. */
    record StepRow(@Nullable String title, @Nullable String who) {
    }

    /** A drill to be planned; the unit is that of the organizer unless one is named. */
    record DrillRequest(@Nullable String title, @Nullable String unit, @Nullable String place, @Nullable OffsetDateTime startsAt,
            @Nullable List<@Nullable RoleRow> roles, @Nullable List<@Nullable StepRow> steps) {
        Plan plan() {
            return new Plan(title, place, startsAt == null ? null : startsAt.toInstant(),
                    roles == null
                            ? null
                            : roles.stream().map(row -> row == null ? null : new Plan.Row(row.name, row.people)).toList(),
                    steps == null
                            ? null
                            : steps.stream().map(row -> row == null ? null : new Plan.Row(row.title, row.who)).toList());
        }
    }

    /** Whether a step is done. */
    record StepPress(@Nullable Boolean done) {
    }

    /** Who was there: what was scanned or typed, or the id. */
    record RollScan(@Nullable String code, @Nullable String memberId) {
    }

    /** A drill in a list; {@code state} is {@code planned}, {@code running}, {@code closing}, {@code closed} or {@code cancelled}. */
    record DrillSummary(String id, String unit, String title, String place, Instant startsAt, String state, int steps, int done,
            int people, @Nullable String reason) {
        static DrillSummary of(Drill drill) {
            return new DrillSummary(Long.toString(drill.id()), Long.toString(drill.unit()), drill.title(), drill.place(),
                    drill.startsAt(), drill.state(), drill.steps(), drill.done(), drill.people(), drill.reason());
        }
    }

    /** All of a drill but its roll. */
    record DrillShown(DrillSummary drill, List<Duty> roles, List<Step> steps) {
    }

    /** Somebody on the roll; {@code outcome} once the roll-call is closed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OnRoll(int number, String memberId, String name, String unit, Instant at,
            @Nullable String outcome, int points) {
        static OnRoll of(Roll.Line line) {
            Mark mark = line.mark();
            Mark.Outcome outcome = mark.outcome();
            return new OnRoll(line.number(), Long.toString(mark.member()), line.member().name(), line.member().unit(), mark.at(),
                    outcome == null ? null : outcome.code(), mark.points());
        }
    }

    /** The answer to a scan: {@code added}, or {@code already_there} since a time. */
    record RollSeen(String outcome, String memberId, String name, String unit, Instant at) {
        static RollSeen of(Roll.Seen seen) {
            return new RollSeen(seen.before() ? "already_there" : "added", Long.toString(seen.member().id()),
                    seen.member().name(),
                    seen.member().unit(), seen.mark().at());
        }
    }

    private final Drills drills;
    private final Roll roll;
    private final Closing closing;
    private final Units units;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    DrillsResource(Drills drills, Roll roll, Closing closing, Units units, SignedIn signedIn, Idempotent idempotent) {
        this.drills = drills;
        this.roll = roll;
        this.closing = closing;
        this.units = units;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** Plans a drill. */
    @POST
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable DrillRequest asked) {
        DrillRequest request = Body.said(asked);
        return idempotent.answerIfKeyed(key, request, () -> {
            Person person = signedIn.person();
            return Answer.created(shown(drills.drill(person, drills.add(person, request.unit == null
                    ? drills.units(person).stream().findFirst().orElseThrow(() -> Problem.forbidden("not_allowed"))
                    : units.named(request.unit, "unit"), request.plan()))));
        });
    }

    /** The drills within the organizer's reach, the last one planned first. */
    @GET
    public Page<DrillSummary> list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return drills.newest(signedIn.person(), cursor, Page.limit(limit)).map(DrillSummary::of);
    }

    /** A drill with its roles and steps. */
    @GET
    @Path("/{id}")
    public DrillShown drill(@PathParam("id") String id) {
        return shown(drills.drill(signedIn.person(), Ids.parse(id)));
    }

    /** Plans it anew, until it has begun. */
    @PUT
    @Path("/{id}")
    public DrillShown change(@PathParam("id") String id, @Nullable DrillRequest asked) {
        return shown(drills.change(signedIn.person(), Ids.parse(id), Body.said(asked).plan()));
    }

    /** Why a drill does not take place. */
    record DrillCancellation(@Nullable String reason) {
    }

    /** Withdraws it; refused where it gave points that stand. */
    @POST
    @Path("/{id}/cancellation")
    public DrillShown cancel(@PathParam("id") String id, @Nullable DrillCancellation asked) {
        return shown(drills.cancel(signedIn.person(), Ids.parse(id), Body.said(asked).reason));
    }

    /** Says that a step is done now, or is not. */
    @POST
    @Path("/{id}/steps/{position}")
    public List<Step> step(@PathParam("id") String id, @PathParam("position") String position, @Nullable StepPress asked) {
        StepPress press = Body.said(asked);
        if (press.done == null) {
            throw Problem.invalid("value_refused", "done");
        }
        return drills.step(signedIn.person(), Ids.parse(id), number(position), press.done);
    }

    static int number(String position) {
        if (!position.matches("[0-9]{1,3}")) {
            throw Problem.notFound();
        }
        return Integer.parseInt(position);
    }

    /** Who is on the roll, the last one first. */
    @GET
    @Path("/{id}/roll")
    public Page<OnRoll> roll(@PathParam("id") String id) {
        return new Page<>(roll.lines(drills.drill(signedIn.person(), Ids.parse(id))).stream().map(OnRoll::of).toList(), null);
    }

    /** Adds somebody to the roll: 201, or 200 for who is on it. Refused 404 {@code roll_unknown}, 409 {@code roll_several}. */
    @POST
    @Path("/{id}/roll")
    public Response scan(@PathParam("id") String id, @Nullable RollScan asked) {
        RollScan scan = Body.said(asked);
        Person person = signedIn.person();
        long drill = drills.drill(person, Ids.parse(id)).id();
        Roll.Seen seen = roll.add(person, drill, scan.memberId == null ? one(person, scan.code) : Ids.parse(scan.memberId));
        return Response.status(seen.before() ? 200 : 201).entity(RollSeen.of(seen)).build();
    }

    private long one(Person person, @Nullable String code) {
        String typed = Text.required(code, "code", LONGEST_CODE);
        List<Member> found = roll.find(person, typed);
        if (found.size() > 1) {
            throw Problem.conflict("roll_several").with("members",
                    found.stream().map(member -> new RollName(Long.toString(member.id()), member.name(), member.unit()))
                            .toList());
        }
        return found.stream().findFirst().orElseThrow(() -> Problem.of(404, "roll_unknown", typed)).id();
    }

    /** Somebody whom a name may mean. */
    record RollName(String memberId, String name, String unit) {
    }

    /** Takes somebody off the roll. */
    @DELETE
    @Path("/{id}/roll/{member}")
    public void remove(@PathParam("id") String id, @PathParam("member") String member) {
        roll.remove(signedIn.person(), Ids.parse(id), Ids.parse(member));
    }

    /** Closes the roll-call and gives everybody on it the points of the standard; again it answers the same. */
    @POST
    @Path("/{id}/roll/closing")
    @Consumes(MediaType.WILDCARD)
    public Response close(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotent.answer(key, "closing", () -> {
            Drill closed = closing.close(signedIn.person(), Ids.parse(id));
            return Answer.ok(new ClosedRoll(DrillSummary.of(closed), roll.lines(closed).stream().map(OnRoll::of).toList()));
        });
    }

    /** A closed roll-call. */
    record ClosedRoll(DrillSummary drill, List<OnRoll> people) {
    }

    private DrillShown shown(Drill drill) {
        return new DrillShown(DrillSummary.of(drill), drills.duties(drill), drills.steps(drill));
    }
}
