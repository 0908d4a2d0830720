package org.aixin.identity;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

import org.aixin.kernel.Ids;
import org.aixin.kernel.OwnAddress;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.QrSvg;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The people of one's units: found, admitted, given codes and cards; by administrators also roles. */
@Path("/{office:organizer|admin}/people")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_ORGANIZER, Role.IS_ADMIN})
class PeoplePages {
    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance people(String base, boolean admin, String query, Page<Member> found, List<Unit> units,
                @Nullable Member kin, boolean kinShares, Typed typed, String problem);

        static native TemplateInstance person(String base, boolean admin, Member member, List<Member> household,
                List<Grants.Held> held, List<RoleChanges.Change> changes, List<Role> roles, List<Unit> units, boolean secretSet,
                NewCodes.@Nullable Reissue reissued, boolean needsYes, String problem);

        static native TemplateInstance slip(String base, Member member, String login, String code, String address, RawString qr);

        static native TemplateInstance card(String base, Member member, RawString qr);
    }

    private final Members members;
    private final Admissions admissions;
    private final Units units;
    private final Grants grants;
    private final RoleChanges roleChanges;
    private final NewCodes newCodes;
    private final Slips slips;
    private final Belongings belongings;
    private final Cards cards;
    private final Credentials credentials;
    private final SignedIn signedIn;
    private final Refusals refusals;
    private final OwnAddress own;

    PeoplePages(Members members, Admissions admissions, Units units, Grants grants, RoleChanges roleChanges, NewCodes newCodes,
            Slips slips,
            Belongings belongings, Cards cards, Credentials credentials, SignedIn signedIn, Refusals refusals, OwnAddress own) {
        this.members = members;
        this.admissions = admissions;
        this.units = units;
        this.grants = grants;
        this.roleChanges = roleChanges;
        this.newCodes = newCodes;
        this.slips = slips;
        this.belongings = belongings;
        this.cards = cards;
        this.credentials = credentials;
        this.signedIn = signedIn;
        this.refusals = refusals;
        this.own = own;
    }

    /** What was typed into the form for a new person. */
    static class Typed {
        @FormParam("name")
        @Nullable
        String name;
        @FormParam("phone")
        @Nullable
        String phone;
        @FormParam("card")
        @Nullable
        String card;
        @FormParam("login")
        @Nullable
        String login;
        @FormParam("unit")
        @Nullable
        String unit;
        @FormParam("partyMember")
        @Nullable
        String partyMember;
        @FormParam("child")
        @Nullable
        String child;
        @FormParam("consentCode")
        @Nullable
        String consentCode;
        @FormParam("consentSecret")
        @Nullable
        String consentSecret;

        public String getName() {
            return name == null ? "" : name;
        }

        public String getPhone() {
            return phone == null ? "" : phone;
        }

        public String getCard() {
            return card == null ? "" : card;
        }

        public String getLogin() {
            return login == null ? "" : login;
        }

        public boolean isPartyMember() {
            return partyMember != null;
        }

        public boolean isChild() {
            return child != null;
        }

        /** Whether this unit was chosen, or is the one that stands there at first. */
        public boolean chose(Unit one, @Nullable Member kin) {
            return unit == null ? kin != null && kin.unitId() == one.id() : unit.equals(Long.toString(one.id()));
        }

        private Admissions.NewMember wanted(@Nullable Member kin) {
            String household = kin == null || kin.household() == null ? null : kin.household().toString();
            return new Admissions.NewMember(name, phone, card, household, unit, isPartyMember(),
                    getLogin().isBlank() ? null : login, isChild(), new Consent(consentCode, consentSecret));
        }
    }

    @GET
    public TemplateInstance people(@PathParam("office") String office, @QueryParam("q") @Nullable String query,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("kin") @Nullable String kin) {
        return list(office, query, cursor, kin(kin), new Typed(), "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response admit(@PathParam("office") String office, @BeanParam Typed typed, @FormParam("kin") @Nullable String kinId,
            @FormParam("key") @Nullable String key) {
        Member kin = kin(kinId);
        try {
            Admissions.Admitted admitted = admissions.admitOnce(signedIn.person(), typed.wanted(kin), key).admitted();
            return admitted == null ? waits() : Response.ok(slip(office, admitted)).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> list(office, null, null, kin, typed, sentence));
        }
    }

    @GET
    @Path("/{id}")
    public TemplateInstance person(@PathParam("office") String office, @PathParam("id") String id) {
        return person(office, member(id), "");
    }

    /** Marks a child, or somebody who has grown up. */
    @POST
    @Path("/{id}/child")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mark(@PathParam("office") String office, @PathParam("id") String id,
            @FormParam("child") @Nullable String child) {
        long marked = members.mark(signedIn.person(), Ids.parse(id), "1".equals(child)).id();
        return Response.seeOther(URI.create(base(office) + "/" + marked)).build();
    }

    @POST
    @Path("/{id}/one-time-codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reissue(@PathParam("office") String office, @PathParam("id") String id,
            @FormParam("consentCode") @Nullable String code, @FormParam("consentSecret") @Nullable String secret,
            @FormParam("key") @Nullable String key) {
        long member = Ids.parse(id);
        try {
            String digits = newCodes.reissueOnce(signedIn.person(), member, new Consent(code, secret), key).digits();
            return digits == null
                    ? waits()
                    : Response.ok(slip(office, new Admissions.Admitted(member, digits))).build();
        } catch (Problem refused) {
            if (refused.status() != 422 && refused.status() != 409) {
                throw refused;
            }
            return refusals.answer(refused, sentence -> person(office, member(id), sentence));
        }
    }

    /** What is handed over after a second person's yes, for the one who asked. */
    @GET
    @Path("/slips/{asked}")
    public TemplateInstance slip(@PathParam("office") String office, @PathParam("asked") String asked) {
        return slip(office, slips.of(signedIn.person(), Ids.parse(asked)));
    }

    private static Response waits() {
        return Response.seeOther(URI.create("/second-person?done=asked")).build();
    }

    @POST
    @Path("/{id}/cards")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveCard(@PathParam("office") String office, @PathParam("id") String id,
            @FormParam("card") @Nullable String card) {
        try {
            cards.give(signedIn.person(), Ids.parse(id), card);
            return Response.seeOther(URI.create(base(office) + "/" + Ids.parse(id) + "/card")).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> person(office, member(id), sentence));
        }
    }

    @GET
    @Path("/{id}/card")
    public TemplateInstance card(@PathParam("office") String office, @PathParam("id") String id) {
        Member member = member(id);
        if (member.card() == null) {
            throw Problem.notFound();
        }
        return Templates.card(base(office), member, new RawString(QrSvg.of(member.card())));
    }

    @POST
    @Path("/{id}/roles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response give(@PathParam("office") String office, @PathParam("id") String id, @FormParam("role") @Nullable String role,
            @FormParam("unit") @Nullable String unit) {
        try {
            grants.give(signedIn.person(), Ids.parse(id), role, unit);
            return Response.seeOther(URI.create(base(office) + "/" + Ids.parse(id))).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> person(office, member(id), sentence));
        }
    }

    @POST
    @Path("/{id}/roles/taken")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response take(@PathParam("office") String office, @PathParam("id") String id, @FormParam("role") @Nullable String role,
            @FormParam("unit") @Nullable String unit) {
        grants.take(signedIn.person(), Ids.parse(id), role, unit);
        return Response.seeOther(URI.create(base(office) + "/" + Ids.parse(id))).build();
    }

    private TemplateInstance list(String office, @Nullable String query, @Nullable String cursor, @Nullable Member kin,
            Typed typed, String problem) {
        Person person = signedIn.person();
        return Templates.people(base(office), isAdmin(office), query == null ? "" : query.strip(),
                members.search(person, query, cursor, Page.DEFAULT), units.reachedBy(person, Role.ORGANIZER, Role.ADMIN), kin,
                kin != null && kin.household() != null && belongings.isShared(kin.household()), typed, problem);
    }

    private TemplateInstance person(String office, Member member, String problem) {
        Person person = signedIn.person();
        List<Member> others = member.household() == null
                ? List.of()
                : members.household(member.household()).stream()
                        .filter(other -> other.id() != member.id()).toList();
        return Templates.person(base(office),
                isAdmin(office) && person.may(member.path(), Role.ADMIN) && person.id() != member.id(),
                member, others, grants.of(member.id()), roleChanges.of(member.id()),
                List.of(Role.CLERK, Role.ORGANIZER, Role.SECRETARY, Role.REVIEWER, Role.AUDITOR, Role.ADMIN, Role.RESIDENT),
                units.reachedBy(person, Role.ADMIN),
                credentials.isSet(member.id()), newCodes.lastReissue(member.id()).orElse(null), newCodes.needsYes(member.id()),
                problem);
    }

    private TemplateInstance slip(String office, Admissions.Admitted slip) {
        Member member = members.member(slip.id());
        String login = members.loginOf(slip.id()), code = slip.oneTimeCode();
        String address = own.of("/first-secret?login=" + login);
        return Templates.slip(base(office), member, login, code.substring(0, 4) + " " + code.substring(4),
                own.of("/first-secret"), new RawString(QrSvg.of(address)));
    }

    private Member member(String id) {
        return members.reached(signedIn.person(), Ids.parse(id));
    }

    private @Nullable Member kin(@Nullable String id) {
        return id == null || id.isBlank() ? null : member(id);
    }

    private static String base(String office) {
        return "/" + office + "/people";
    }

    private static boolean isAdmin(String office) {
        return office.equals("admin");
    }
}
