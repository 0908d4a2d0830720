package org.aixin.redemption;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.aixin.goods.Goods;
import org.aixin.goods.Level;
import org.aixin.goods.Offers;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Stock;
import org.aixin.identity.Members;
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
import org.aixin.kernel.QrSvg;
import org.aixin.kernel.StoredAnswer;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.redemption.Order.Status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where a resident chooses goods, reserves them and shows their code. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_RESIDENT)
class OrderPages {
    private static final int MOST_TO_CHOOSE = 10;

    @CheckedTemplate(basePath = "redemption")
    static class Templates {
        static native TemplateInstance shop(List<Shop> shops, @Nullable Shop shop, boolean open, long available,
                List<Choice> choices, boolean any, List<String> rules);

        static native TemplateInstance confirm(Order order, long available, long left);

        static native TemplateInstance refused(String title, String detail, String shop);

        static native TemplateInstance order(Order order, String status, @Nullable String picture, @Nullable String bearer);

        static native TemplateInstance cancel(Order order);

        static native TemplateInstance orders(List<Row> orders, @Nullable String next);
    }

    private final Orders orders;
    private final RedemptionRules rules;
    private final Visits visits;
    private final Shops shops;
    private final Stock stock;
    private final Offers offers;
    private final Members members;
    private final Ledger ledger;
    private final BusinessTime time;
    private final SignedIn signedIn;
    private final Idempotent idempotent;
    private final ObjectMapper json;

    OrderPages(Orders orders, RedemptionRules rules, Visits visits, Shops shops, Stock stock, Offers offers,
            Members members, Ledger ledger, BusinessTime time,
            SignedIn signedIn, Idempotent idempotent, ObjectMapper json) {
        this.orders = orders;
        this.rules = rules;
        this.visits = visits;
        this.shops = shops;
        this.stock = stock;
        this.offers = offers;
        this.members = members;
        this.ledger = ledger;
        this.time = time;
        this.signedIn = signedIn;
        this.idempotent = idempotent;
        this.json = json;
    }

    /**
     * Goods that a resident can choose.
     *
     * @param missing points that one of it would still take, 0 where it can be had
     * @param quantities that can be chosen
     */
    record Choice(Goods goods, int available, long missing, List<Integer> quantities) {
        static Choice of(Level level, long points) {
            Goods goods = level.goods();
            long most = Math.min(Math.min(level.available(), points / goods.points()), MOST_TO_CHOOSE);
            return new Choice(goods, level.available(), Math.max(0, goods.points() - points),
                    IntStream.rangeClosed(0, (int) most).boxed().toList());
        }
    }

    /** An order in the list of a resident's orders. */
    record Row(Order order, String status) {
        /** The key of the few words that say it in the texts. */
        public String tag() {
            return status + "Short";
        }
    }

    /** The goods of a shop, and how many of them the resident's points are enough for. */
    @GET
    @Path("shop")
    public Response shop(@QueryParam("shop") @Nullable String asked, @CookieParam(ShopChoice.COOKIE) @Nullable String chosen,
            @Context HttpHeaders headers) {
        Person person = signedIn.person();
        List<Shop> serving = shops.serving(person.path());
        Shop remembered = ShopChoice.of(serving, asked == null ? chosen : asked);
        Shop shop = remembered != null || serving.isEmpty() ? remembered : serving.get(0);
        long available = spendable(person);
        List<Choice> choices = shop == null
                ? List.of()
                : stock.levels(shop, 0, Page.MOST).items().stream().filter(level -> level.goods().isOffered())
                        .map(level -> Choice.of(level, available)).toList();
        Response.ResponseBuilder page = Response
                .ok(Templates.shop(serving, shop, shop != null && shop.isOpen(time.now()), available, choices,
                        choices.stream().anyMatch(choice -> choice.quantities.size() > 1),
                        shop == null ? List.of() : words(shop, headers)));
        return asked != null && shop != null ? page.cookie(ShopChoice.remember(shop)).build() : page.build();
    }

    private List<String> words(Shop shop, HttpHeaders headers) {
        boolean english = Language.of(headers).getLanguage().equals("en");
        return rules.of(shop).words(english);
    }

    /** What was chosen, before it is reserved. */
    @GET
    @Path("shop/confirm")
    public TemplateInstance confirm(@Context UriInfo address) {
        MultivaluedMap<String, String> chosen = address.getQueryParameters();
        Person person = signedIn.person();
        Shop shop = shops.named(chosen.getFirst("shop"));
        Order order = orders.draft(shop, members.member(person.id()), offers.basket(shop, List.copyOf(ShopChoice.wanted(chosen))),
                null);
        long available = spendable(person);
        return Templates.confirm(order, available, available - order.points());
    }

    /** Reserves it. */
    @POST
    @Path("shop/orders")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<Response> reserve(MultivaluedMap<String, String> form, @Context HttpHeaders headers) {
        Orders.Wish wish = new Orders.Wish(form.getFirst("shop"), List.copyOf(ShopChoice.wanted(form)));
        KeyedRequest keyed = idempotent.keyed(form.getFirst("key"), wish);
        return orders.reserve(signedIn.person(), wish, keyed, Language.of(headers))
                .map(answer -> reserved(answer, String.valueOf(wish.shop())));
    }

    private Response reserved(StoredAnswer answer, String shop) {
        try {
            JsonNode said = json.readTree(answer.body());
            return answer.status() == 201
                    ? Response.seeOther(URI.create("/orders/" + said.get("id").asText())).build()
                    : Response.status(answer.status())
                            .entity(Templates.refused(said.get("title").asText(), said.get("detail").asText(), shop)).build();
        } catch (JsonProcessingException ownWriting) {
            throw new IllegalStateException(ownWriting);
        }
    }

    /** The resident's orders, newest first. */
    @GET
    @Path("orders")
    public TemplateInstance orders(@QueryParam("cursor") @Nullable String cursor) {
        Instant now = time.now();
        Page<Order> page = orders.of(signedIn.person(), Page.before(cursor), Page.DEFAULT);
        return Templates.orders(page.items().stream().map(order -> new Row(order, order.at(now).word())).toList(), page.next());
    }

    /** An order with its code. */
    @GET
    @Path("orders/{id}")
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_CLERK, Role.IS_ADMIN, Role.IS_AUDITOR})
    public TemplateInstance order(@PathParam("id") String id) {
        Order order = orders.read(signedIn.person(), Ids.parse(id));
        Status status = order.at(time.now());
        return Templates.order(order, status.word(), status == Status.RESERVED ? QrSvg.of(order.code()) : null,
                visits.bearerOf(order));
    }

    /** Asks before a reservation is given up. */
    @GET
    @Path("orders/{id}/cancel")
    public TemplateInstance cancel(@PathParam("id") String id) {
        return Templates.cancel(orders.read(signedIn.person(), Ids.parse(id)));
    }

    /** Gives it up; a second press finds it given up. */
    @POST
    @Path("orders/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancelled(@PathParam("id") String id, @FormParam("key") @Nullable String key) {
        Person person = signedIn.person();
        idempotent.answer(key, Map.of(), () -> Answer.ok(Shown.order(orders.cancel(person, Ids.parse(id)), time.now())));
        return Response.seeOther(URI.create("/orders/" + Ids.parse(id))).build();
    }

    private long spendable(Person person) {
        return ledger.spendable(Owner.member(person.id()));
    }
}
