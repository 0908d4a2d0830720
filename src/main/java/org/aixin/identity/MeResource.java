package org.aixin.identity;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Problem;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class MeResource {
    private final Members members;
    private final Grants grants;
    private final Secrets secrets;
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final Origin origin;

    MeResource(Members members, Grants grants, Secrets secrets, Sessions sessions, SignedIn signedIn, Origin origin) {
        this.members = members;
        this.grants = grants;
        this.secrets = secrets;
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.origin = origin;
    }

    /** What is kept of the person, and what they may do where. */
    public record Me(String id, String name, List<String> roles, @Nullable String phone, @Nullable String card,
            @Nullable String household, String unit, String unitName, boolean partyMember, List<MembersResource.RoleAt> grants) {
    }

    /** The secret so far and the one to be. */
    public record NewSecret(@Nullable String old, @Nullable String secret) {
    }

    @GET
    public Me me() {
        Person person = signedIn.person();
        MembersResource.Shown member = MembersResource.Shown.of(members.member(person.id()));
        return new Me(member.id(), member.name(), person.roles().map(Role::code).toList(), member.phone(), member.card(),
                member.household(), member.unit(), member.unitName(), member.partyMember(),
                grants.of(person.id()).stream().map(MembersResource.RoleAt::of).toList());
    }

    @POST
    @Path("/secret")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> change(@Nullable NewSecret body) {
        if (body == null) {
            throw Problem.of(400, "request_unreadable");
        }
        return secrets.change(signedIn.person(), body.old(), body.secret(), signedIn.token(), origin.address())
                .map(member -> Response.noContent().build());
    }

    /** Signs out everywhere. */
    @DELETE
    @Path("/sessions")
    public Response signOutEverywhere() {
        sessions.closeAll(signedIn.person().id());
        return Response.noContent().cookie(SessionsResource.gone()).build();
    }
}
