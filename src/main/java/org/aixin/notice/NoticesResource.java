package org.aixin.notice;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Answer;
import org.aixin.kernel.Body;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.seal.Seal;

import org.jspecify.annotations.Nullable;

/** Notices and objections to them, for programs. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class NoticesResource {
    private final Notices notices;
    private final Objections objections;
    private final SignedIn signedIn;
    private final Idempotent idempotent;

    NoticesResource(Notices notices, Objections objections, SignedIn signedIn, Idempotent idempotent) {
        this.notices = notices;
        this.objections = objections;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
    }

    /** A notice in a list. */
    record Summary(String id, String kind, String title, String period, Instant closesAt, boolean open, int size) {
    }

    /**
     * A notice with a page of its rows.
     *
     * @param seal the first over all its rows, null in the minute before there is one
     * @param next cursor of the rows that follow
     */
    record Shown(String id, String kind, String title, String period, Instant closesAt, boolean open, int size,
            @Nullable Seal seal, List<Row> rows, @Nullable String next) {
    }

    /** A row; names are masked. The replies are those to objections that were decided. */
    record Row(int row, String name, int points, String reason, String state, List<Reply> replies) {
    }

    /** The answer to an objection. */
    record Reply(boolean upheld, String reply) {
    }

    /** What somebody has against which row. */
    record NewObjection(@Nullable Integer row, @Nullable String reason) {
    }

    /** An objection that was made. */
    record Made(String id, int row) {
    }

    /** How an objection is decided. */
    record Decision(@Nullable Boolean uphold, @Nullable String reply) {
    }

    /** How it was decided. */
    record Decided(String id, int row, boolean upheld, String reply) {
    }

    /** Notices, newest first. */
    @GET
    @Path("/notices")
    @PermitAll
    public Page<Summary> notices(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return notices.newest(cursor, Page.limit(limit)).map(one -> new Summary(Long.toString(one.id()), one.kind(), one.title(),
                one.day().toString(), one.closesAt(), notices.isOpen(one), one.size()));
    }

    /** A notice and its rows in order. */
    @GET
    @Path("/notices/{id}")
    @PermitAll
    public Shown notice(@PathParam("id") String id, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Notice one = notices.notice(Ids.parse(id));
        List<Objection> answered = notices.answered(one);
        Page<Row> rows = notices.rows(one, cursor, limit == null ? Page.MOST : Page.limit(limit)).map(row -> row(row, answered));
        return new Shown(Long.toString(one.id()), one.kind(), one.title(), one.day().toString(), one.closesAt(),
                notices.isOpen(one), one.size(), notices.seal(one).orElse(null), rows.items(), rows.next());
    }

    private static Row row(NoticeRow row, List<Objection> answered) {
        List<Reply> replies = answered.stream().filter(objection -> objection.row() == row.id())
                .map(objection -> new Reply(Boolean.TRUE.equals(objection.upheld()), String.valueOf(objection.reply()))).toList();
        return new Row(row.number(), row.name(), row.points(), row.reason(), row.state().code(), replies);
    }

    /** Objects to a row. */
    @POST
    @Path("/notices/{id}/objections")
    @RolesAllowed(Role.IS_RESIDENT)
    public Response object(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewObjection asked) {
        NewObjection said = Body.said(asked);
        return idempotent.answerIfKeyed(key, said, () -> {
            long made = objections.object(signedIn.person(), Ids.parse(id), said.row, said.reason);
            return Answer.created(new Made(Long.toString(made), said.row == null ? 0 : said.row));
        });
    }

    /** Decides an objection. */
    @POST
    @Path("/objections/{id}/decision")
    @RolesAllowed(Role.IS_REVIEWER)
    public Response decide(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Decision asked) {
        Decision said = Body.said(asked);
        return idempotent.answerIfKeyed(key, said, () -> {
            Objection decided = objections.decide(signedIn.person(), Ids.parse(id), said.uphold, said.reply);
            return Answer.ok(new Decided(id, decided.number(), Boolean.TRUE.equals(decided.upheld()),
                    String.valueOf(decided.reply())));
        });
    }
}
