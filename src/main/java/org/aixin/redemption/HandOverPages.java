package org.aixin.redemption;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.aixin.access.Origin;
import org.aixin.goods.Shop;
import org.aixin.goods.Wanted;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Answer;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.StoredAnswer;
import org.aixin.redemption.Order.Collected;
import org.aixin.redemption.Screen.Result;
import org.aixin.redemption.Shown.Scanned;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The desk's screen while goods leave the shelf, and while they come back. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_CLERK)
class HandOverPages {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What is asked for can be changed, in the same visit. */
    private static final Set<String> OTHER_BASKET = Set.of("basket_empty", "basket_too_long", "quantity_out_of_range",
            "goods_not_offered", "out_of_stock", "limit_reached", "not_enough_points");

    @CheckedTemplate(basePath = "redemption")
    static class Templates {
        static native TemplateInstance undo(Order order, boolean late, String back);
    }

    private final Desk desk;
    private final Orders orders;
    private final DeskScreen screens;
    private final Scans scans;
    private final SignedIn signedIn;
    private final Origin origin;
    private final Idempotent idempotent;
    private final ObjectMapper json;
    private final BusinessTime time;

    HandOverPages(Desk desk, Orders orders, DeskScreen screens, Scans scans, SignedIn signedIn, Origin origin,
            Idempotent idempotent,
            ObjectMapper json, BusinessTime time) {
        this.desk = desk;
        this.orders = orders;
        this.screens = screens;
        this.scans = scans;
        this.signedIn = signedIn;
        this.origin = origin;
        this.idempotent = idempotent;
        this.json = json;
        this.time = time;
    }

    /** Hands over a reservation. */
    @POST
    @Path("/collections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response collect(@FormParam("shop") @Nullable String shopCode, @FormParam("code") @Nullable String code,
            @FormParam("visit") @Nullable String visit, @FormParam("key") @Nullable String key) {
        Shop shop = desk.shop(signedIn.person(), shopCode);
        KeyedRequest keyed = idempotent.keyed(key, visit == null ? code : code + " " + visit);
        return settled(shop, () -> desk.collect(signedIn.person(), shopCode, code, visit, keyed, screens.language()),
                screens::stop);
    }

    /** Shows what a basket would cost before anything leaves the shelf. */
    @POST
    @Path("/basket")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance basket(MultivaluedMap<String, String> form) {
        Shop shop = desk.shop(signedIn.person(), form.getFirst("shop"));
        return screens.said(shop, () -> {
            try {
                return Result.basket(affordable(preview(shop, form)));
            } catch (Problem refused) {
                return mended(shop, form, Sentences.document(refused, screens.language()));
            }
        });
    }

    private Desk.Preview preview(Shop shop, MultivaluedMap<String, String> form) {
        return desk.preview(signedIn.person(), shop.code(), form.getFirst("visit"), ShopChoice.wanted(form),
                screens.language());
    }

    static Desk.Preview affordable(Desk.Preview preview) {
        if (preview.left() < 0) {
            throw Problem.conflict("not_enough_points", preview.order().points());
        }
        return preview;
    }

    /** Opens a visit for somebody whom the one who is here comes for, by their card, or shows what they have reserved. */
    @POST
    @Path("/behalf")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance onBehalf(@FormParam("shop") @Nullable String shopCode, @FormParam("visit") @Nullable String visit,
            @FormParam("code") @Nullable String card) {
        Shop shop = desk.shop(signedIn.person(), shopCode);
        return screens.said(shop, () -> Code.isOrder(card)
                ? scans.brought(shop, visit, card)
                : screens.visit(shop, desk.onBehalf(signedIn.person(), shopCode, visit, card)));
    }

    /** Hands over a basket. */
    @POST
    @Path("/redemptions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response redeem(MultivaluedMap<String, String> form) {
        Shop shop = desk.shop(signedIn.person(), form.getFirst("shop"));
        List<Wanted> wanted = ShopChoice.wanted(form);
        Desk.Basket basket = new Desk.Basket(shop.code(), form.getFirst("visit"), List.copyOf(wanted), form.getFirst("secret"));
        KeyedRequest keyed = idempotent.keyed(form.getFirst("key"), basket);
        return settled(shop, () -> desk.redeem(signedIn.person(), basket, origin.address(), keyed, screens.language()),
                document -> mended(shop, form, document));
    }

    /** Asks before something is taken back. */
    @GET
    @Path("/undo/{id}")
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    public TemplateInstance undo(@PathParam("id") String id) {
        Order order = orders.handedOver(signedIn.person(), Ids.parse(id));
        return Templates.undo(order, !screens.mayUndo(order) && !isAdministratorOf(order), wayBack(order));
    }

    /** Takes something back, for the reason that was chosen or another that was written. */
    @POST
    @Path("/undo/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN})
    public Response undo(@PathParam("id") String id, @FormParam("reason") @Nullable String chosen,
            @FormParam("other") @Nullable String other, @FormParam("key") @Nullable String key) {
        String reason = chosen == null || chosen.isBlank() ? other : chosen;
        Person clerk = signedIn.person();
        Order order = orders.read(clerk, Ids.parse(id));
        Response answer = idempotent.answer(key, reason,
                () -> Answer.created(Shown.reversed(orders.reverse(clerk, order.id(), reason))));
        if (answer.getStatus() != 201) {
            return stopped(order.shop(), document(String.valueOf(answer.getEntity())));
        }
        return Response.seeOther(URI.create(isClerk() ? "/desk?undone=" + order.id() : wayBack(order))).build();
    }

    private boolean isClerk() {
        return signedIn.person().roles().anyMatch(Role.CLERK::equals);
    }

    private boolean isAdministratorOf(Order order) {
        return signedIn.person().may(order.shop().path(), Role.ADMIN);
    }

    /** A clerk goes back to the desk, an administrator to the sheet of the day on which it was handed over. */
    private String wayBack(Order order) {
        Collected done = order.collected();
        String day = done == null ? "" : "&day=" + time.day(done.at());
        return isClerk() ? "/desk" : "/desk/day?shop=" + order.shop().code() + day;
    }

    /** Another basket, or the secret once more, in the visit that is open; what cannot be mended there stops. */
    private Result mended(Shop shop, MultivaluedMap<String, String> form, Map<String, Object> document) {
        Object code = document.getOrDefault("code", "");
        List<Wanted> wanted = ShopChoice.wanted(form);
        try {
            if (code.equals("secret_wrong")) {
                return Result.basket(preview(shop, form)).again(document, wanted);
            }
            return OTHER_BASKET.contains(code)
                    ? screens.visit(shop, visited(shop, form)).again(document, wanted)
                    : screens.stop(document);
        } catch (Problem over) {
            return screens.stop(Sentences.document(over, screens.language()));
        }
    }

    private Scanned visited(Shop shop, MultivaluedMap<String, String> form) {
        return desk.visited(signedIn.person(), shop.code(), form.getFirst("visit"), screens.language());
    }

    private Response stopped(Shop shop, Map<String, Object> document) {
        return screens.refused(shop, document, screens.stop(document));
    }

    private Response settled(Shop shop, Supplier<Uni<StoredAnswer>> work, Function<Map<String, Object>, Result> refusal) {
        try {
            StoredAnswer answer = work.get().await().atMost(PATIENCE);
            Map<String, Object> document = document(answer.body());
            return answer.status() == 201
                    ? Response.seeOther(URI.create("/desk?done=" + document.get("orderId"))).build()
                    : screens.refused(shop, document, refusal.apply(document));
        } catch (Problem refused) {
            Map<String, Object> document = Sentences.document(refused, screens.language());
            return screens.refused(shop, document, refusal.apply(document));
        }
    }

    private Map<String, Object> document(String body) {
        try {
            return json.readValue(body, new TypeReference<>() {
            });
        } catch (JsonProcessingException ownWriting) {
            throw new IllegalStateException(ownWriting);
        }
    }
}
