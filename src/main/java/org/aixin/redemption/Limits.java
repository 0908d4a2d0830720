package org.aixin.redemption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Goods;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Said;
import org.aixin.kernel.Sql;
import org.aixin.redemption.Rule.Limit;
import org.aixin.redemption.Rule.Scope;
import org.aixin.redemption.Rule.Thing;

import org.jspecify.annotations.Nullable;

/**
 * Counts what members and households take under limits; the guarded rows decide, whichever node asks. The monthly limit of goods is
 * one of them. A limit counts what is ordered while it stands; orders that it does not touch cost no statement.
 */
@ApplicationScoped
class Limits {
    private final MonthlyLimits monthly;
    private final Sql sql;
    private final BusinessTime time;

    Limits(MonthlyLimits monthly, Sql sql, BusinessTime time) {
        this.monthly = monthly;
        this.sql = sql;
        this.time = time;
    }

    /** So many pieces under a limit in a span. */
    private record Take(Rule rule, Limit limit, long whose, LocalDate first, int pieces) {
    }

    /** Counts an order under every limit, or under none and says which has been reached and when it begins anew. */
    @Nullable
    Problem take(Case what) {
        Order order = what.order();
        Goods enough = monthly.take(order);
        if (enough != null) {
            return reached(what, monthly(enough), null, monthly.taken(order, enough), enough.code());
        }
        List<Take> takes = takes(what);
        for (int i = 0; i < takes.size(); i++) {
            if (!fits(takes.get(i))) {
                takes.subList(0, i).forEach(this::putBack);
                monthly.undo(order);
                return reached(what, takes.get(i));
            }
        }
        keep(order, takes);
        return null;
    }

    /** What {@link #take} would say now; counts nothing. */
    @Nullable
    Problem before(Case what) {
        Goods enough = monthly.before(what.order());
        if (enough != null) {
            return reached(what, monthly(enough), null, monthly.taken(what.order(), enough), enough.code());
        }
        return takes(what).stream().filter(take -> taken(take) + take.pieces > take.limit.quantity()).findFirst()
                .map(full -> reached(what, full)).orElse(null);
    }

    /** Counts an order no longer that was taken a moment ago and comes to nothing. */
    void undo(Case what) {
        monthly.undo(what.order());
        if (!takes(what).isEmpty()) {
            forget(what.order());
        }
    }

    /** Counts an order no longer; what was ordered before there was a limit never counted. */
    void giveBack(Order order) {
        monthly.giveBack(order);
        forget(order);
    }

    private void forget(Order order) {
        sql.update(
                "UPDATE rule_take t JOIN rule_taken o ON o.series = t.series AND o.whose = t.whose AND o.first_day = t.first_day"
                        + " SET t.quantity = t.quantity - o.quantity WHERE o.order_id = ?",
                order.id());
        sql.update("DELETE FROM rule_taken WHERE order_id = ?", order.id());
    }

    private List<Take> takes(Case what) {
        Order order = what.order();
        LocalDate day = time.day(order.madeAt());
        List<Take> takes = new ArrayList<>();
        for (Rule rule : what.rules().all()) {
            if (rule.terms() instanceof Limit limit && limit.pieces(order) > 0) {
                takes.add(new Take(rule, limit, limit.whose(order.member()), limit.span().first(day), limit.pieces(order)));
            }
        }
        return takes;
    }

    private boolean fits(Take take) {
        sql.update("INSERT INTO rule_take (series, whose, first_day, quantity) VALUES (?, ?, ?, 0)"
                + " ON DUPLICATE KEY UPDATE quantity = quantity", take.rule.series(), take.whose, take.first.toString());
        return sql.update("UPDATE rule_take SET quantity = quantity + ? WHERE series = ? AND whose = ? AND first_day = ?"
                + " AND quantity + ? <= ?", take.pieces, take.rule.series(), take.whose, take.first.toString(), take.pieces,
                take.limit.quantity()) == 1;
    }

    private void putBack(Take take) {
        sql.update("UPDATE rule_take SET quantity = quantity - ? WHERE series = ? AND whose = ? AND first_day = ?", take.pieces,
                take.rule.series(), take.whose, take.first.toString());
    }

    private void keep(Order order, List<Take> takes) {
        sql.insert("INSERT INTO rule_taken (order_id, series, whose, first_day, quantity) VALUES", takes.stream()
                .map(take -> new @Nullable Object[]{order.id(), take.rule.series(), take.whose, take.first.toString(),
                        take.pieces})
                .toList());
    }

    private int taken(Take take) {
        return sql.first("SELECT quantity FROM rule_take WHERE series = ? AND whose = ? AND first_day = ?", row -> row.getInt(1),
                take.rule.series(), take.whose, take.first.toString()).orElse(0);
    }

    /** The monthly limit of goods, as any other limit. */
    private static Limit monthly(Goods goods) {
        return new Limit(Scope.MEMBER, Span.MONTH, Thing.of(goods), Objects.requireNonNull(goods.monthlyLimit()));
    }

    private Problem reached(Case what, Take full) {
        Thing goods = full.limit.goods();
        return reached(what, full.limit, full.rule, taken(full), goods == null ? null : goods.code());
    }

    private Problem reached(Case what, Limit limit, @Nullable Rule rule, int taken, @Nullable String goods) {
        Instant again = time.startOf(limit.span().next(time.day(what.order().madeAt())));
        Locale language = what.language();
        boolean english = language.getLanguage().equals("en");
        int left = Math.max(0, limit.quantity() - taken);
        Problem refusal = Problem
                .conflict("limit_reached", limit.words(english), left, Said.saidDay(again, language))
                .with("rule", limit.words(english)).with("left", left).with("again", again);
        if (rule != null) {
            refusal.with("ruleId", Long.toString(rule.id()));
        }
        return goods == null ? refusal : refusal.with("goods", goods);
    }
}
