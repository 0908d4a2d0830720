package org.aixin.standard;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.KeptPhoto;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where a resident claims what they did, and sees where each claim stands. */
@Path("/claims")
@Produces(MediaType.TEXT_HTML)
class ClaimPages {
    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance mine(List<Rule> rules, ClaimForm typed, String today, List<ClaimLine> lines,
                @Nullable String next,
                boolean sent, @Nullable String problem);
    }

    private final Claims claims;
    private final ClaimPhotos photos;
    private final ClaimLine.Lines lines;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;
    private final Refusals refusals;

    ClaimPages(Claims claims, ClaimPhotos photos, ClaimLine.Lines lines, SignedIn signedIn, Idempotent idempotent,
            BusinessTime time,
            Refusals refusals) {
        this.claims = claims;
        this.photos = photos;
        this.lines = lines;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
        this.refusals = refusals;
    }

    /** The form, and one's claims. */
    @GET
    @RolesAllowed(Role.IS_RESIDENT)
    public TemplateInstance mine(@QueryParam("sent") @Nullable String sent, @QueryParam("cursor") @Nullable String cursor) {
        return page(ClaimForm.EMPTY, cursor, sent != null, null);
    }

    /** Claims with the photos, all or nothing; a second press finds it claimed and says the same. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.IS_RESIDENT)
    public Response submit(@RestForm("rule") @Nullable String rule, @RestForm("day") @Nullable String day,
            @RestForm("quantity") @Nullable String quantity, @RestForm("note") @Nullable String note,
            @RestForm("key") @Nullable String key,
            @RestForm("photo") @Nullable List<FileUpload> files) throws IOException {
        ClaimForm typed = new ClaimForm(null, rule, day, quantity, note);
        Person person = signedIn.person();
        try {
            List<KeptPhoto> pictures = ClaimForm.pictures(files);
            NewClaim wanted = typed.wanted(time);
            idempotent.act(key, typed, () -> {
                Claim claim = claims.submit(person, wanted);
                pictures.forEach(picture -> photos.add(claim, picture));
            });
            return Response.seeOther(URI.create("/claims?sent=1")).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> page(typed, null, false, sentence));
        }
    }

    /** A photo, for its member, who claimed for them, and reviewers. */
    @GET
    @Path("/{id}/photos/{photo}")
    @Produces("image/jpeg")
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_ORGANIZER, Role.IS_SECRETARY, Role.IS_REVIEWER})
    public Response photo(@PathParam("id") String id, @PathParam("photo") String photo) {
        return Response.ok(photos.picture(signedIn.person(), Ids.parse(id), Ids.parse(photo)))
                .header("Cache-Control", "private, no-store").build();
    }

    private TemplateInstance page(ClaimForm typed, @Nullable String cursor, boolean sent, @Nullable String problem) {
        Page<Claim> page = claims.of(signedIn.person(), cursor, Page.DEFAULT);
        return Templates.mine(claims.claimable(), typed, time.today().toString(), lines.of(page.items()), page.next(), sent,
                problem);
    }
}
