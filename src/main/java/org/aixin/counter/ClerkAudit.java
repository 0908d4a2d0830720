package org.aixin.counter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Period;
import org.aixin.kernel.Sql;
import org.aixin.redemption.OpeningHours;
import org.aixin.redemption.OpeningHours.Between;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What stands out of a clerk's hand-overs in a period, in the shops that an auditor or administrator reaches. */
@ApplicationScoped
class ClerkAudit {
    /** How many lines of a kind are shown. */
    static final int MOST = 500;
    private static final String WITHIN = " o.collected_at >= ? AND o.collected_at < ? AND o.shop_id IN (%s)";
    private static final String CASES = "SELECT o.id, o.code, s.name, m.name, o.collected_at, o.points, o.ended_at, e.name, o.reason,"
            + " (SELECT a.name FROM code_reissue r JOIN member a ON a.id = r.actor WHERE r.member = o.member_id"
            + " AND r.at <= o.collected_at AND r.at > DATE_SUB(o.collected_at, INTERVAL 1 DAY) ORDER BY r.id DESC LIMIT 1)"
            + " FROM orders o JOIN shop s ON s.id = o.shop_id JOIN member m ON m.id = o.member_id"
            + " LEFT JOIN member e ON e.id = o.ended_by WHERE o.collected_by = ? AND" + WITHIN + " AND ";
    private final Sql sql;
    private final Shops shops;
    private final OpeningHours opening;
    private final BusinessTime time;
    private final LocalTime opens;
    private final LocalTime closes;

    ClerkAudit(Sql sql, Shops shops, OpeningHours opening, BusinessTime time,
            @ConfigProperty(name = "aixin.counter.opens", defaultValue = "07:00") LocalTime opens,
            @ConfigProperty(name = "aixin.counter.closes", defaultValue = "20:00") LocalTime closes) {
        this.sql = sql;
        this.shops = shops;
        this.opening = opening;
        this.time = time;
        this.opens = opens;
        this.closes = closes;
    }

    /**
     * A clerk in numbers.
     *
     * @param total hand-overs in all
     * @param pairs residents who came to this clerk often
     */
    record Row(long clerk, String name, int total, Map<Sign, Integer> counts, int pairs) {
        /** How many hand-overs bear this sign. */
        public int count(String sign) {
            return counts.getOrDefault(Sign.valueOf(sign), 0);
        }
    }

    /** One hand-over that bears a sign. */
    record Noted(long order, String code, String shop, String member, Instant at, long points, @Nullable Instant backAt,
            @Nullable String backBy, @Nullable String why, @Nullable String resetBy) {
    }

    /** A resident to whom a clerk handed over often. */
    record Pair(long clerk, String member, int times, long points) {
    }

    /** The clerks who handed anything over, in the order of their names. */
    List<Row> rows(Person person, Period period, int least) {
        List<Long> places = places(person);
        if (places.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = new LinkedHashMap<>();
        Map<Long, Integer> totals = counted(new Condition("1 = 1", List.of()), period, places, names);
        Map<Sign, Map<Long, Integer>> counts = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) {
            counts.put(sign, counted(condition(sign, person, period), period, places, names));
        }
        Map<Long, Integer> pairs = pairs(period, places, least).stream()
                .collect(Collectors.toMap(Pair::clerk, pair -> 1, Integer::sum));
        return names.entrySet().stream()
                .map(clerk -> new Row(clerk.getKey(), clerk.getValue(), totals.getOrDefault(clerk.getKey(), 0),
                        of(clerk.getKey(), counts), pairs.getOrDefault(clerk.getKey(), 0)))
                .toList();
    }

    private static Map<Sign, Integer> of(long clerk, Map<Sign, Map<Long, Integer>> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().getOrDefault(clerk, 0)));
    }

    /** The hand-overs of a clerk that bear this sign, the latest first. */
    List<Noted> noted(Person person, long clerk, Sign sign, Period period) {
        List<Long> places = places(person);
        if (places.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(clerk, period.begins(time), period.ends(time), places));
        Condition condition = condition(sign, person, period);
        values.addAll(condition.values);
        values.add(MOST);
        return sql.rows(
                CASES.formatted(Sql.marks(places.size())) + condition.sql + " ORDER BY o.collected_at DESC, o.id LIMIT ?",
                ClerkAudit::noted, values.toArray());
    }

    /** The residents who came to this clerk at least so often, the most often first. */
    List<Pair> pairs(Person person, long clerk, Period period, int least) {
        List<Long> places = places(person);
        return places.isEmpty()
                ? List.of()
                : pairs(period, places, least).stream().filter(pair -> pair.clerk == clerk).toList();
    }

    private List<Pair> pairs(Period period, List<Long> places, int least) {
        return sql.rows("SELECT o.collected_by, m.name, COUNT(*), SUM(o.points) FROM orders o JOIN member m ON m.id = o.member_id"
                + " WHERE" + WITHIN.formatted(Sql.marks(places.size())) + " AND o.status = 'COLLECTED'"
                + " GROUP BY o.collected_by, o.member_id, m.name HAVING COUNT(*) >= ? ORDER BY COUNT(*) DESC, m.name",
                row -> new Pair(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4)), period.begins(time),
                period.ends(time), places, least);
    }

    private Map<Long, Integer> counted(Condition condition, Period period, List<Long> places,
            Map<Long, String> names) {
        List<Object> values = new ArrayList<>(List.of(period.begins(time), period.ends(time), places));
        values.addAll(condition.values);
        Map<Long, Integer> counts = new LinkedHashMap<>();
        sql.rows("SELECT c.id, c.name, COUNT(*) FROM orders o JOIN member c ON c.id = o.collected_by WHERE"
                + WITHIN.formatted(Sql.marks(places.size())) + " AND " + condition.sql
                + " GROUP BY c.id, c.name ORDER BY c.name, c.id",
                row -> {
                    names.put(row.getLong(1), row.getString(2));
                    return counts.put(row.getLong(1), row.getInt(3));
                }, values.toArray());
        return counts;
    }

    /** A condition on a hand-over, with what stands for its marks. */
    private record Condition(String sql, List<Object> values) {
    }

    private Condition condition(Sign sign, Person person, Period period) {
        return sign == Sign.AFTER_HOURS ? afterHours(person, period) : new Condition(sign.condition(), List.of());
    }

    /** By the hours of each shop; those without any close at the hours of the settings. */
    private Condition afterHours(Person person, Period period) {
        int ahead = time.zone().getRules().getOffset(period.begins(time)).getTotalSeconds();
        String minute = "TIME_TO_SEC(TIME(DATE_ADD(o.collected_at, INTERVAL " + ahead + " SECOND))) DIV 60";
        List<String> closed = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        reached(person).stream().collect(Collectors.groupingBy(this::hours)).forEach((hours, some) -> {
            closed.add("(o.shop_id IN (" + Sql.marks(some.size()) + ") AND NOT (" + hours.stream()
                    .map(one -> minute + " >= ? AND " + minute + " < ?").collect(Collectors.joining(" OR ")) + "))");
            values.add(some.stream().map(Shop::id).toList());
            hours.forEach(one -> values.addAll(List.of(one.opens(), one.closes())));
        });
        return new Condition(Sign.AFTER_HOURS.condition().formatted("(" + String.join(" OR ", closed) + ")"), values);
    }

    private List<Between> hours(Shop shop) {
        List<Between> own = opening.of(shop);
        return own.isEmpty() ? List.of(new Between(minute(opens), minute(closes))) : own;
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private List<Long> places(Person person) {
        return reached(person).stream().map(Shop::id).toList();
    }

    private List<Shop> reached(Person person) {
        return shops.reachedBy(person, Role.AUDITOR, Role.ADMIN);
    }

    private static Noted noted(ResultSet row) throws SQLException {
        return new Noted(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                Objects.requireNonNull(Sql.instant(row, 5)), row.getLong(6), Sql.instant(row, 7), row.getString(8),
                row.getString(9), row.getString(10));
    }

    /** From when to when shops are open that nobody gave hours of their own. */
    String hours() {
        return opens + "–" + closes;
    }
}
