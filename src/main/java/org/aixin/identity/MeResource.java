package org.aixin.identity;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.Authenticated;
import org.jspecify.annotations.Nullable;

@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MeResource {
    private final Members members;
    private final Grants grants;
    private final SignedIn signedIn;

    MeResource(Members members, Grants grants, SignedIn signedIn) {
        this.members = members;
        this.grants = grants;
        this.signedIn = signedIn;
    }

    /** What is kept of the person, and what they may do where. */
    public record Me(String id, String name, List<String> roles, @Nullable String phone, @Nullable String card,
            @Nullable String household, String unit, String unitName, boolean partyMember, List<MembersResource.RoleAt> grants) {
    }

    @GET
    public Me me() {
        Person person = signedIn.person();
        MembersResource.Shown member = MembersResource.Shown.of(members.member(person.id()));
        return new Me(member.id(), member.name(), person.roles().map(Role::code).toList(), member.phone(), member.card(),
                member.household(), member.unit(), member.unitName(), member.partyMember(),
                grants.of(person.id()).stream().map(MembersResource.RoleAt::of).toList());
    }
}
