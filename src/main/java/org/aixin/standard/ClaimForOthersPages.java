package org.aixin.standard;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.KeptPhoto;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** 网格员代报: whoever looks after people without a phone claims for them; first the person, then the deed. */
@Path("/organizer/claims")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_ORGANIZER, Role.IS_SECRETARY})
class ClaimForOthersPages {
    private static final int LONGEST_QUERY = 60;

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance others(@Nullable Member member, List<Member> several, @Nullable String nobody,
                List<Rule> rules, ClaimForm typed, String today, List<ClaimLine> lines, @Nullable String next, boolean sent,
                @Nullable String problem);
    }

    private final Claims claims;
    private final ClaimPhotos photos;
    private final ClaimLine.Lines lines;
    private final Finder finder;
    private final Members members;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;
    private final Refusals refusals;

    ClaimForOthersPages(Claims claims, ClaimPhotos photos, ClaimLine.Lines lines, Finder finder, Members members,
            SignedIn signedIn, Idempotent idempotent, BusinessTime time, Refusals refusals) {
        this.claims = claims;
        this.photos = photos;
        this.lines = lines;
        this.finder = finder;
        this.members = members;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
        this.refusals = refusals;
    }

    /** Asks for the person, then for the deed; below them what one claimed for others. */
    @GET
    public TemplateInstance show(@QueryParam("who") @Nullable String who, @QueryParam("member") @Nullable String member,
            @QueryParam("sent") @Nullable String sent, @QueryParam("cursor") @Nullable String cursor) {
        Person person = signedIn.person();
        if (member != null && !member.isBlank()) {
            return page(members.reached(person, Ids.parse(member)), List.of(), null, ClaimForm.EMPTY, cursor, false, null);
        }
        String typed = Text.optional(who, "who", LONGEST_QUERY);
        List<Member> found = typed == null ? List.of() : finder.find(person, typed);
        return found.size() == 1
                ? page(found.get(0), List.of(), null, ClaimForm.EMPTY, cursor, false, null)
                : page(null, found, found.isEmpty() ? typed : null, ClaimForm.EMPTY, cursor, sent != null, null);
    }

    /** Claims with the photos, all or nothing; a second press does it once. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response submit(@RestForm("member") @Nullable String member, @RestForm("rule") @Nullable String rule,
            @RestForm("day") @Nullable String day, @RestForm("quantity") @Nullable String quantity,
            @RestForm("note") @Nullable String note, @RestForm("key") @Nullable String key,
            @RestForm("photo") @Nullable List<FileUpload> files) throws IOException {
        Person person = signedIn.person();
        Member whose = members.reached(person, Ids.parse(member == null ? "" : member));
        ClaimForm typed = new ClaimForm(member, rule, day, quantity, note);
        try {
            List<KeptPhoto> pictures = ClaimForm.pictures(files);
            NewClaim wanted = typed.wanted(time);
            idempotent.act(key, typed, () -> {
                Claim claim = claims.submit(person, wanted);
                pictures.forEach(picture -> photos.add(claim, picture));
            });
            return Response.seeOther(URI.create("/organizer/claims?sent=1")).build();
        } catch (Problem refused) {
            return refusals.answer(refused, sentence -> page(whose, List.of(), null, typed, null, false, sentence));
        }
    }

    private TemplateInstance page(@Nullable Member member, List<Member> several, @Nullable String nobody, ClaimForm typed,
            @Nullable String cursor, boolean sent, @Nullable String problem) {
        Page<Claim> made = claims.madeBy(signedIn.person(), cursor, Page.DEFAULT);
        return Templates.others(member, several, nobody, claims.claimable(), typed, time.today().toString(),
                lines.of(made.items()), made.next(), sent, problem);
    }
}
