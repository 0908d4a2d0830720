package org.aixin.standard;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The secretary credits party members for kept pledges. */
@Path("/secretary")
@Produces(MediaType.TEXT_HTML)
class PledgePages {
    private static final String RULE = "pledge_kept";
    private static final int LONGEST = 60;

    @CheckedTemplate(basePath = "standard")
    static class Templates {
        static native TemplateInstance pledges(Rule rule, List<Member> partyMembers, List<Line> month, String today,
                @Nullable Line last);
    }

    private final Awards awards;
    private final Rules rules;
    private final Members members;
    private final SignedIn signedIn;
    private final BusinessTime time;

    PledgePages(Awards awards, Rules rules, Members members, SignedIn signedIn, BusinessTime time) {
        this.awards = awards;
        this.rules = rules;
        this.members = members;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** The form, and this month's kept pledges. */
    @GET
    @RolesAllowed(Role.IS_SECRETARY)
    public TemplateInstance pledges(@QueryParam("last") @Nullable String last) {
        Person person = signedIn.person();
        LocalDate first = time.today().withDayOfMonth(1);
        List<Award> month = awards.newest(person, null, RULE, null, Page.MOST).items().stream()
                .filter(award -> !award.day().isBefore(first)).toList();
        List<Line> lines = Line.of(month, awards.states(month), members);
        Line done = lines.stream().filter(line -> Long.toString(line.award().id()).equals(last)).findFirst().orElse(null);
        return Templates.pledges(rules.rule(RULE), members.partyMembers(person, Role.SECRETARY), lines, time.today().toString(),
                done);
    }

    /** Credits a kept pledge; the form's key makes sure that a second press does not credit it again. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_SECRETARY)
    public Response credit(@FormParam("member") @Nullable String member, @FormParam("pledge") @Nullable String pledge,
            @FormParam("day") @Nullable String day, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        Occasion kept = Occasion.of(rules.rule(RULE), day, Text.required(pledge, "pledge", LONGEST), null, time);
        Deed deed = new Deed(Ids.parse(Text.required(member, "member", LONGEST)), RULE, null, kept.at(time),
                "form " + Text.required(key, "key", LONGEST), kept.title(), person.id(), null);
        String id;
        try {
            id = Long.toString(awards.award(person, deed).id());
        } catch (Problem twice) {
            if (!twice.code().equals("already_awarded")) {
                throw twice;
            }
            id = String.valueOf(twice.members().get("id"));
        }
        return Response.seeOther(URI.create("/secretary?last=" + id)).build();
    }
}
