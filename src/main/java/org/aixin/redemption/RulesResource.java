package org.aixin.redemption;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Catalogue;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.Answer;
import org.aixin.kernel.Body;
import org.aixin.kernel.Idempotent;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.redemption.Rule.Days;
import org.aixin.redemption.Rule.Hours;
import org.aixin.redemption.Rule.Limit;
import org.aixin.redemption.Rule.Scope;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The rules of redemption for programs. */
@Path("/api/redemption-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class RulesResource {
    private final RedemptionRules rules;
    private final Units units;
    private final Shops shops;
    private final Catalogue catalogue;
    private final Idempotent idempotent;
    private final SignedIn signedIn;

    RulesResource(RedemptionRules rules, Units units, Shops shops, Catalogue catalogue, Idempotent idempotent,
            SignedIn signedIn) {
        this.rules = rules;
        this.units = units;
        this.shops = shops;
        this.catalogue = catalogue;
        this.idempotent = idempotent;
        this.signedIn = signedIn;
    }

    /** What a rule says. */
    enum Kind {
        LIMIT, DAYS, HOURS;

        private String form() {
            return this == LIMIT ? "limits" : this == DAYS ? "days" : "hours";
        }
    }

    /**
     * A rule to be made, for the shops of a unit or, where {@code shop} is given, for that shop alone. A LIMIT has a scope, a span, a
     * quantity and perhaps goods; DAYS have days of the week, 1 being Monday, or of the month; HOURS open and close, as 08:30.
     */
    record Draft(@Nullable Kind kind, @Nullable String unit, @Nullable String shop, @Nullable Scope scope, @Nullable Span span,
            @Nullable String goods, @Nullable Integer quantity, @Nullable List<@Nullable Integer> weekdays,
            @Nullable List<@Nullable Integer> monthDays, @Nullable String opens, @Nullable String closes) {
        /** The same as a form has it. */
        RuleForm form() {
            MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
            fields.add("scope", text(scope));
            fields.add("span", text(span));
            fields.add("goods", text(goods));
            fields.add("quantity", text(quantity));
            fields.put("weekday", days(weekdays));
            fields.add("monthDays", String.join(",", days(monthDays)));
            fields.add("opens", text(opens));
            fields.add("closes", text(closes));
            return new RuleForm(fields);
        }

        private static String text(@Nullable Object said) {
            return said == null ? "" : said.toString();
        }

        private static List<String> days(@Nullable List<@Nullable Integer> days) {
            return days == null ? List.of() : days.stream().map(day -> day == null ? "?" : day.toString()).toList();
        }
    }

    record Quantity(@Nullable Integer quantity) {
    }

    /**
     * A rule with its dates.
     *
     * @param series what rules that took each other's place have in common
     * @param words what it says, for people
     * @param shop code of the only shop it is for, absent for all of the unit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String id, String series, Kind kind, String unit, @Nullable String shop, String words, @Nullable Scope scope,
            @Nullable Span span, @Nullable String goods, @Nullable Integer quantity, @Nullable List<Integer> weekdays,
            @Nullable List<Integer> monthDays, @Nullable String opens, @Nullable String closes, boolean inForce, String madeBy,
            Instant madeAt, @Nullable String endedBy, @Nullable Instant endedAt) {
        static Shown of(Rule.Dated dated, boolean english) {
            Rule rule = dated.rule();
            Limit limit = rule.terms() instanceof Limit one ? one : null;
            Days days = rule.terms() instanceof Days one ? one : null;
            Hours hours = rule.terms() instanceof Hours one ? one : null;
            return new Shown(Long.toString(rule.id()), Long.toString(rule.series()),
                    limit != null ? Kind.LIMIT : days != null ? Kind.DAYS : Kind.HOURS, Long.toString(dated.unitId()),
                    dated.shopCode(), rule.terms().line(english), limit == null ? null : limit.scope(),
                    limit == null ? null : limit.span(), limit == null || limit.goods() == null ? null : limit.goods().code(),
                    limit == null ? null : limit.quantity(), days == null ? null : Days.numbers(days.weekdays()),
                    days == null ? null : Days.numbers(days.monthDays()), hours == null ? null : Hours.time(hours.opens()),
                    hours == null ? null : Hours.time(hours.closes()), !dated.isEnded(), dated.madeBy(), dated.madeAt(),
                    dated.endedBy(), dated.endedAt());
        }
    }

    /** The rules within reach, those in force first, then the latest: 500 at most. */
    @GET
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public Page<Shown> all(@Context HttpHeaders headers) {
        boolean english = inEnglish(headers);
        return new Page<>(rules.history(signedIn.person()).stream().map(one -> Shown.of(one, english)).toList(), null);
    }

    /** Makes a rule. */
    @POST
    @RolesAllowed(Role.IS_ADMIN)
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Draft asked,
            @Context HttpHeaders headers) {
        Draft draft = Body.said(asked);
        if (draft.kind == null) {
            throw Problem.invalid("rule_kind_required", "kind");
        }
        Kind kind = draft.kind;
        return idempotent.answer(key, draft, () -> {
            Person person = signedIn.person();
            Shop shop = draft.shop == null ? null : shops.named(draft.shop);
            Unit unit = shop == null ? units.named(draft.unit, "unit") : units.unit(shop.unit());
            return Answer.created(shown(
                    rules.add(person, unit, shop, draft.form().terms(kind.form(), code -> catalogue.around(unit, code))),
                    headers));
        });
    }

    /** Gives a limit another quantity: another rule of the same series, under which what was counted goes on. */
    @POST
    @Path("/{id}/quantity")
    @RolesAllowed(Role.IS_ADMIN)
    public Response change(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") String id,
            @Nullable Quantity asked, @Context HttpHeaders headers) {
        Quantity wanted = Body.said(asked);
        Draft form = new Draft(null, null, null, null, null, null, wanted.quantity, null, null, null, null);
        return idempotent.answer(key, wanted, () -> Answer
                .ok(shown(rules.change(signedIn.person(), Ids.parse(id), form.form().quantity()), headers)));
    }

    /** Ends a rule; one that has ended stays as it is. */
    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.IS_ADMIN)
    public Response end(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") String id,
            @Context HttpHeaders headers) {
        return idempotent.answer(key, "", () -> {
            rules.end(signedIn.person(), id);
            return Answer.ok(Shown.of(rules.one(signedIn.person(), Ids.parse(id)), inEnglish(headers)));
        });
    }

    private Shown shown(Rule rule, HttpHeaders headers) {
        return Shown.of(rules.one(signedIn.person(), rule.id()), inEnglish(headers));
    }

    private static boolean inEnglish(HttpHeaders headers) {
        return Language.of(headers).getLanguage().equals("en");
    }
}
