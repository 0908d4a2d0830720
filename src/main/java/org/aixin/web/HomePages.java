package org.aixin.web;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.goods.Catalogue;
import org.aixin.goods.Goods;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Language;
import org.aixin.passbook.Line;
import org.aixin.passbook.Passbooks;
import org.aixin.passbook.Savings;
import org.aixin.redemption.WaitingOrders;
import org.aixin.standard.Proposals;
import org.aixin.standard.Rule;
import org.aixin.standard.Rules;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;

/** The first page: a resident's points and what waits, the work of the staff, or what this is to whoever is not signed in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class HomePages {
    private static final int NEWEST = 6, GOODS = 8, RULES = 6;

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance resident(Member member, Savings savings, List<WaitingOrders.Waiting> waiting,
                int deductions, List<Line> lines);

        static native TemplateInstance staff(Person person, List<FirstSteps.Step> steps, List<Work> work);

        static native TemplateInstance welcome(List<Goods> goods, List<Rule> rules);
    }

    private final SignedIn signedIn;
    private final Members members;
    private final Passbooks passbooks;
    private final WaitingOrders waiting;
    private final Catalogue catalogue;
    private final Rules rules;
    private final Proposals proposals;
    private final FirstSteps firstSteps;
    private final RoutingContext request;

    HomePages(SignedIn signedIn, Members members, Passbooks passbooks, WaitingOrders waiting, Catalogue catalogue, Rules rules,
            Proposals proposals, FirstSteps firstSteps, RoutingContext request) {
        this.signedIn = signedIn;
        this.members = members;
        this.passbooks = passbooks;
        this.waiting = waiting;
        this.catalogue = catalogue;
        this.rules = rules;
        this.proposals = proposals;
        this.firstSteps = firstSteps;
        this.request = request;
    }

    @GET
    @PermitAll
    public TemplateInstance home() {
        Optional<Person> person = signedIn.ifAny();
        if (person.isEmpty()) {
            return welcome();
        }
        List<Work> work = Work.of(person.get());
        boolean resident = person.get().roles().anyMatch(Role.RESIDENT::equals);
        return work.isEmpty() && resident
                ? resident(person.get())
                : Templates.staff(person.get(), firstSteps.of(person.get()), work);
    }

    private TemplateInstance resident(Person person) {
        return Templates.resident(members.member(person.id()), passbooks.savings(person.id()), waiting.of(person.id()),
                proposals.toAnswer(person.id()),
                passbooks.newest(person.id(), NEWEST, Language.of(request.request())));
    }

    private TemplateInstance welcome() {
        List<Goods> offered = catalogue.onOffer(0, GOODS).items();
        return Templates.welcome(offered, rules.inForce().stream().limit(RULES).toList());
    }
}
