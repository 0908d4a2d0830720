package org.aixin.meeting;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.aixin.kernel.Text;
import org.aixin.standard.Claim;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 评议会 on pages: call one, print the batch, enter the votes, close it, print the minutes. */
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_ORGANIZER, Role.IS_REVIEWER})
class MeetingPages {
    @CheckedTemplate(basePath = "meeting")
    static class Templates {
        static native TemplateInstance meetings(List<Meeting> lines, @Nullable String next);

        static native TemplateInstance call(List<Unit> units, @Nullable Unit unit, List<Claim> waiting, Typed typed,
                @Nullable String problem);

        static native TemplateInstance votes(Sitting sitting, boolean saved, @Nullable String problem);

        static native TemplateInstance batch(Sitting sitting);

        static native TemplateInstance minutes(Sitting sitting);
    }

    /** What was typed to call one. */
    record Typed(String day, @Nullable String place, @Nullable String group, @Nullable List<String> claims) {
        public boolean chose(long claim) {
            return claims == null || claims.contains(Long.toString(claim));
        }
    }

    private final Meetings meetings;
    private final Closing closing;
    private final Roster roster;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;
    private final Refusals refusals;

    MeetingPages(Meetings meetings, Closing closing, Roster roster, SignedIn signedIn, Idempotent idempotent, BusinessTime time,
            Refusals refusals) {
        this.meetings = meetings;
        this.closing = closing;
        this.roster = roster;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
        this.refusals = refusals;
    }

    /** All of them, newest first. */
    @GET
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        Page<Meeting> page = meetings.newest(signedIn.person(), cursor, Page.DEFAULT);
        return Templates.meetings(page.items(), page.next());
    }

    /** The form to call one: first the unit, where there are several. */
    @GET
    @Path("/new")
    public TemplateInstance call(@QueryParam("unit") @Nullable String unit) {
        List<Unit> units = meetings.units(signedIn.person());
        return form(units, Unit.picked(units, unit).orElse(null), new Typed(time.today().toString(), null, null, null), null);
    }

    private TemplateInstance form(List<Unit> units, @Nullable Unit unit, Typed typed, @Nullable String problem) {
        List<Claim> waiting = unit == null ? List.of() : meetings.waiting(signedIn.person(), unit);
        return Templates.call(units, unit, waiting, typed, problem);
    }

    /** Calls one; a second press of the same form calls it once. */
    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@FormParam("unit") @Nullable String unitId, @FormParam("day") @Nullable String day,
            @FormParam("place") @Nullable String place, @FormParam("group") @Nullable String group,
            @FormParam("claim") @Nullable List<String> claims, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        List<Unit> units = meetings.units(person);
        Unit unit = Unit.picked(units, unitId).orElse(null);
        Typed typed = new Typed(day == null ? "" : day, place, group, claims == null ? List.of() : claims);
        try {
            if (unit == null) {
                throw Problem.invalid("unit_unknown", "unit");
            }
            LocalDate on = day == null || day.isBlank() ? null : Text.day(day, "day");
            List<Long> chosen = ids(typed.claims() == null ? List.of() : typed.claims());
            idempotent.act(key, typed,
                    () -> meetings.open(person, unit, on, place, roster.read(person, unit, group), chosen));
            return Response.seeOther(URI.create("/meetings")).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> form(units, unit, typed, sentence));
        }
    }

    /** Where votes are entered; the minutes once it is closed. */
    @GET
    @Path("/{id}")
    public TemplateInstance meeting(@PathParam("id") String id, @QueryParam("saved") @Nullable String saved) {
        Sitting sitting = meetings.sitting(signedIn.person(), Ids.parse(id));
        return sitting.meeting().isClosed() ? Templates.minutes(sitting) : Templates.votes(sitting, saved != null, null);
    }

    /** The batch, to be printed for the table. */
    @GET
    @Path("/{id}/batch")
    public TemplateInstance batch(@PathParam("id") String id) {
        return Templates.batch(meetings.sitting(signedIn.person(), Ids.parse(id)));
    }

    /** Keeps what was entered, and closes the meeting where that was pressed. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(@PathParam("id") String id, @FormParam("present") @Nullable List<String> present,
            @FormParam("claim") @Nullable List<String> claims, @FormParam("inFavour") @Nullable List<String> inFavour,
            @FormParam("against") @Nullable List<String> against, @FormParam("recused") @Nullable List<String> recused,
            @FormParam("close") @Nullable String close) {
        Person person = signedIn.person();
        long meeting = Ids.parse(id);
        Sitting before = meetings.sitting(person, meeting);
        try {
            if (before.meeting().isOpen()) {
                meetings.enter(person, meeting, ids(list(present)), votes(list(claims), list(inFavour), list(against),
                        list(recused)));
            }
            if (close != null) {
                closing.close(person, meeting);
            }
            return Response.seeOther(URI.create("/meetings/" + meeting + (close == null ? "?saved=1" : ""))).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> Templates.votes(meetings.sitting(person, meeting), false, sentence));
        }
    }

    /** The columns of the form, one line a claim; a recusal is said as claim and member. */
    private static List<Votes> votes(List<String> claims, List<String> inFavour, List<String> against, List<String> recused) {
        if (inFavour.size() != claims.size() || against.size() != claims.size()) {
            throw Problem.invalid("value_refused", "claim");
        }
        List<Votes> votes = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            String mine = claims.get(i) + ":";
            votes.add(new Votes(ids(claims.subList(i, i + 1)).get(0), number(inFavour.get(i)), number(against.get(i)),
                    ids(recused.stream().filter(one -> one.startsWith(mine)).map(one -> one.substring(mine.length())).toList())));
        }
        return votes;
    }

    private static @Nullable Integer number(String text) {
        if (text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("[0-9]{1,3}")) {
            throw Problem.invalid("value_refused", "rows");
        }
        return Integer.valueOf(text.strip());
    }

    private static List<Long> ids(List<String> texts) {
        return texts.stream().map(Ids::parse).toList();
    }

    private static List<String> list(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
