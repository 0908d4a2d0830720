package org.aixin.notice;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The objections that wait for a reviewer's answer. */
@Path("/objections")
@Produces(MediaType.TEXT_HTML)
class ObjectionPages {
    @CheckedTemplate(basePath = "notice")
    static class Templates {
        static native TemplateInstance objections(List<Line> lines, @Nullable String next, boolean done);
    }

    /** An objection as a reviewer sees it: with the names. */
    record Line(Objection objection, Notice notice, NoticeRow row, String name, String by) {
    }

    private final Objections objections;
    private final Notices notices;
    private final Members members;
    private final SignedIn signedIn;

    ObjectionPages(Objections objections, Notices notices, Members members, SignedIn signedIn) {
        this.objections = objections;
        this.notices = notices;
        this.members = members;
        this.signedIn = signedIn;
    }

    /** What waits, oldest first. */
    @GET
    @RolesAllowed(Role.IS_REVIEWER)
    public TemplateInstance waiting(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        Page<Line> page = objections.open(signedIn.person(), cursor, Page.DEFAULT).map(this::line);
        return Templates.objections(page.items(), page.next(), done != null);
    }

    private Line line(Objection objection) {
        NoticeRow row = notices.row(objection.row());
        Map<Long, Member> people = members.members(Stream.of(row.member(), objection.member()).distinct().toList());
        return new Line(objection, notices.notice(objection.notice()), row,
                Objects.requireNonNull(people.get(row.member())).name(),
                Objects.requireNonNull(people.get(objection.member())).name());
    }

    /** Decides one; it can be decided only once. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_REVIEWER)
    public Response decide(@PathParam("id") String id, @FormParam("uphold") @Nullable String uphold,
            @FormParam("reply") @Nullable String reply) {
        Boolean said = uphold == null || !uphold.matches("true|false") ? null : Boolean.valueOf(uphold);
        objections.decide(signedIn.person(), Ids.parse(id), said, reply);
        return Response.seeOther(URI.create("/objections?done=1")).build();
    }
}
