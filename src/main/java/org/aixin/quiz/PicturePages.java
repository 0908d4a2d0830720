package org.aixin.quiz;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The pictures of questions, for whoever was shown an address: a player in a square is not signed in. */
@Path("/pictures")
@Produces("image/jpeg")
@PermitAll
class PicturePages {
    private final QuestionPictures pictures;

    PicturePages(QuestionPictures pictures) {
        this.pictures = pictures;
    }

    /** The picture, {@code size=small} for a phone; it never changes. */
    @GET
    @Path("{id}")
    public Response picture(@RestPath String id, @RestQuery @Nullable String size) {
        return Response.ok(pictures.picture(id, "small".equals(size)))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=2592000, immutable").build();
    }
}
