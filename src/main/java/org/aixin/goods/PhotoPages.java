package org.aixin.goods;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

/** The photos of goods, for whoever looks at a shop. */
@Path("/goods/{code}/photo")
@Produces("image/jpeg")
@PermitAll
class PhotoPages {
    private final Photos photos;

    PhotoPages(Photos photos) {
        this.photos = photos;
    }

    /** The photo, {@code size=small} for a list; a browser may keep it, since its address changes with it. */
    @GET
    public Response photo(@PathParam("code") String code, @QueryParam("size") @Nullable String size,
            @QueryParam("v") @Nullable String mark) {
        return Response.ok(photos.picture(code, "small".equals(size)))
                .header(HttpHeaders.CACHE_CONTROL, mark == null ? "no-cache" : "public, max-age=2592000, immutable").build();
    }
}
