package org.aixin.redemption;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

import org.aixin.goods.Catalogue;
import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 兑换规则: the limits, days and hours that an administrator sets, and all that ever stood. */
@Path("/admin/redemption-rules")
@Produces(MediaType.TEXT_HTML)
class RulePages {
    @CheckedTemplate(basePath = "redemption")
    static class Templates {
        static native TemplateInstance rules(List<Row> rows, List<Unit> units, List<Shop> shops, List<Goods> goods,
                List<Goods> monthly, boolean mayChange, boolean done);
    }

    /** A rule in words. */
    record Row(Rule.Dated dated, String words) {
    }

    private final RedemptionRules rules;
    private final Units units;
    private final Shops shops;
    private final Catalogue catalogue;
    private final Idempotent idempotent;
    private final SignedIn signedIn;

    RulePages(RedemptionRules rules, Units units, Shops shops, Catalogue catalogue, Idempotent idempotent, SignedIn signedIn) {
        this.rules = rules;
        this.units = units;
        this.shops = shops;
        this.catalogue = catalogue;
        this.idempotent = idempotent;
        this.signedIn = signedIn;
    }

    /** The rules in force, those that have ended, and who made and ended them. */
    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public TemplateInstance all(@QueryParam("done") @Nullable String done, @Context HttpHeaders headers) {
        Person person = signedIn.person();
        boolean english = Language.of(headers).getLanguage().equals("en");
        List<Row> rows = rules.history(person).stream().map(one -> new Row(one, one.rule().terms().line(english))).toList();
        List<Goods> goods = catalogue.seenBy(person, Role.ADMIN, Role.AUDITOR);
        List<Unit> reached = units.reachedBy(person, Role.ADMIN);
        return Templates.rules(rows, reached, shops.reachedBy(person, Role.ADMIN), goods,
                goods.stream().filter(one -> one.monthlyLimit() != null).toList(), !reached.isEmpty(), done != null);
    }

    /** Adds {@code limits}, {@code days} or {@code hours}; refused 404 for any other kind. */
    @POST
    @Path("/{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response add(@PathParam("kind") String kind, MultivaluedMap<String, String> form) {
        Person person = signedIn.person();
        RuleForm said = new RuleForm(form);
        idempotent.act(form.getFirst("key"), kind + form.entrySet().stream().filter(field -> !field.getKey().contains("csrf"))
                .map(Object::toString).sorted().toList(), () -> {
                    Shop shop = said.shop() == null ? null : shops.named(said.shop());
                    Unit unit = shop == null ? units.named(said.unit(), "where") : units.unit(shop.unit());
                    rules.add(person, unit, shop, said.terms(kind, code -> catalogue.around(unit, code)));
                });
        return done();
    }

    /** Gives a limit another quantity. */
    @POST
    @Path("/{id}/quantity")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        rules.change(signedIn.person(), Ids.parse(id), new RuleForm(form).quantity());
        return done();
    }

    /** Ends a rule. */
    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.IS_ADMIN)
    public Response end(@PathParam("id") String id) {
        rules.end(signedIn.person(), id);
        return done();
    }

    private static Response done() {
        return Response.seeOther(URI.create("/admin/redemption-rules?done=1")).build();
    }
}
