package org.aixin.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Shop;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;
import org.aixin.redemption.Rule.Days;
import org.aixin.redemption.Rule.Hours;
import org.aixin.redemption.Rule.Limit;
import org.aixin.redemption.Rule.Scope;
import org.aixin.redemption.Rule.Terms;
import org.aixin.redemption.Rule.Thing;

import org.jspecify.annotations.Nullable;

/**
 * The rules of redemption and their history. Those in force are kept in memory, so that nobody at a desk waits for them: what an
 * administrator changes holds at once on this node and within seconds on the others.
 */
@ApplicationScoped
class RedemptionRules {
    private static final long FRESH_NANOS = 5_000_000_000L;
    private static final String COLUMNS = "SELECT r.id, r.series, u.path, r.shop_id, r.kind, r.scope, r.span, r.quantity, r.weekdays,"
            + " r.month_days, r.opens, r.closes, g.id, g.code, g.name, g.unit";
    private static final String TABLES = " FROM redemption_rule r JOIN unit u ON u.id = r.unit_id LEFT JOIN goods g ON g.id = r.goods_id";
    private static final String HISTORY = COLUMNS
            + ", u.id AS unit_id, u.name AS unit_name, s.code AS shop_code, s.name AS shop_name, m.name AS maker, r.made_at,"
            + " e.name AS ender, r.ended_at" + TABLES + " LEFT JOIN shop s ON s.id = r.shop_id JOIN member m ON m.id = r.made_by"
            + " LEFT JOIN member e ON e.id = r.ended_by ";
    private static final String NEWEST = "ORDER BY r.in_force IS NULL, r.id DESC LIMIT 500";
    private final Sql sql;
    private final BusinessTime time;
    private volatile Kept kept = new Kept(List.of(), System.nanoTime() - FRESH_NANOS);

    RedemptionRules(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    private record Kept(List<Rule> rules, long since) {
        boolean isFresh() {
            return System.nanoTime() - since < FRESH_NANOS;
        }
    }

    /** The rules in force for a shop. */
    HouseRules of(Shop shop) {
        Kept now = kept;
        if (!now.isFresh()) {
            now = new Kept(sql.rows(COLUMNS + TABLES + " WHERE r.in_force IS NOT NULL ORDER BY r.series", RedemptionRules::read),
                    System.nanoTime());
            kept = now;
        }
        List<Rule> here = now.rules.stream().filter(rule -> rule.isFor(shop)).toList();
        return new HouseRules(here, Timetable.of(here, time.zone()));
    }

    /** The rules that an administrator or auditor reaches, those in force first, then the latest: 500 at most. */
    List<Rule.Dated> history(Person person) {
        return sql.rows(HISTORY + NEWEST, RedemptionRules::dated).stream()
                .filter(one -> person.may(one.rule().path(), Role.ADMIN, Role.AUDITOR)).toList();
    }

    /** One of them, in force or not. */
    Rule.Dated one(Person person, long id) {
        return sql.first(HISTORY + "WHERE r.id = ?", RedemptionRules::dated, id)
                .filter(one -> person.may(one.rule().path(), Role.ADMIN, Role.AUDITOR)).orElseThrow(Problem::notFound);
    }

    /** Makes a rule for the shops of a unit, or for one shop of it. */
    Rule add(Person by, Unit unit, @Nullable Shop shop, Terms terms) {
        by.mustReach(unit.path(), Role.ADMIN);
        if (shop != null && !shop.path().startsWith(unit.path())) {
            throw Problem.invalid("shop_unknown", "shop");
        }
        long id = Ids.next();
        return changed(() -> insert(by, new Rule(id, id, unit.path(), shop == null ? null : shop.id(), terms), unit.id()));
    }

    /** Gives a limit another quantity; what was counted goes on. Refused 404 for what is no limit in force. */
    Rule change(Person by, long id, int quantity) {
        Rule now = inForce(by, id);
        if (!(now.terms() instanceof Limit limit)) {
            throw Problem.notFound();
        }
        if (limit.quantity() == quantity) {
            return now;
        }
        Rule then = new Rule(Ids.next(), now.series(), now.path(), now.shop(),
                new Limit(limit.scope(), limit.span(), limit.goods(), quantity));
        return changed(() -> {
            end(by, id);
            return insert(by, then, unitOf(id));
        });
    }

    /** Ends a rule; one that has ended stays as it is. */
    void end(Person by, String id) {
        long rule = Ids.parse(id);
        byId(by, rule);
        changed(() -> end(by, rule));
    }

    private Rule inForce(Person by, long id) {
        Rule rule = byId(by, id);
        if (sql.first("SELECT 1 FROM redemption_rule WHERE id = ? AND in_force IS NOT NULL", row -> 1, id).isEmpty()) {
            throw Problem.conflict("redemption_rule_ended");
        }
        return rule;
    }

    private Rule byId(Person by, long id) {
        Rule rule = sql.first(COLUMNS + TABLES + " WHERE r.id = ?", RedemptionRules::read, id).orElseThrow(Problem::notFound);
        by.mustReach(rule.path(), Role.ADMIN);
        return rule;
    }

    private long unitOf(long id) {
        return sql.first("SELECT unit_id FROM redemption_rule WHERE id = ?", row -> row.getLong(1), id).orElseThrow();
    }

    private boolean end(Person by, long id) {
        return sql.update(
                "UPDATE redemption_rule SET ended_by = ?, ended_at = ?, in_force = NULL WHERE id = ? AND in_force IS NOT NULL",
                by.id(), time.now(), id) == 1;
    }

    private Rule insert(Person by, Rule rule, long unit) {
        Limit limit = rule.terms() instanceof Limit one ? one : null;
        Days days = rule.terms() instanceof Days one ? one : null;
        Hours hours = rule.terms() instanceof Hours one ? one : null;
        Thing goods = limit == null ? null : limit.goods();
        sql.updateOr(Problem.conflict("redemption_rule_ended"),
                "INSERT INTO redemption_rule (id, series, kind, unit_id, shop_id, goods_id, scope, span, quantity, weekdays,"
                        + " month_days, opens, closes, made_by, made_at, in_force) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                rule.id(), rule.series(), limit != null ? "LIMIT" : days != null ? "DAYS" : "HOURS", unit, rule.shop(),
                goods == null ? null : goods.id(), limit == null ? null : limit.scope().name(),
                limit == null ? null : limit.span().name(), limit == null ? null : limit.quantity(),
                days == null ? null : days.weekdays(), days == null ? null : days.monthDays(),
                hours == null ? null : hours.opens(), hours == null ? null : hours.closes(), by.id(), time.now(), rule.series());
        return rule;
    }

    private <T> T changed(Callable<T> change) {
        T done = Transactions.run(change);
        kept = new Kept(List.of(), System.nanoTime() - FRESH_NANOS);
        return done;
    }

    private static Rule.Dated dated(ResultSet row) throws SQLException {
        return new Rule.Dated(read(row), row.getLong("unit_id"), row.getString("unit_name"), row.getString("shop_code"),
                row.getString("shop_name"), row.getString("maker"),
                row.getTimestamp("made_at").toInstant(), row.getString("ender"),
                row.getTimestamp("ended_at") == null ? null : row.getTimestamp("ended_at").toInstant());
    }

    private static Rule read(ResultSet row) throws SQLException {
        return new Rule(row.getLong(1), row.getLong(2), row.getString(3), Sql.id(row, 4), switch (row.getString(5)) {
            case "LIMIT" -> new Limit(Scope.valueOf(row.getString(6)), Span.valueOf(row.getString(7)), thing(row), row.getInt(8));
            case "DAYS" -> new Days(row.getInt(9), row.getInt(10));
            default -> new Hours(row.getInt(11), row.getInt(12));
        });
    }

    private static @Nullable Thing thing(ResultSet row) throws SQLException {
        long id = row.getLong(13);
        return row.wasNull() ? null : new Thing(id, row.getString(14), row.getString(15).split("\\s", 2)[0], row.getString(16));
    }
}
