package org.aixin.access;

import java.net.URI;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** One's own second factor; for administrators also where it is required, and the end of somebody's whose phone is lost. */
@Path("/second-factor")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_CLERK, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER, Role.IS_AUDITOR, Role.IS_ADMIN})
class SecondFactorPages {
    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance own(@Nullable AuthenticatorKey key, int left, String problem);

        static native TemplateInstance required(List<Unit> units, Set<Long> requiring);

        static native TemplateInstance lost(Member member, boolean on);
    }

    private final SecondFactors seconds;
    private final SecondFactorSettings settings;
    private final Units units;
    private final Members members;
    private final SignedIn signedIn;
    private final Entrance entrance;
    private final Refusals refusals;

    SecondFactorPages(SecondFactors seconds, SecondFactorSettings settings, Units units, Members members, SignedIn signedIn,
            Entrance entrance, Refusals refusals) {
        this.seconds = seconds;
        this.settings = settings;
        this.units = units;
        this.members = members;
        this.signedIn = signedIn;
        this.entrance = entrance;
        this.refusals = refusals;
    }

    @GET
    public TemplateInstance own() {
        return own("");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@FormParam("code") @Nullable String code) {
        Person me = signedIn.person();
        try {
            boolean on = seconds.isOn(me.id());
            List<String> codes = on ? seconds.renewCodes(me, code, entrance.from()) : seconds.confirm(me, code, entrance.from());
            return Response.ok(StagePages.Templates.paper(codes, "/me")).build();
        } catch (Problem refused) {
            return refusals.answer(refused, this::own);
        }
    }

    @GET
    @Path("/units")
    @RolesAllowed(Role.IS_ADMIN)
    public TemplateInstance required() {
        return Templates.required(units.reachedBy(signedIn.person(), Role.ADMIN), settings.requiring());
    }

    @POST
    @Path("/units/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response require(@PathParam("id") String id, @FormParam("required") @Nullable String required) {
        settings.require(signedIn.person(), id, "1".equals(required));
        return Response.seeOther(URI.create("/second-factor/units")).build();
    }

    @GET
    @Path("/members/{id}")
    @RolesAllowed(Role.IS_ADMIN)
    public TemplateInstance lost(@PathParam("id") String id) {
        Member member = members.reached(signedIn.person(), Ids.parse(id));
        return Templates.lost(member, seconds.isOn(member.id()));
    }

    @POST
    @Path("/members/{id}/reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response reset(@PathParam("id") String id) {
        seconds.reset(signedIn.person(), Ids.parse(id));
        return Response.seeOther(URI.create("/admin/people/" + Ids.parse(id))).build();
    }

    private TemplateInstance own(String problem) {
        Person me = signedIn.person();
        AuthenticatorKey key = seconds.isOn(me.id()) ? null : new AuthenticatorKey(seconds.begin(me), me.name());
        return Templates.own(key, seconds.codesLeft(me.id()), problem);
    }
}
