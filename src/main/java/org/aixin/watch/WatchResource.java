package org.aixin.watch;

import java.time.OffsetDateTime;
import java.time.ZoneId;
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

import org.jspecify.annotations.Nullable;

/** What an auditor should look at, for programs. */
@Path("/api/watch")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.IS_AUDITOR, Role.IS_ADMIN})
class WatchResource {
    private final Watch watch;
    private final SignedIn signedIn;
    private final BusinessTime time;

    WatchResource(Watch watch, SignedIn signedIn, BusinessTime time) {
        this.watch = watch;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** Somebody by id and name. */
    public record ShownPerson(String id, String name) {
        static @Nullable ShownPerson of(Watch.@Nullable Who who) {
            return who == null ? null : new ShownPerson(Long.toString(who.id()), who.name());
        }
    }

    /** One thing to look at; {@code by} is null where nobody or several did it. */
    public record ShownThing(OffsetDateTime at, @Nullable ShownPerson member, @Nullable ShownPerson by, String text) {
        static ShownThing of(Watch.Thing thing, ZoneId zone) {
            return new ShownThing(thing.at().atZone(zone).toOffsetDateTime(), ShownPerson.of(thing.member()),
                    ShownPerson.of(thing.by()), thing.sentence());
        }
    }

    /** The latest of one kind. */
    public record ShownKind(String kind, String title, List<ShownThing> items, @Nullable String next) {
        static ShownKind of(Watch.Things things, ZoneId zone) {
            Page<ShownThing> page = things.page().map(thing -> ShownThing.of(thing, zone));
            return new ShownKind(things.kind(), things.title(), page.items(), page.next());
        }
    }

    /** Every kind with its latest. */
    public record Kinds(List<ShownKind> kinds) {
    }

    /** The latest of every kind in these days, the last seven unless said otherwise. */
    @GET
    public Kinds all(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to,
            @Context HttpHeaders headers) {
        Period period = Period.week(from, to, time.today());
        return new Kinds(watch.all(signedIn.person(), period, Language.of(headers), Page.DEFAULT).stream()
                .map(things -> ShownKind.of(things, time.zone())).toList());
    }

    /** One kind, page by page. */
    @GET
    @Path("/{kind}")
    public ShownKind one(@PathParam("kind") String kind, @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit, @Context HttpHeaders headers) {
        Period period = Period.week(from, to, time.today());
        return ShownKind.of(
                watch.of(kind, signedIn.person(), period, cursor, Page.limit(limit), Language.of(headers)), time.zone());
    }
}
