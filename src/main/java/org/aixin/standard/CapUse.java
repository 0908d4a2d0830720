package org.aixin.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

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

    CapUse(Sql sql) {
        this.sql = sql;
    }

    /** Whose deed it is. */
    record Doer(long member, @Nullable Long household) {
        long in(Cap.Scope scope) {
            return switch (scope) {
                case MEMBER -> member;
                case HOUSEHOLD -> Objects.requireNonNullElse(household, member);
                case RULE -> 0;
            };
        }
    }

    private record Key(String rule, Span span, LocalDate first, Cap.Scope scope, long whose) {
        static Key of(String rule, Span span, Cap.Scope scope, Doer doer, LocalDate day) {
            return new Key(rule, span, span.first(day), scope, doer.in(scope));
        }

        Object[] values(Object... before) {
            List<Object> all = new ArrayList<>(List.of(before));
            all.addAll(List.of(rule, span.name(), first, scope.name(), whose));
            return all.toArray();
        }
    }

    /** Takes as much of the wanted points as every cap leaves, and answers how much that is. */
    int take(Rule rule, Doer doer, LocalDate day, int wanted) {
        List<Key> keys = keys(rule.code(), doer, day);
        int given = wanted;
        for (Key key : keys) {
            int used = lock(key, doer);
            given = Math.min(given, room(rule, key, used));
        }
        for (Key key : keys) {
            sql.update("UPDATE cap_used SET points = points + ? WHERE rule = ? AND span = ? AND first_day = ? AND scope = ?"
                    + " AND whose = ?", key.values(given));
        }
        return given;
    }

    private static int room(Rule rule, Key key, int used) {
        return rule.caps().stream().filter(cap -> cap.span() == key.span && cap.scope() == key.scope)
                .mapToInt(cap -> Math.max(0, cap.points() - used)).findFirst().orElse(Integer.MAX_VALUE);
    }

    /**
     * How many points the member was given today by this rule for deeds of former days, what was taken back left out. Locks today's
     * row, so that of two who record such deeds at once the second sees what the first did.
     */
    int recordedLate(Rule rule, long member, LocalDate today, Instant since) {
        Doer doer = new Doer(member, null);
        lock(Key.of(rule.code(), Span.DAY, Cap.Scope.MEMBER, doer, today), doer);
        return sql.first("SELECT COALESCE(SUM(a.points), 0) FROM award a LEFT JOIN award_reversal b ON b.award = a.id"
                + " WHERE a.member = ? AND a.rule = ? AND a.recorded_at >= ? AND a.day < ? AND b.award IS NULL",
                row -> Math.abs(row.getInt(1)), member, rule.code(), since, today).orElse(0);
    }

    /** Gives back to every cap what an award took that is taken back itself. */
    void giveBack(Award award) {
        giveBack(award.rule(), new Doer(award.member(), award.household()), award.day(), Math.abs(award.points()));
    }

    /** Gives back so many points to every cap of the rule on that day. */
    void giveBack(String rule, Doer doer, LocalDate day, int points) {
        for (Key key : keys(rule, doer, day)) {
            sql.update("UPDATE cap_used SET points = GREATEST(points, ?) - ? WHERE rule = ? AND span = ? AND first_day = ?"
                    + " AND scope = ? AND whose = ?", key.values(points, points));
        }
    }

    private List<Key> keys(String rule, Doer doer, LocalDate day) {
        return sql.rows("SELECT DISTINCT span, scope, 1 FROM standard_cap WHERE rule = ?",
                row -> new Cap(Span.valueOf(row.getString(1)), Cap.Scope.valueOf(row.getString(2)), row.getInt(3)), rule).stream()
                .sorted(Cap.ORDER).map(cap -> Key.of(rule, cap.span(), cap.scope(), doer, day)).toList();
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
        String whose = switch (key.scope) {
            case MEMBER -> "a.member = ?";
            case HOUSEHOLD -> doer.household() == null ? "a.member = ? AND a.household IS NULL" : "a.household = ?";
            case RULE -> "? = 0";
        };
        int used = sql.first("SELECT COALESCE(SUM(ABS(a.points)), 0) FROM award a LEFT JOIN award_reversal b ON b.award = a.id"
                + " WHERE a.rule = ? AND a.day >= ? AND a.day < ? AND b.award IS NULL AND " + whose, row -> row.getInt(1),
                key.rule, key.first, key.span.next(key.first), key.whose).orElse(0);
        sql.update("UPDATE cap_used SET points = ? WHERE rule = ? AND span = ? AND first_day = ? AND scope = ? AND whose = ?",
                key.values(used));
        return used;
    }
}
