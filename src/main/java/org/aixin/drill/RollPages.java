package org.aixin.drill;

import java.net.URI;
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

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The roll-call of a drill: one field for card after card, which says at once who it was; closed, it says what everybody got. */
@Path("/organizer/drills/{id}/roll")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ORGANIZER)
class RollPages {
    private static final int LONGEST_QUERY = 64, SHOWN = 30;

    @CheckedTemplate(basePath = "drill")
    static class Templates {
        static native TemplateInstance roll(Drill drill, List<Roll.Line> latest, @Nullable Integer worth, Answer answer);

        static native TemplateInstance closed(Drill drill, List<Roll.Line> lines, int points);
    }

    /**
     * What the last scan answered.
     *
     * @param line who it was, null where it was nobody
     * @param before whether they were there already
     * @param several of whom one is meant
     * @param refused why not, in a sentence
     */
    record Answer(Roll.@Nullable Line line, boolean before, boolean off, List<Member> several, @Nullable String nobody,
            @Nullable String refused) {
        static final Answer NONE = new Answer(null, false, false, List.of(), null, null);

        static Answer refused(String sentence) {
            return new Answer(null, false, false, List.of(), null, sentence);
        }

        static Answer unclear(List<Member> several, String typed) {
            return new Answer(null, false, false, several, several.isEmpty() ? typed : null, null);
        }
    }

    private final Drills drills;
    private final Roll roll;
    private final Closing closing;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final Refusals refusals;

    RollPages(Drills drills, Roll roll, Closing closing, SignedIn signedIn, Idempotent idempotent, Refusals refusals) {
        this.drills = drills;
        this.roll = roll;
        this.closing = closing;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.refusals = refusals;
    }

    /** The field and the roll, with what the last scan answered; once it is closed, what everybody got. */
    @GET
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("last") @Nullable String last,
            @QueryParam("before") @Nullable String before, @QueryParam("off") @Nullable String off) {
        Drill drill = drills.drill(signedIn.person(), Ids.parse(id));
        List<Roll.Line> lines = roll.lines(drill);
        if (!drill.isOpen()) {
            return Templates.closed(drill, lines, lines.stream().mapToInt(line -> line.mark().points()).sum());
        }
        Roll.Line seen = lines.stream().filter(line -> Long.toString(line.mark().member()).equals(last)).findFirst()
                .orElse(null);
        return Templates.roll(drill, latest(lines), closing.worth(drill),
                new Answer(seen, before != null, off != null, List.of(), null, null));
    }

    /** Adds whom the scan or the typed words mean, or asks which of several. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response scan(@PathParam("id") String id, @FormParam("code") @Nullable String code,
            @FormParam("member") @Nullable String member) {
        Person person = signedIn.person();
        Drill drill = drills.drill(person, Ids.parse(id));
        try {
            if (member != null) {
                return added(drill, roll.add(person, drill.id(), Ids.parse(member)));
            }
            String typed = Text.required(code, "code", LONGEST_QUERY);
            List<Member> found = roll.find(person, typed);
            return found.size() == 1
                    ? added(drill, roll.add(person, drill.id(), found.get(0).id()))
                    : Response.ok(page(drill, Answer.unclear(found, typed))).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> page(drill, Answer.refused(sentence)));
        }
    }

    private TemplateInstance page(Drill drill, Answer answer) {
        return Templates.roll(drill, latest(roll.lines(drill)), closing.worth(drill), answer);
    }

    private static List<Roll.Line> latest(List<Roll.Line> lines) {
        return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    private static Response added(Drill drill, Roll.Seen seen) {
        return to(drill.id(), "?last=" + seen.member().id() + (seen.before() ? "&before=1" : ""));
    }

    /** Takes somebody off again. */
    @POST
    @Path("/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("id") String id, @FormParam("member") @Nullable String member) {
        long drill = Ids.parse(id);
        roll.remove(signedIn.person(), drill, Ids.parse(Text.required(member, "member", LONGEST_QUERY)));
        return to(drill, "?off=1");
    }

    /** Closes the roll-call and gives the points; a second press does nothing more. */
    @POST
    @Path("/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@PathParam("id") String id, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        Drill drill = drills.drill(person, Ids.parse(id));
        try {
            idempotent.act(key, "closing", () -> closing.close(person, drill.id()));
            return to(drill.id(), "");
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> page(drill, Answer.refused(sentence)));
        }
    }

    private static Response to(long drill, String query) {
        return Response.seeOther(URI.create("/organizer/drills/" + drill + "/roll" + query)).build();
    }
}
