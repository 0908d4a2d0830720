package org.aixin.solvency;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

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
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Whether the points are covered, and the fund that helps to cover them; money in fen. */
@Path("/api/solvency")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SolvencyResource {
    private final Solvency solvency;
    private final Funds funds;
    private final PointWorths worths;
    private final Idempotent idempotent;
    private final SignedIn signedIn;
    private final BusinessTime time;

    SolvencyResource(Solvency solvency, Funds funds, PointWorths worths, Idempotent idempotent, SignedIn signedIn,
            BusinessTime time) {
        this.solvency = solvency;
        this.funds = funds;
        this.worths = worths;
        this.idempotent = idempotent;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** Goods on the shelves: {@code worth} is all of them in points, {@code fen} in money. */
    record ShownGoods(String code, String name, long onHand, long reserved, long points, long worth, long fen) {
    }

    /** Where a unit stands at one moment. */
    record Shown(String unit, String unitName, OffsetDateTime at, int fenPerPoint, long points, long held, long owed,
            long liability, List<ShownGoods> goods, long stock, long fund, long cover, long uncovered) {
    }

    /** An entry of a fund; {@code reason} says why it was taken back, absent where it stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownEntry(String id, String unit, String kind, String words, long fen, String day, OffsetDateTime at, String by,
            @Nullable OffsetDateTime reversedAt, @Nullable String reason) {
    }

    /** Why. */
    record Why(@Nullable String reason) {
    }

    /** What a point of a unit is worth. */
    record Worth(@Nullable String unit, @Nullable Long fen) {
    }

    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public Shown solvency(@QueryParam("unit") @Nullable String unit) {
        Standing now = solvency.of(signedIn.person(), unit);
        List<ShownGoods> goods = now.goods().stream().map(one -> new ShownGoods(one.code(), one.name(), one.onHand(),
                one.reserved(), one.points(), one.getWorth(), one.fen())).toList();
        return new Shown(Long.toString(now.unit().id()), now.unit().name(), now.at().atZone(time.zone()).toOffsetDateTime(),
                now.fenPerPoint(), now.points(), now.held(), now.owed(), now.liability(), goods, now.stock(), now.fund(),
                now.cover(), now.uncovered());
    }

    /** Says what a point is worth from now on. */
    @POST
    @Path("/worth")
    @RolesAllowed(Role.IS_ADMIN)
    public Worth worth(@Nullable Worth body) {
        Worth wanted = Body.said(body);
        return new Worth(wanted.unit(), (long) worths.set(signedIn.person(), wanted.unit(), wanted.fen()));
    }

    @GET
    @Path("/fund")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_ORGANIZER, Role.IS_AUDITOR})
    public Page<ShownEntry> entries(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return funds.newest(signedIn.person(), cursor, Page.limit(limit)).map(this::shown);
    }

    /** Writes a donation, or what was spent. */
    @POST
    @Path("/fund")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_ORGANIZER})
    public Response write(@HeaderParam("Idempotency-Key") @Nullable String key, Funds.@Nullable Wanted body) {
        return idempotent.answer(key, body, () -> Answer.created(shown(funds.write(signedIn.person(), Body.said(body)))));
    }

    /** Takes an entry back. */
    @POST
    @Path("/fund/{id}/reversal")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_ORGANIZER})
    public Response reverse(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Why body) {
        return idempotent.answer(key, body,
                () -> Answer.created(shown(funds.reverse(signedIn.person(), Ids.parse(id), Body.said(body).reason()))));
    }

    private ShownEntry shown(FundEntry entry) {
        return new ShownEntry(Long.toString(entry.id()), Long.toString(entry.unit()),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.words(), entry.fen(), entry.day().toString(), entry.at().atZone(time.zone()).toOffsetDateTime(), entry.by(),
                entry.reversedAt() == null ? null : entry.reversedAt().atZone(time.zone()).toOffsetDateTime(), entry.reason());
    }
}
