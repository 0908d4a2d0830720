package org.aixin.redemption;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Stock;
import org.aixin.goods.Wanted;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Origin;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Answer;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.kernel.StoredAnswer;
import org.aixin.kernel.Text;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.redemption.Screen.Recent;
import org.aixin.redemption.Screen.Result;
import org.aixin.redemption.Shown.Scanned;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The desk's screen: one field, one large answer, what was done last. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_CLERK)
class DeskPages {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RECENT = 8;

    @CheckedTemplate(basePath = "redemption")
    static class Templates {
        static native TemplateInstance desk(Screen screen);

        static native TemplateInstance people(Screen screen, String query, List<Member> found);

        static native TemplateInstance undo(Order order, boolean late);

        static native TemplateInstance day(Shop shop, int count, long points, List<OrderBook.Sold> sold);
    }

    private final Desk desk;
    private final Orders orders;
    private final OrderBook book;
    private final PhotoReader photos;
    private final Shops shops;
    private final Stock stock;
    private final Members members;
    private final Ledger ledger;
    private final BusinessTime time;
    private final SignedIn signedIn;
    private final Origin origin;
    private final Idempotent idempotent;
    private final ObjectMapper json;
    private final HttpHeaders headers;

    DeskPages(Desk desk, Orders orders, OrderBook book, PhotoReader photos, Shops shops, Stock stock, Members members,
            Ledger ledger, BusinessTime time, SignedIn signedIn, Origin origin, Idempotent idempotent, ObjectMapper json,
            HttpHeaders headers) {
        this.desk = desk;
        this.orders = orders;
        this.book = book;
        this.photos = photos;
        this.shops = shops;
        this.stock = stock;
        this.members = members;
        this.ledger = ledger;
        this.time = time;
        this.signedIn = signedIn;
        this.origin = origin;
        this.idempotent = idempotent;
        this.json = json;
        this.headers = headers;
    }

    /** The empty desk, or what was just handed over or taken back. */
    @GET
    public Object desk(@CookieParam(ShopChoice.COOKIE) @Nullable String chosen, @QueryParam("done") @Nullable String done,
            @QueryParam("undone") @Nullable String undone) {
        Shop shop = ShopChoice.of(shops.reachedBy(signedIn.person(), Role.CLERK), chosen);
        if (shop == null) {
            return Response.seeOther(URI.create("/desk/shop")).build();
        }
        String id = done == null ? undone : done;
        return show(shop, id == null ? Result.READY : after(done == null ? "UNDONE" : "DONE", id));
    }

    private Result after(String kind, String id) {
        Order order = orders.read(signedIn.person(), Ids.parse(id));
        return Result.after(kind, order, ledger.balance(Owner.member(order.member().id()), Asset.POINTS).available());
    }

    /** Says what a code stands for. */
    @POST
    @Path("/scan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance scan(@FormParam("shop") @Nullable String shopCode, @FormParam("code") @Nullable String code) {
        Shop shop = desk.shop(signedIn.person(), shopCode);
        return said(shop, () -> scanned(shop, desk.scan(signedIn.person(), shopCode, code, language())));
    }

    /** The same for a photo. */
    @POST
    @Path("/photo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TemplateInstance photo(@RestForm("shop") @Nullable String shopCode, @RestForm("photo") @Nullable FileUpload photo)
            throws IOException {
        Shop shop = desk.shop(signedIn.person(), shopCode);
        byte[] bytes = photo == null ? new byte[0] : Files.readAllBytes(photo.uploadedFile());
        return said(shop, () -> {
            String text = photos.read(bytes).orElseThrow(() -> Problem.invalid("no_code_found", "photo"));
            return scanned(shop, desk.scan(signedIn.person(), shopCode, text, language()));
        });
    }

    private Result scanned(Shop shop, Scanned scanned) {
        Shown.Visitor member = Objects.requireNonNull(scanned.member());
        if (scanned.order() == null) {
            return Result.visit(member, Objects.requireNonNull(scanned.visit()), Boolean.TRUE.equals(scanned.needsSecret()),
                    shelf(shop));
        }
        Order order = orders.read(signedIn.person(), Ids.parse(scanned.order().id()));
        return scanned.refusal() == null ? Result.order(order, member) : Result.stop(scanned.refusal(), order);
    }

    private List<org.aixin.goods.Level> shelf(Shop shop) {
        return stock.levels(shop, 0, Page.MOST).items().stream()
                .filter(level -> level.goods().isOffered() && level.available() > 0).toList();
    }

    /** Hands over a reservation. */
    @POST
    @Path("/collections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response collect(@FormParam("shop") @Nullable String shopCode, @FormParam("code") @Nullable String code,
            @FormParam("key") @Nullable String key) {
        Shop shop = desk.shop(signedIn.person(), shopCode);
        KeyedRequest keyed = idempotent.keyed(key, code);
        return settled(shop, () -> desk.collect(signedIn.person(), shopCode, code, keyed, language()));
    }

    /** Shows what a basket would cost before anything leaves the shelf. */
    @POST
    @Path("/basket")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance basket(MultivaluedMap<String, String> form) {
        Shop shop = desk.shop(signedIn.person(), form.getFirst("shop"));
        return said(shop, () -> {
            Desk.Preview preview = desk.preview(signedIn.person(), shop.code(), form.getFirst("visit"), ShopChoice.wanted(form));
            if (preview.left() < 0) {
                throw Problem.conflict("not_enough_points", preview.order().points());
            }
            return Result.basket(preview);
        });
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
        return settled(shop, () -> desk.redeem(signedIn.person(), basket, origin.address(), keyed, language()));
    }

    /** Finds a member by name, pinyin, phone or card. */
    @GET
    @Path("/people")
    public Object people(@CookieParam(ShopChoice.COOKIE) @Nullable String chosen, @QueryParam("query") @Nullable String query) {
        Shop shop = ShopChoice.of(shops.reachedBy(signedIn.person(), Role.CLERK), chosen);
        if (shop == null) {
            return Response.seeOther(URI.create("/desk/shop")).build();
        }
        String typed = Text.optional(query, "query", 40);
        List<Member> found = typed == null ? List.of() : members.search(signedIn.person(), typed, null, Page.DEFAULT).items();
        return Templates.people(screen(shop, Result.READY), typed == null ? "" : typed, found);
    }

    /** Opens a visit for a member who was found; it needs the member's secret. */
    @POST
    @Path("/people")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance found(@FormParam("shop") @Nullable String shopCode, @FormParam("member") @Nullable String member) {
        Shop shop = desk.shop(signedIn.person(), shopCode);
        return said(shop,
                () -> scanned(shop, desk.found(signedIn.person(), shopCode, Ids.parse(member == null ? "" : member))));
    }

    /** Asks before something is taken back. */
    @GET
    @Path("/undo/{id}")
    public TemplateInstance undo(@PathParam("id") String id) {
        Order order = orders.read(signedIn.person(), Ids.parse(id));
        return Templates.undo(order, !mayUndo(order));
    }

    /** Takes something back. */
    @POST
    @Path("/undo/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("id") String id, @FormParam("reason") @Nullable String reason,
            @FormParam("key") @Nullable String key) {
        Person clerk = signedIn.person();
        Order order = orders.read(clerk, Ids.parse(id));
        Response answer = idempotent.answer(key, reason,
                () -> Answer.created(Shown.reversed(orders.reverse(clerk, order.id(), reason))));
        return answer.getStatus() == 201
                ? Response.seeOther(URI.create("/desk?undone=" + id)).build()
                : stopped(order.shop(), document(String.valueOf(answer.getEntity())));
    }

    /** What this shop handed over today. */
    @GET
    @Path("/day")
    public Object day(@CookieParam(ShopChoice.COOKIE) @Nullable String chosen) {
        Shop shop = ShopChoice.of(shops.reachedBy(signedIn.person(), Role.CLERK), chosen);
        if (shop == null) {
            return Response.seeOther(URI.create("/desk/shop")).build();
        }
        List<OrderBook.Sold> sold = book.soldSince(shop.id(), startOfDay());
        return Templates.day(shop, book.countSince(shop.id(), startOfDay()),
                sold.stream().mapToLong(OrderBook.Sold::points).sum(),
                sold);
    }

    private TemplateInstance said(Shop shop, Supplier<Result> work) {
        try {
            return show(shop, work.get());
        } catch (Problem refused) {
            return show(shop, stop(Sentences.document(refused, language())));
        }
    }

    private Response settled(Shop shop, Supplier<Uni<StoredAnswer>> work) {
        try {
            StoredAnswer answer = work.get().await().atMost(PATIENCE);
            Map<String, Object> document = document(answer.body());
            return answer.status() == 201
                    ? Response.seeOther(URI.create("/desk?done=" + document.get("orderId"))).build()
                    : stopped(shop, document);
        } catch (Problem refused) {
            return stopped(shop, Sentences.document(refused, language()));
        }
    }

    private Response stopped(Shop shop, Map<String, Object> document) {
        Object status = document.getOrDefault("status", 409);
        return Response.status(status instanceof Integer code ? code : 409).entity(show(shop, stop(document))).build();
    }

    private Result stop(Map<String, Object> document) {
        Object order = document.get("orderId");
        return Result.stop(document, order == null ? null : book.byId(Ids.parse(order.toString())).orElse(null));
    }

    private Map<String, Object> document(String body) {
        try {
            return json.readValue(body, new TypeReference<>() {
            });
        } catch (JsonProcessingException ownWriting) {
            throw new IllegalStateException(ownWriting);
        }
    }

    private TemplateInstance show(Shop shop, Result result) {
        return Templates.desk(screen(shop, result));
    }

    private Screen screen(Shop shop, Result result) {
        Person clerk = signedIn.person();
        List<Recent> recent = book.handedOver(shop.id(), clerk.id(), startOfDay(), RECENT).stream()
                .map(order -> new Recent(order, mayUndo(order))).toList();
        return new Screen(shop, clerk.name(), book.countSince(shop.id(), startOfDay()), recent, result);
    }

    private boolean mayUndo(Order order) {
        Order.Collected done = order.collected();
        return order.status() == Order.Status.COLLECTED && done != null && time.now().isBefore(done.at().plus(Orders.UNDO));
    }

    private Instant startOfDay() {
        return time.startOf(time.today());
    }

    private Locale language() {
        return Language.of(headers);
    }
}
