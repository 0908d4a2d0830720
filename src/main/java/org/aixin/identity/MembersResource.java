package org.aixin.identity;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Body;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

@Path("/api/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class MembersResource {
    private final Members members;
    private final Admissions admissions;
    private final Grants grants;
    private final NewCodes newCodes;
    private final Cards cards;
    private final SignedIn signedIn;

    MembersResource(Members members, Admissions admissions, Grants grants, NewCodes newCodes, Cards cards, SignedIn signedIn) {
        this.members = members;
        this.admissions = admissions;
        this.grants = grants;
        this.newCodes = newCodes;
        this.cards = cards;
        this.signedIn = signedIn;
    }

    /** A member as staff see one. */
    public record Shown(String id, String name, @Nullable String phone, @Nullable String card, @Nullable String household,
            String unit, String unitName, boolean partyMember, boolean child) {
        static Shown of(Member member) {
            return new Shown(Long.toString(member.id()), member.name(), member.phone(), member.card(),
                    member.household() == null ? null : member.household().toString(), Long.toString(member.unitId()),
                    member.unit(), member.partyMember(), member.child());
        }
    }

    /** Somebody's role, by its name, at a unit, by its id. */
    public record RoleAt(@Nullable String role, @Nullable String unit) {
        static RoleAt of(Grants.Held held) {
            return new RoleAt(held.role().code(), Long.toString(held.unit().id()));
        }
    }

    /** What is to be noted of a member: whether it is a child. */
    public record Marks(@Nullable Boolean child) {
    }

    /** Who was admitted. */
    public record Admitted(String id, String oneTimeCode) {
    }

    /** A code to hand over. */
    public record Reissued(String oneTimeCode) {
    }

    /** Under which id it waits for a second person. */
    public record Waits(String secondPerson) {
    }

    /** A card's number, or nothing for a new one of its own. */
    public record CardNumber(@Nullable String card) {
    }

    @GET
    @RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
    public Page<Shown> search(@QueryParam("query") @Nullable String query, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return members.search(signedIn.person(), query, cursor, Page.limit(limit)).map(Shown::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
    public Shown member(@PathParam("id") String id) {
        return Shown.of(members.reached(signedIn.person(), Ids.parse(id)));
    }

    /** Marks a child, who is never named in public, or somebody who has grown up. */
    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_ADMIN})
    public Shown mark(@PathParam("id") String id, @Nullable Marks body) {
        Boolean child = Body.said(body).child();
        if (child == null) {
            throw Problem.invalid("value_refused", "child");
        }
        return Shown.of(members.mark(signedIn.person(), Ids.parse(id), child));
    }

    /** Admits somebody; answers 202 where that waits for a second person, since the household shares its points. */
    @POST
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_ADMIN})
    public Response admit(Admissions.@Nullable NewMember body) {
        Admissions.Entry entry = admissions.admit(signedIn.person(), Body.said(body));
        Admissions.Admitted admitted = entry.admitted();
        return admitted == null
                ? waits(entry.asked())
                : created(new Admitted(Long.toString(admitted.id()), admitted.oneTimeCode()));
    }

    /**
     * A new one-time code, where the first was lost or the secret forgotten; answers 202 where that waits for a second person, for
     * whoever has points or works here.
     */
    @POST
    @Path("/{id}/one-time-codes")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_ADMIN})
    public Response reissue(@PathParam("id") String id) {
        return issued(newCodes.reissue(signedIn.person(), Ids.parse(id), null));
    }

    /** The same at once, with the yes of the member, who is there. */
    @POST
    @Path("/{id}/one-time-codes/consented")
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_ADMIN})
    public Response reissue(@PathParam("id") String id, @Nullable Consent body) {
        return issued(newCodes.reissue(signedIn.person(), Ids.parse(id), Body.said(body)));
    }

    private static Response issued(NewCodes.Issued issued) {
        return issued.digits() == null ? waits(issued.asked()) : created(new Reissued(issued.digits()));
    }

    private static Response waits(@Nullable Asked asked) {
        return Response.status(202).entity(new Waits(Long.toString(Objects.requireNonNull(asked).id()))).build();
    }

    /** A card, the first or in place of a lost one. */
    @POST
    @Path("/{id}/cards")
    @RolesAllowed({Role.IS_ORGANIZER, Role.IS_ADMIN})
    public Response give(@PathParam("id") String id, @Nullable CardNumber body) {
        return created(new CardNumber(cards.give(signedIn.person(), Ids.parse(id), Body.said(body).card())));
    }

    @GET
    @Path("/{id}/roles")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<RoleAt> roles(@PathParam("id") String id) {
        Member member = members.reached(signedIn.person(), Ids.parse(id));
        List<RoleAt> held = grants.of(member.id()).stream().map(RoleAt::of).toList();
        return new Page<>(held, null);
    }

    @POST
    @Path("/{id}/roles")
    @RolesAllowed(Role.IS_ADMIN)
    public Response give(@PathParam("id") String id, @Nullable RoleAt body) {
        RoleAt wanted = Body.said(body);
        return created(RoleAt.of(grants.give(signedIn.person(), Ids.parse(id), wanted.role(), wanted.unit())));
    }

    @DELETE
    @Path("/{id}/roles/{role}/{unit}")
    @RolesAllowed(Role.IS_ADMIN)
    public void take(@PathParam("id") String id, @PathParam("role") String role, @PathParam("unit") String unit) {
        grants.take(signedIn.person(), Ids.parse(id), role, unit);
    }

    private static Response created(Object body) {
        return Response.status(201).entity(body).build();
    }
}
