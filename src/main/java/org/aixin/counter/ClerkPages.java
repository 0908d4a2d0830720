package org.aixin.counter;

import java.net.URI;
import java.util.List;
import java.util.Set;

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

import org.aixin.goods.ClerkShops;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Which clerk works in which shops: an administrator's setting. */
@Path("/admin/clerks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ADMIN)
class ClerkPages {
    @CheckedTemplate(basePath = "counter")
    static class Templates {
        static native TemplateInstance clerks(List<Row> rows, boolean done);
    }

    /** A clerk, and the shops to choose from. */
    record Row(Clerks.Clerk clerk, List<Choice> choices) {
        /** Whether the clerk serves every shop within reach. */
        public boolean isFree() {
            return choices.stream().noneMatch(Choice::bound);
        }
    }

    /** A shop, and whether the clerk is bound to it. */
    record Choice(Shop shop, boolean bound) {
    }

    private final Clerks clerks;
    private final Shops shops;
    private final ClerkShops clerkShops;
    private final SignedIn signedIn;

    ClerkPages(Clerks clerks, Shops shops, ClerkShops clerkShops, SignedIn signedIn) {
        this.clerks = clerks;
        this.shops = shops;
        this.clerkShops = clerkShops;
        this.signedIn = signedIn;
    }

    @GET
    public TemplateInstance all(@QueryParam("done") @Nullable String done) {
        Person person = signedIn.person();
        List<Shop> reached = shops.reachedBy(person, Role.ADMIN);
        return Templates.clerks(clerks.reachedBy(person, Role.ADMIN).stream().map(clerk -> row(clerk, reached)).toList(),
                done != null);
    }

    private Row row(Clerks.Clerk clerk, List<Shop> reached) {
        Set<Long> bound = clerkShops.bound(clerk.id());
        return new Row(clerk,
                reached.stream().filter(clerk::reaches).map(shop -> new Choice(shop, bound.contains(shop.id()))).toList());
    }

    /** Binds a clerk to the shops that are ticked, or to none. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response bind(@PathParam("id") String id, @FormParam("shop") List<String> ticked) {
        Person person = signedIn.person();
        long clerk = Ids.parse(id);
        if (clerks.reachedBy(person, Role.ADMIN).stream().noneMatch(one -> one.id() == clerk)) {
            throw Problem.notFound();
        }
        clerkShops.bind(person, clerk, Set.copyOf(ticked));
        return Response.seeOther(URI.create("/admin/clerks?done=1")).build();
    }
}
