package org.aixin.watch;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Period;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 要留意的: what an auditor should look at, by days and kind. */
@Path("/audit/watch")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_AUDITOR, Role.IS_ADMIN})
class WatchPages {
    private static final int FIRST = 10;

    @CheckedTemplate(basePath = "watch")
    static class Templates {
        static native TemplateInstance watch(Period period, List<Watch.Things> kinds);

        static native TemplateInstance kind(Period period, Watch.Things things);
    }

    private final Watch watch;
    private final SignedIn signedIn;
    private final BusinessTime time;

    WatchPages(Watch watch, SignedIn signedIn, BusinessTime time) {
        this.watch = watch;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** The latest of every kind. */
    @GET
    public TemplateInstance all(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to,
            @Context HttpHeaders headers) {
        Period period = Period.week(from, to, time.today());
        return Templates.watch(period, watch.all(signedIn.person(), period, Language.of(headers), FIRST));
    }

    /** One kind, page by page. */
    @GET
    @Path("/{kind}")
    public TemplateInstance one(@PathParam("kind") String kind, @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to, @QueryParam("cursor") @Nullable String cursor, @Context HttpHeaders headers) {
        Period period = Period.week(from, to, time.today());
        return Templates.kind(period,
                watch.of(kind, signedIn.person(), period, cursor, Page.DEFAULT, Language.of(headers)));
    }
}
