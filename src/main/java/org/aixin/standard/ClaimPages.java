package org.aixin.standard;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.Text;
import org.aixin.notice.Notice;
import org.aixin.notice.Notices;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where a resident claims what they did, and sees where each claim stands. */
@Path("/claims")
@Produces(MediaType.TEXT_HTML)
class ClaimPages {
    private static final long NOON = 12 * 3600;

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance mine(List<Rule> rules, Typed typed, String today, List<Mine> lines, @Nullable String next,
                boolean sent, @Nullable String problem);
    }

    /** What was typed into the form. */
    record Typed(@Nullable String rule, @Nullable String day, @Nullable String note) {
        static final Typed NOTHING = new Typed(null, null, null);
    }

    /** A claim as its resident sees it, with the notice on which it stands. */
    record Mine(Claim claim, ClaimStatus status, @Nullable Notice notice) {
        public String tone() {
            return ClaimPages.tone(status);
        }

        public boolean isFull() {
            return status == ClaimStatus.CREDITED && claim.points() == 0;
        }
    }

    private final Claims claims;
    private final ClaimPhotos photos;
    private final Notices notices;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final BusinessTime time;
    private final RoutingContext request;

    ClaimPages(Claims claims, ClaimPhotos photos, Notices notices, SignedIn signedIn, Idempotent idempotent, BusinessTime time,
            RoutingContext request) {
        this.claims = claims;
        this.photos = photos;
        this.notices = notices;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.time = time;
        this.request = request;
    }

    /** The form, and one's claims. */
    @GET
    @RolesAllowed(Role.IS_RESIDENT)
    public TemplateInstance mine(@QueryParam("sent") @Nullable String sent, @QueryParam("cursor") @Nullable String cursor) {
        return page(Typed.NOTHING, cursor, sent != null, null);
    }

    /** Claims with the photos, all or nothing; a second press finds it claimed and says the same. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.IS_RESIDENT)
    public Object submit(@RestForm("rule") @Nullable String rule, @RestForm("day") @Nullable String day,
            @RestForm("note") @Nullable String note, @RestForm("key") @Nullable String key,
            @RestForm("photo") @Nullable List<FileUpload> files) throws IOException {
        Typed typed = new Typed(rule, day, note);
        Person person = signedIn.person();
        try {
            List<ClaimPicture> pictures = pictures(files == null ? List.of() : files);
            NewClaim wanted = new NewClaim(rule, null, at(day), note);
            idempotent.act(key, typed, () -> {
                Claim claim = claims.submit(person, wanted);
                pictures.forEach(picture -> photos.add(claim, picture));
            });
            return Response.seeOther(URI.create("/claims?sent=1")).build();
        } catch (Problem refused) {
            return page(typed, null, false, Sentences.detail(refused, Language.of(request.request())));
        }
    }

    /** A photo, for its member and reviewers. */
    @GET
    @Path("/{id}/photos/{photo}")
    @Produces("image/jpeg")
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_REVIEWER})
    public Response photo(@PathParam("id") String id, @PathParam("photo") String photo) {
        return Response.ok(photos.picture(signedIn.person(), Ids.parse(id), Ids.parse(photo)))
                .header("Cache-Control", "private, no-store").build();
    }

    static String tone(ClaimStatus status) {
        return switch (status) {
            case CREDITED -> "good";
            case SUBMITTED, NOTICED -> "wait";
            case REJECTED, WITHDRAWN, LAPSED -> "stop";
        };
    }

    private static List<ClaimPicture> pictures(List<FileUpload> files) throws IOException {
        List<ClaimPicture> pictures = new ArrayList<>();
        for (FileUpload file : files) {
            if (file.size() > 0) {
                if (pictures.size() == ClaimPhotos.MOST) {
                    throw Problem.conflict("too_many_photos", ClaimPhotos.MOST);
                }
                pictures.add(ClaimPicture.of(Files.readAllBytes(file.uploadedFile())));
            }
        }
        return pictures;
    }

    private @Nullable Instant at(@Nullable String day) {
        if (day == null || day.isBlank()) {
            return null;
        }
        LocalDate said = Text.day(day, "day");
        return said.equals(time.today()) ? time.now() : time.startOf(said).plusSeconds(NOON);
    }

    private TemplateInstance page(Typed typed, @Nullable String cursor, boolean sent, @Nullable String problem) {
        Page<Claim> page = claims.of(signedIn.person(), cursor, Page.DEFAULT);
        Map<Long, ClaimStatus> states = claims.states(page.items());
        List<Mine> lines = page.items().stream()
                .map(claim -> new Mine(claim, Objects.requireNonNull(states.get(claim.id())), notice(claim))).toList();
        return Templates.mine(claims.claimable(), typed, time.today().toString(), lines, page.next(), sent, problem);
    }

    private @Nullable Notice notice(Claim claim) {
        return claim.row() == null ? null : notices.notice(notices.row(claim.row()).notice());
    }
}
