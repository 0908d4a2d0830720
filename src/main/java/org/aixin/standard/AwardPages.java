package org.aixin.standard;

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
import jakarta.ws.rs.core.UriBuilder;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** What was credited, to be looked up and, where it was wrong, corrected. */
@Path("/organizer/awards")
@Produces(MediaType.TEXT_HTML)
class AwardPages {
    private static final int LONGEST_QUERY = 60;

    @CheckedTemplate(basePath = "standard")
    static class Templates {
        static native TemplateInstance awards(List<Line> lines, @Nullable String next, List<Rule> rules, @Nullable String rule,
                @Nullable String who, List<Member> several, @Nullable Member member, boolean mayCorrect, boolean corrected,
                String back, int waiting, List<Budgets.Budget> budgets);
    }

    private final Awards awards;
    private final Proposals proposals;
    private final Budgets budgets;
    private final Rules rules;
    private final Finder finder;
    private final Members members;
    private final SignedIn signedIn;

    AwardPages(Awards awards, Proposals proposals, Budgets budgets, Rules rules, Finder finder, Members members,
            SignedIn signedIn) {
        this.awards = awards;
        this.proposals = proposals;
        this.budgets = budgets;
        this.rules = rules;
        this.finder = finder;
        this.members = members;
        this.signedIn = signedIn;
    }

    /** The newest awards, of one person or rule where that is asked. */
    @GET
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_ADMIN, Role.IS_AUDITOR})
    public TemplateInstance newest(@QueryParam("who") @Nullable String who, @QueryParam("member") @Nullable String memberId,
            @QueryParam("rule") @Nullable String rule, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("corrected") @Nullable String corrected) {
        Person person = signedIn.person();
        String typed = Text.optional(who, "who", LONGEST_QUERY);
        List<Member> found = typed == null ? List.of() : finder.find(person, typed);
        Member member = memberId == null || memberId.isBlank()
                ? (found.size() == 1 ? found.get(0) : null)
                : members.reached(person, Ids.parse(memberId));
        boolean unclear = typed != null && member == null;
        String only = rule == null || rule.isBlank() ? null : rule;
        Page<Award> page = unclear
                ? new Page<>(List.of(), null)
                : awards.newest(person, member == null ? null : member.id(), only, cursor, Page.DEFAULT);
        boolean mayCorrect = person.roles().anyMatch(role -> role == Role.ORGANIZER || role == Role.ADMIN);
        return Templates.awards(Line.of(page.items(), awards.states(page.items()), members), page.next(), rules.inForce(), only,
                typed,
                member == null ? found : List.of(), member, mayCorrect, corrected != null, back(member, only),
                proposals.count(person, true) + proposals.count(person, false),
                member == null && only == null && cursor == null ? budgets.of(person) : List.of());
    }

    private static String back(@Nullable Member member, @Nullable String rule) {
        UriBuilder list = UriBuilder.fromPath("/organizer/awards").queryParam("rule", "{rule}");
        if (member != null) {
            list.queryParam("member", member.id());
        }
        return list.build(rule == null ? "" : rule).toString();
    }

    /** Takes an award back; a second press finds it taken back and says the same. */
    @POST
    @Path("/{id}/reversal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_ADMIN})
    public Response reverse(@PathParam("id") String id, @FormParam("reason") @Nullable String reason,
            @FormParam("back") @Nullable String back) {
        try {
            awards.reverse(signedIn.person(), Ids.parse(id), reason);
        } catch (Problem twice) {
            if (!twice.code().equals("already_reversed")) {
                throw twice;
            }
        }
        boolean ours = back != null && back.matches("/organizer/(roll-call|awards)\\?[\\w%=&.+~*-]*");
        return Response.seeOther(URI.create(ours ? back + "&corrected=1" : "/organizer/awards?corrected=1")).build();
    }
}
