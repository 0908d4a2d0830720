package org.aixin.notice;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
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
import org.aixin.kernel.OwnAddress;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.QrSvg;
import org.aixin.seal.Seal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The notices as they hang on the wall, for anybody; and where a resident objects to a row. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML)
class NoticePages {
    @CheckedTemplate(basePath = "notice")
    static class Templates {
        static native TemplateInstance list(List<Listed> lines, @Nullable String next);

        static native TemplateInstance notice(Notice notice, boolean open, List<NoticeRow> rows, List<Objection> answered,
                @Nullable String next, boolean mayObject, boolean objected,
                @Nullable Seal seal, @Nullable RawString qr, String address);

        static native TemplateInstance object(Notice notice, NoticeRow row);
    }

    /** A notice in the list. */
    record Listed(Notice notice, boolean open) {
    }

    /** What a form says. */
    record Said(String notice, @Nullable String row, @Nullable String reason) {
    }

    private final Notices notices;
    private final Objections objections;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final OwnAddress own;

    NoticePages(Notices notices, Objections objections, SignedIn signedIn, Idempotent idempotent, OwnAddress own) {
        this.notices = notices;
        this.objections = objections;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.own = own;
    }

    /** All of them, newest first. */
    @GET
    @PermitAll
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        Page<Listed> page = notices.newest(cursor, Page.DEFAULT).map(one -> new Listed(one, notices.isOpen(one)));
        return Templates.list(page.items(), page.next());
    }

    /** One of them, to be read and printed. */
    @GET
    @Path("/{id}")
    @PermitAll
    public TemplateInstance notice(@PathParam("id") String id, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("objected") @Nullable String objected) {
        Notice notice = notices.notice(Ids.parse(id));
        boolean open = notices.isOpen(notice);
        boolean may = open && signedIn.ifAny().filter(person -> isNeighbour(person, notice)).isPresent();
        Page<NoticeRow> rows = notices.rows(notice, cursor, Page.MOST);
        Seal seal = notices.seal(notice).orElse(null);
        return Templates.notice(notice, open, rows.items(), notices.answered(notice), rows.next(), may, objected != null,
                seal, seal == null ? null : new RawString(QrSvg.of(seal.printed())),
                own.of("/seals/check"));
    }

    private static boolean isNeighbour(Person person, Notice notice) {
        return person.path().startsWith(notice.path()) && person.roles().anyMatch(Role.RESIDENT::equals);
    }

    /** The form for an objection. */
    @GET
    @Path("/{id}/objections")
    @RolesAllowed(Role.IS_RESIDENT)
    public TemplateInstance object(@PathParam("id") String id, @QueryParam("row") @Nullable String row) {
        Notice notice = notices.notice(Ids.parse(id));
        return Templates.object(notice, notices.numbered(notice, number(row)));
    }

    /** Objects; a second press of the same form does it once. */
    @POST
    @Path("/{id}/objections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_RESIDENT)
    public Response object(@PathParam("id") String id, @FormParam("row") @Nullable String row,
            @FormParam("reason") @Nullable String reason, @FormParam("key") @Nullable String key) {
        long notice = notices.notice(Ids.parse(id)).id();
        Person person = signedIn.person();
        idempotent.act(key, new Said(id, row, reason), () -> objections.object(person, notice, number(row), reason));
        return Response.seeOther(URI.create("/notices/" + notice + "?objected=1")).build();
    }

    private static int number(@Nullable String row) {
        if (row == null || !row.matches("[0-9]{1,9}")) {
            throw Problem.invalid("row_unknown", "row");
        }
        return Integer.parseInt(row);
    }
}
