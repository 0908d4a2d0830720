package org.aixin.seal;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;

import org.jspecify.annotations.Nullable;

/** Seals, for everybody. */
@Path("/api/seals")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class SealsResource {
    record Key(String id, String pem) {
    }

    record Keys(List<Key> items, @Nullable String next) {
    }

    record Consistency(long from, long to, List<String> path) {
    }

    private final Seals seals;

    SealsResource(Seals seals) {
        this.seals = seals;
    }

    /** The seals, newest first. */
    @GET
    public Page<Seal> seals(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        return seals.page(cursor, Page.limit(limit));
    }

    /** The public keys of all seals, oldest first (Ed25519). */
    @GET
    @Path("/key")
    public Keys keys() {
        return new Keys(seals.keys().stream().map(key -> new Key(key.id(), key.pem())).toList(), null);
    }

    /** What shows that nothing before an earlier seal changed until this one. */
    @GET
    @Path("/{number}/consistency")
    public Consistency consistency(@PathParam("number") String number, @QueryParam("from") @Nullable String from) {
        Seal later = seals.seal(Ids.parse(number));
        Seal earlier = seals.seal(from == null ? 1 : Ids.parse(from));
        return new Consistency(earlier.number(), later.number(), seals.consistency(earlier, later));
    }
}
