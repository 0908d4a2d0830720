package org.aixin.standard;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.seal.Seal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 抽查: the credited claims that were drawn to be looked at again. */
@Path("/rechecks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_REVIEWER)
class RecheckPages {
    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance rechecks(List<Drawn> lines, @Nullable String next, int count, String done);
    }

    /** A drawn claim, and the seal by which it was drawn. */
    record Drawn(Recheck recheck, ClaimLine line, Seal seal) {
        public String lot() {
            return Draw.lot(seal.root(), line.claim().id());
        }
    }

    /** What a form says. */
    record Said(String claim, @Nullable String confirm, @Nullable String reason) {
    }

    private final Rechecks rechecks;
    private final Claims claims;
    private final ClaimLine.Lines lines;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    RecheckPages(Rechecks rechecks, Claims claims, ClaimLine.Lines lines, SignedIn signedIn, Idempotent idempotent) {
        this.rechecks = rechecks;
        this.claims = claims;
        this.lines = lines;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** What waits, oldest first. */
    @GET
    public TemplateInstance waiting(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        Person person = signedIn.person();
        Page<Recheck> page = rechecks.waiting(person, cursor, Page.DEFAULT);
        Map<Long, Claim> found = claims.claims(page.items().stream().map(Recheck::claim).toList());
        Map<Long, ClaimLine> shown = lines.of(List.copyOf(found.values())).stream()
                .collect(Collectors.toMap(line -> line.claim().id(), Function.identity()));
        Map<String, Seal> seals = page.items().stream().map(Recheck::month).distinct()
                .collect(Collectors.toMap(Function.identity(), rechecks::seal));
        return Templates.rechecks(page.items().stream().map(one -> new Drawn(one, Objects.requireNonNull(shown.get(one.claim())),
                Objects.requireNonNull(seals.get(one.month())))).toList(), page.next(), rechecks.count(person),
                done == null ? "" : done);
    }

    /** Confirms or takes back; a second press of the same form does it once. */
    @POST
    @Path("/{claim}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("claim") String claim, @FormParam("confirm") @Nullable String confirm,
            @FormParam("reason") @Nullable String reason, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        long id = Ids.parse(claim);
        if (confirm == null || !confirm.matches("true|false")) {
            throw Problem.invalid("value_refused", "confirm");
        }
        boolean yes = confirm.equals("true");
        idempotent.act(key, new Said(claim, confirm, reason), () -> rechecks.decide(person, id, yes, reason));
        return Response.seeOther(URI.create("/rechecks?done=" + (yes ? "confirmed" : "false"))).build();
    }
}
