package org.aixin.seal;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 防改凭证 for everybody: the seals, and a page on which a browser checks a proof by itself. */
@Path("/seals")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class SealPages {
    private static final int LINES = 20;

    @CheckedTemplate(basePath = "seal")
    static class Templates {
        static native TemplateInstance seals(List<Made> seals, @Nullable String next, boolean whole);

        static native TemplateInstance check(List<PublicSealKey> keys);
    }

    /** A seal and its time as people say it. */
    record Made(Seal seal, Instant at) {
    }

    private final Seals seals;

    SealPages(Seals seals) {
        this.seals = seals;
    }

    @GET
    public TemplateInstance seals(@QueryParam("cursor") @Nullable String cursor) {
        Page<Seal> page = seals.page(cursor, LINES);
        return Templates.seals(page.items().stream().map(seal -> new Made(seal, Instant.parse(seal.at()))).toList(), page.next(),
                seals.isWhole());
    }

    @GET
    @Path("/check")
    public TemplateInstance check() {
        return Templates.check(seals.keys());
    }
}
