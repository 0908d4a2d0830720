package org.aixin.identity;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 注销: asks first, says what will happen, and needs the name typed. */
@Path("/removals")
@Produces(MediaType.TEXT_HTML)
class RemovalPages {
    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance removal(Removals.Announcement announcement, String problem, String reason);

        static native TemplateInstance removals(Page<Removals.Removal> done, boolean justDone);
    }

    private final Removals removals;
    private final Idempotent idempotent;
    private final SignedIn signedIn;
    private final Refusals refusals;

    RemovalPages(Removals removals, Idempotent idempotent, SignedIn signedIn, Refusals refusals) {
        this.removals = removals;
        this.idempotent = idempotent;
        this.signedIn = signedIn;
        this.refusals = refusals;
    }

    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public TemplateInstance done(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        return Templates.removals(removals.newest(signedIn.person(), cursor, Page.DEFAULT), done != null);
    }

    @GET
    @Path("/{member}")
    @RolesAllowed(Role.IS_ADMIN)
    public TemplateInstance ask(@PathParam("member") String member, @Context HttpHeaders headers) {
        return Templates.removal(removals.announce(signedIn.person(), Ids.parse(member), Language.of(headers)), "", "");
    }

    @POST
    @Path("/{member}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response remove(@PathParam("member") String member, @FormParam("name") @Nullable String name,
            @FormParam("reason") @Nullable String reason, @FormParam("key") @Nullable String key,
            @Context HttpHeaders headers) {
        long id = Ids.parse(member);
        Person by = signedIn.person();
        try {
            idempotent.act(key, name + "\n" + reason, () -> removals.remove(by, id, name, reason));
            return Response.seeOther(URI.create("/removals?done=1")).build();
        } catch (Problem refused) {
            if (refused.status() != 422 || refused.code().startsWith("idempotency")) {
                throw refused;
            }
            return refusals.answer(refused, sentence -> Templates
                    .removal(removals.announce(by, id, Language.of(headers)), sentence, reason == null ? "" : reason));
        }
    }
}
