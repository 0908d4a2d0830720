package org.aixin.standard;

import java.net.URI;
import java.util.List;
import java.util.Objects;

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
import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.Text;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Roll-call: first the occasion, then one person after another, by card, phone or name. */
@Path("/organizer/roll-call")
@Produces(MediaType.TEXT_HTML)
class RollCallPages {
    private static final int LONGEST_QUERY = 60;

    @CheckedTemplate(basePath = "standard")
    static class Templates {
        static native TemplateInstance occasion(List<Rule> rules, String today, Said said);

        static native TemplateInstance rollCall(Occasion occasion, List<Line> credited, @Nullable Line last,
                List<Proposed> waiting,
                @Nullable Proposed proposed, boolean corrected,
                List<Member> several, @Nullable String nobody, @Nullable String refused);
    }

    /** What is known of the occasion before it is asked for. */
    record Said(String day, String title, String gathering) {
        static Said of(@Nullable String day, @Nullable String title, @Nullable String gathering) {
            return new Said(Objects.requireNonNullElse(day, ""), Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(gathering, ""));
        }
    }

    private final RollCall rollCall;
    private final Awards awards;
    private final Rules rules;
    private final Finder finder;
    private final Members members;
    private final SignedIn signedIn;
    private final BusinessTime time;
    private final RoutingContext request;

    RollCallPages(RollCall rollCall, Awards awards, Rules rules, Finder finder, Members members, SignedIn signedIn,
            BusinessTime time,
            RoutingContext request) {
        this.rollCall = rollCall;
        this.awards = awards;
        this.rules = rules;
        this.finder = finder;
        this.members = members;
        this.signedIn = signedIn;
        this.time = time;
        this.request = request;
    }

    /** Asks for the occasion, or shows who was credited at it. */
    @GET
    @RolesAllowed(Role.IS_ORGANIZER)
    public TemplateInstance show(@QueryParam("rule") @Nullable String rule, @QueryParam("day") @Nullable String day,
            @QueryParam("title") @Nullable String title, @QueryParam("quantity") @Nullable String quantity,
            @QueryParam("gathering") @Nullable String gathering, @QueryParam("last") @Nullable String last,
            @QueryParam("corrected") @Nullable String corrected) {
        if (rule == null || title == null) {
            return Templates.occasion(rules.of(signedIn.person()), time.today().toString(), Said.of(day, title, gathering));
        }
        Occasion occasion = Occasion.of(rules.rule(rule), day, title, quantity, time).in(gathering);
        List<Line> credited = credited(occasion);
        Line done = credited.stream().filter(line -> Long.toString(line.award().id()).equals(last)).findFirst().orElse(null);
        List<Proposed> waiting = waiting(occasion);
        Proposed proposed = waiting.stream().filter(one -> Long.toString(one.proposal().id()).equals(last)).findFirst()
                .orElse(null);
        return Templates.rollCall(occasion, credited, done, waiting, proposed, corrected != null, List.of(), null, null);
    }

    /** Credits whom the scan or the typed words name, or asks which of several. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ORGANIZER)
    public Response credit(@FormParam("rule") @Nullable String rule, @FormParam("day") @Nullable String day,
            @FormParam("title") @Nullable String title, @FormParam("quantity") @Nullable String quantity,
            @FormParam("gathering") @Nullable String gathering,
            @FormParam("who") @Nullable String who, @FormParam("member") @Nullable String member) {
        Occasion occasion = Occasion.of(rules.rule(Text.required(rule, "rule", LONGEST_QUERY)), day, title, quantity, time)
                .in(gathering);
        Person person = signedIn.person();
        try {
            if (member != null) {
                return done(occasion, rollCall.credit(person, occasion, Ids.parse(member)));
            }
            String typed = Text.required(who, "who", LONGEST_QUERY);
            List<Member> found = finder.find(person, typed);
            return found.size() == 1
                    ? done(occasion, rollCall.credit(person, occasion, found.get(0).id()))
                    : page(occasion, found, found.isEmpty() ? typed : null, null);
        } catch (Problem refused) {
            return page(occasion, List.of(), null, Sentences.detail(refused, Language.of(request.request())));
        }
    }

    private static Response done(Occasion occasion, Awarded awarded) {
        return Response.seeOther(URI.create(occasion.address() + "&last=" + awarded.id())).build();
    }

    private Response page(Occasion occasion, List<Member> several, @Nullable String nobody, @Nullable String refused) {
        return Response.ok(Templates
                .rollCall(occasion, credited(occasion), null, waiting(occasion), null, false, several, nobody, refused)).build();
    }

    private List<Line> credited(Occasion occasion) {
        Person person = signedIn.person();
        List<Award> seen = rollCall.credited(occasion).stream().filter(award -> person.may(award.path(), Role.ORGANIZER))
                .toList();
        return Line.of(seen, awards.states(seen), members);
    }

    private List<Proposed> waiting(Occasion occasion) {
        Person person = signedIn.person();
        return Proposed.of(rollCall.waiting(occasion).stream()
                .filter(proposal -> person.may(proposal.path(), Role.ORGANIZER)).toList(), members);
    }
}
