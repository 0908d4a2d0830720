package org.aixin.redemption;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Level;
import org.aixin.goods.Shop;
import org.aixin.goods.Stock;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sentences;
import org.aixin.redemption.Screen.Recent;
import org.aixin.redemption.Screen.Result;
import org.aixin.redemption.Screen.Unfinished;
import org.aixin.redemption.Shown.Scanned;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Fills the desk's screen: the shop, what this clerk did last, and one large answer. */
@ApplicationScoped
class DeskScreen {
    private static final int RECENT = 8, MOST_UNFINISHED = 3;

    @CheckedTemplate(basePath = "redemption")
    static class Templates {
        static native TemplateInstance desk(Screen screen);
    }

    private final OrderBook book;
    private final Stock stock;
    private final Sessions sessions;
    private final Visits visits;
    private final RedemptionRules rules;
    private final Members members;
    private final BusinessTime time;
    private final SignedIn signedIn;
    private final HttpHeaders headers;

    DeskScreen(OrderBook book, Stock stock, Sessions sessions, Visits visits, RedemptionRules rules, Members members,
            BusinessTime time,
            SignedIn signedIn, HttpHeaders headers) {
        this.book = book;
        this.stock = stock;
        this.sessions = sessions;
        this.visits = visits;
        this.rules = rules;
        this.members = members;
        this.time = time;
        this.signedIn = signedIn;
        this.headers = headers;
    }

    /** What came of this work, or why nothing did. */
    TemplateInstance said(Shop shop, Supplier<Result> work) {
        try {
            return show(shop, work.get());
        } catch (Problem refused) {
            return show(shop, stop(Sentences.document(refused, language())));
        }
    }

    /** A refusal, with its status. */
    Response refused(Shop shop, Map<String, Object> document, Result result) {
        Object status = document.getOrDefault("status", 409);
        return Response.status(status instanceof Integer code ? code : 409).entity(show(shop, result)).build();
    }

    /** A member who is here, with what the shop has for them. */
    Result visit(Shop shop, Scanned scanned) {
        List<Level> shelf = stock.levels(shop, 0, Page.MOST).items().stream()
                .filter(level -> level.goods().isOffered() && level.available() > 0).toList();
        return Result.visit(Objects.requireNonNull(scanned.member()), Objects.requireNonNull(scanned.visit()),
                Boolean.TRUE.equals(scanned.needsSecret()), shelf,
                scanned.bearer() == null ? null : scanned.bearer().name());
    }

    Result stop(Map<String, Object> document) {
        Object order = document.get("orderId");
        return Result.stop(document, order == null ? null : book.byId(Ids.parse(order.toString())).orElse(null));
    }

    TemplateInstance show(Shop shop, Result result) {
        return Templates.desk(screen(shop, result));
    }

    Screen screen(Shop shop, Result result) {
        Person clerk = signedIn.person();
        List<Recent> recent = book.handedOver(shop.id(), clerk.id(), startOfDay(), RECENT).stream()
                .map(order -> new Recent(order, mayUndo(order))).toList();
        return new Screen(shop, clerk.name(), book.countSince(shop.id(), startOfDay()), recent,
                sessions.openOf(clerk.id()).orElse(null), closed(shop),
                result.showsSomebody() ? List.of() : unfinished(shop, clerk), result);
    }

    private @Nullable String closed(Shop shop) {
        try {
            Policies.mustBeOpen(shop, rules.of(shop).timetable(), time.now(), language());
            return null;
        } catch (Problem closed) {
            return Sentences.detail(closed, language());
        }
    }

    private List<Unfinished> unfinished(Shop shop, Person clerk) {
        List<Visit> open = visits.unfinished(shop, clerk.id());
        Map<Long, Member> whose = members.members(open.stream().map(Visit::member).distinct().toList());
        return open.stream().limit(MOST_UNFINISHED)
                .map(visit -> new Unfinished(visit.id(), Objects.requireNonNull(whose.get(visit.member())))).toList();
    }

    /** Whether a clerk can still take this back. */
    boolean mayUndo(Order order) {
        Order.Collected done = order.collected();
        return order.status() == Order.Status.COLLECTED && done != null && !Orders.isTooLateToUndo(done, time.now());
    }

    Instant startOfDay() {
        return time.startOf(time.today());
    }

    Locale language() {
        return Language.of(headers);
    }
}
