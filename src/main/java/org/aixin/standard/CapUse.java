package org.aixin.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * How much of its caps a rule has used, exact under parallel awards: each row is locked before it is read, always in the order of
 * spans and scopes. Rows are kept for every cap that any version of the rule has, so that a new version goes on from what was used.
 */
@ApplicationScoped
class CapUse {
    private static final String ROW = " FROM cap_used WHERE rule = ? AND span = ? AND first_day = ? AND scope = ? AND whose = ?";
    private final Sql sql;
    private final Units units;

    CapUse(Sql sql, Units units) {
        this.sql = sql;
        this.units = units;
    }

    /**
     * Whose deed it is.
     *
     * @param path of the unit the member belongs to
     */
    record Doer(long member, @Nullable Long household, String path) {
        static Doer of(Member member) {
            return new Doer(member.id(), member.household(), member.path());
        }
    }

    /**
     * What the caps left.
     *
     * @param by the cap that left the least, null where all that was wanted is left
     */
    record Taken(int points, @Nullable Cap by) {
    }

    private record Key(String rule, Span span, LocalDate first, Cap.Scope scope, long whose) {
        Object[] values(Object... before) {
            List<Object> all = new ArrayList<>(List.of(before));
            all.addAll(List.of(rule, span.name(), first, scope.name(), whose));
            return all.toArray();
        }
    }

    /** Takes as much of the wanted points as every cap leaves. */
    Taken take(Rule rule, Doer doer, LocalDate day, int wanted) {
        List<Key> keys = keys(rule.code(), doer, day);
        Taken taken = new Taken(wanted, null);
        for (Key key : keys) {
            taken = within(rule, key, lock(key, doer), taken);
        }
        for (Key key : keys) {
            sql.update("UPDATE cap_used SET points = points + ? WHERE rule = ? AND span = ? AND first_day = ? AND scope = ?"
                    + " AND whose = ?", key.values(taken.points()));
        }
        return taken;
    }

    private static Taken within(Rule rule, Key key, int used, Taken taken) {
        return rule.caps().stream().filter(cap -> cap.span() == key.span && cap.scope() == key.scope)
                .filter(cap -> cap.points() - used < taken.points())
                .map(cap -> new Taken(Math.max(0, cap.points() - used), cap)).findFirst().orElse(taken);
    }

    /** How many points of a budget the people of this village have used in the span in which a day lies. Locks nothing. */
    int used(Rule rule, Cap budget, Unit village, LocalDate day) {
        Key key = new Key(rule.code(), budget.span(), budget.span().first(day), Cap.Scope.VILLAGE, village.id());
        int known = sql.first("SELECT COALESCE(points, -1)" + ROW, row -> row.getInt(1), key.values()).orElse(-1);
        return known < 0 ? count(key, new Doer(0, null, village.path())) : known;
    }

    /**
     * How many points the member was given today by this rule for deeds of former days, what was taken back left out. Locks today's
     * row, so that of two who record such deeds at once the second sees what the first did.
     */
    int recordedLate(Rule rule, long member, LocalDate today, Instant since) {
        lock(new Key(rule.code(), Span.DAY, today, Cap.Scope.MEMBER, member), new Doer(member, null, ""));
        return sql.first("SELECT COALESCE(SUM(a.points), 0) FROM award a LEFT JOIN award_reversal b ON b.award = a.id"
                + " WHERE a.member = ? AND a.rule = ? AND a.recorded_at >= ? AND a.day < ? AND b.award IS NULL"
                + " AND a.reference NOT LIKE 'claim:%'",
                row -> Math.abs(row.getInt(1)), member, rule.code(), since, today).orElse(0);
    }

    /** Gives back to every cap what an award took that is taken back itself. */
    void giveBack(Award award) {
        int points = Math.abs(award.points());
        for (Key key : keys(award.rule(), new Doer(award.member(), award.household(), award.path()), award.day())) {
            sql.update("UPDATE cap_used SET points = GREATEST(points, ?) - ? WHERE rule = ? AND span = ? AND first_day = ?"
                    + " AND scope = ? AND whose = ?", key.values(points, points));
        }
    }

    private List<Key> keys(String rule, Doer doer, LocalDate day) {
        return sql.rows("SELECT DISTINCT span, scope, 1 FROM standard_cap WHERE rule = ?",
                row -> new Cap(Span.valueOf(row.getString(1)), Cap.Scope.valueOf(row.getString(2)), row.getInt(3)), rule).stream()
                .sorted(Cap.ORDER)
                .map(cap -> new Key(rule, cap.span(), cap.span().first(day), cap.scope(), whose(cap.scope(), doer))).toList();
    }

    private long whose(Cap.Scope scope, Doer doer) {
        return switch (scope) {
            case MEMBER -> doer.member();
            case HOUSEHOLD -> Objects.requireNonNullElse(doer.household(), doer.member());
            case RULE -> 0;
            case VILLAGE -> units.village(doer.path()).id();
        };
    }

    /** Locks a row, adding and counting it where nobody has yet, and answers the points used. */
    private int lock(Key key, Doer doer) {
        List<Integer> found = locked(key);
        if (found.isEmpty()) {
            sql.update("INSERT INTO cap_used (rule, span, first_day, scope, whose) VALUES (?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE points = points", key.values());
            found = locked(key);
        }
        return found.get(0) < 0 ? counted(key, doer) : found.get(0);
    }

    private List<Integer> locked(Key key) {
        return sql.rows("SELECT COALESCE(points, -1)" + ROW + " FOR UPDATE", row -> row.getInt(1), key.values());
    }

    private int counted(Key key, Doer doer) {
        int used = count(key, doer);
        sql.update("UPDATE cap_used SET points = ? WHERE rule = ? AND span = ? AND first_day = ? AND scope = ? AND whose = ?",
                key.values(used));
        return used;
    }

    /** What was given by the rule in the span, approved claims among it, what was taken back left out. */
    private int count(Key key, Doer doer) {
        String whose = switch (key.scope) {
            case MEMBER -> "a.member = ?";
            case HOUSEHOLD -> doer.household() == null ? "a.member = ? AND a.household IS NULL" : "a.household = ?";
            case RULE -> "? = 0";
            case VILLAGE -> "a.path LIKE ?";
        };
        Object of = key.scope == Cap.Scope.VILLAGE ? units.village(doer.path()).path() + "%" : key.whose;
        return sql.first("SELECT COALESCE(SUM(ABS(a.points)), 0) FROM award a LEFT JOIN award_reversal b ON b.award = a.id"
                + " WHERE a.rule = ? AND a.day >= ? AND a.day < ? AND b.award IS NULL AND " + whose, row -> row.getInt(1),
                key.rule, key.first, key.span.next(key.first), of).orElse(0);
    }
}
