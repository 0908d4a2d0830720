package org.aixin.standard;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Where a reviewer sees what waits, looks at a claim and its photos, and decides. */
@Path("/reviews")
@Produces(MediaType.TEXT_HTML)
class ReviewPages {
    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance queue(List<ClaimLine> lines, @Nullable String next, int count, String done);

        static native TemplateInstance review(ClaimLine line, List<ClaimPhotos.Photo> photos, Map<Long, String> names);
    }

    /** What a form says. */
    record Said(String claim, @Nullable String approve, @Nullable String note) {
    }

    private final Claims claims;
    private final ClaimPhotos photos;
    private final ClaimLine.Lines lines;
    private final Members members;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    ReviewPages(Claims claims, ClaimPhotos photos, ClaimLine.Lines lines, Members members, SignedIn signedIn,
            Idempotent idempotent) {
        this.claims = claims;
        this.photos = photos;
        this.lines = lines;
        this.members = members;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** What waits, oldest first. */
    @GET
    @RolesAllowed(Role.IS_REVIEWER)
    public TemplateInstance queue(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        Person person = signedIn.person();
        Page<Claim> page = claims.waiting(person, cursor, Page.DEFAULT);
        return Templates.queue(lines.of(page.items()),
                page.next(), claims.count(person), done == null ? "" : done);
    }

    /** One claim. */
    @GET
    @Path("/{id}")
    @RolesAllowed(Role.IS_REVIEWER)
    public TemplateInstance claim(@PathParam("id") String id) {
        Claim claim = claims.claim(signedIn.person(), Ids.parse(id));
        List<ClaimPhotos.Photo> kept = photos.of(claim);
        Map<Long, String> names = members
                .members(
                        kept.stream().flatMap(photo -> photo.elsewhere().stream()).map(Claim::member).collect(Collectors.toSet()))
                .values().stream().collect(Collectors.toMap(Member::id, this::nameFor));
        return Templates.review(lines.of(List.of(claim)).get(0), kept, names);
    }

    /** The whole name within the reviewer's reach, else masked. */
    private String nameFor(Member member) {
        return signedIn.person().may(member.path(), Role.REVIEWER) ? member.name() : member.maskedName();
    }

    /** Approves or rejects; a second press of the same form does it once. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_REVIEWER)
    public Response review(@PathParam("id") String id, @FormParam("approve") @Nullable String approve,
            @FormParam("note") @Nullable String note, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        long claim = Ids.parse(id);
        if (approve == null || !approve.matches("true|false")) {
            claims.claim(person, claim);
            throw Problem.invalid("value_refused", "approve");
        }
        boolean yes = approve.equals("true");
        idempotent.act(key, new Said(id, approve, note), () -> claims.review(person, claim, yes, note));
        return Response.seeOther(URI.create("/reviews?done=" + (yes ? "approved" : "rejected"))).build();
    }
}
