package org.aixin.standard;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;

/** How much of a day's cap a member has used, exact under parallel awards: the row is locked by the upsert that makes sure of it. */
@ApplicationScoped
class DayCap {
    private final Sql sql;

    DayCap(Sql sql) {
        this.sql = sql;
    }

    /** Takes as much of the wanted points as the cap leaves, and answers how much that is. */
    int take(Rule rule, long member, LocalDate day, int wanted) {
        if (rule.perDay() == null) {
            return wanted;
        }
        lock(rule, member, day);
        int used = sql.first("SELECT points FROM award_day WHERE member = ? AND rule = ? AND day = ? FOR UPDATE",
                row -> row.getInt(1), member, rule.code(), day).orElse(0);
        int given = Math.max(0, Math.min(wanted, rule.perDay() - used));
        sql.update("UPDATE award_day SET points = points + ? WHERE member = ? AND rule = ? AND day = ?", given, member,
                rule.code(), day);
        return given;
    }

    /**
     * How many points the member was given today by this rule for deeds of former days, what was taken back left out. Locks today's
     * row, so that of two who record such deeds at once the second sees what the first did.
     */
    int recordedLate(Rule rule, long member, LocalDate today, Instant since) {
        lock(rule, member, today);
        return sql.first("SELECT COALESCE(SUM(a.points), 0) FROM award a LEFT JOIN award_reversal b ON b.award = a.id"
                + " WHERE a.member = ? AND a.rule = ? AND a.recorded_at >= ? AND a.day < ? AND b.award IS NULL",
                row -> row.getInt(1), member, rule.code(), since, today).orElse(0);
    }

    private void lock(Rule rule, long member, LocalDate day) {
        sql.update(
                "INSERT INTO award_day (member, rule, day, points) VALUES (?, ?, ?, 0) ON DUPLICATE KEY UPDATE points = points",
                member, rule.code(), day);
    }

    /** Gives back what an award took that is taken back itself. */
    void giveBack(String rule, long member, LocalDate day, int points) {
        sql.update("UPDATE award_day SET points = points - ? WHERE member = ? AND rule = ? AND day = ? AND points >= ?", points,
                member, rule, day, points);
    }
}
