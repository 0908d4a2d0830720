package org.aixin.standard;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Unit;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/**
 * Purses: how many points several gatherings may give together. A gathering is what a deed was done in, named by its kind and id, such as
 * {@code drill:5}; see {@link Deed#in}. What a purse has no points for is not given; {@link Awarded} then is capped.
 */
@ApplicationScoped
public class Purses {
    /** What stands in an award that a purse cut. */
    static final String CAPPED_BY = "PURSE";
    private static final String GIVEN = " FROM gathering g JOIN award a ON a.gathering = g.ref AND a.points > 0"
            + " AND (g.first_day IS NULL OR a.day BETWEEN g.first_day AND g.last_day)"
            + " JOIN standard_version v ON v.rule = a.rule AND v.version = a.version AND v.asset = 'POINTS'"
            + " LEFT JOIN award_reversal b ON b.award = a.id WHERE g.purse = ? AND b.award IS NULL";
    private final Sql sql;

    Purses(Sql sql) {
        this.sql = sql;
    }

    /**
     * Makes a purse for a unit's people, in the present transaction.
     *
     * @param points it has, 1 to {@value Cap#MOST}; null for as many as are earned. Refused 422 {@code purse_points}
     */
    public void open(long id, Unit unit, @Nullable Integer points) {
        sql.update("INSERT INTO purse (id, path, points) VALUES (?, ?, ?)", id, unit.path(), checked(points));
    }

    /**
     * Gives it another number of points, and the gatherings that have days other days; in the present transaction. Refused as
     * {@link #open}, and 409 {@code purse_too_small} where more is given already.
     */
    public void change(long id, @Nullable Integer points, LocalDate first, LocalDate last) {
        sql.update("UPDATE gathering SET first_day = ?, last_day = ? WHERE purse = ? AND first_day IS NOT NULL", first, last, id);
        lock(id);
        count(id, checked(points));
    }

    private static @Nullable Integer checked(@Nullable Integer points) {
        if (points != null && (points < 1 || points > Cap.MOST)) {
            throw Problem.invalid("purse_points", "budget", Cap.MOST);
        }
        return points;
    }

    /** Pays from it what is given in a gathering, what was given so far among it. Refused 409 {@code purse_too_small}. */
    public void join(long id, String gathering) {
        join(id, gathering, null, null);
    }

    /** As {@link #join(long, String)}, for the deeds of these days alone. */
    public void join(long id, String gathering, @Nullable LocalDate first, @Nullable LocalDate last) {
        Transactions.joined(() -> {
            sql.update("INSERT INTO gathering (ref, purse, first_day, last_day) VALUES (?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE purse = VALUES(purse), first_day = VALUES(first_day), last_day = VALUES(last_day)",
                    gathering, id, first, last);
            return count(id, lock(id));
        });
    }

    /** Pays from it no more what is given in a gathering. */
    public void leave(long id, String gathering) {
        Transactions.joined(() -> {
            sql.update("UPDATE gathering SET purse = NULL, first_day = NULL, last_day = NULL WHERE ref = ? AND purse = ?",
                    gathering,
                    id);
            return count(id, lock(id));
        });
    }

    private @Nullable Integer lock(long id) {
        int points = sql.first("SELECT COALESCE(points, 0) FROM purse WHERE id = ? FOR UPDATE", row -> row.getInt(1), id)
                .orElseThrow(Problem::notFound);
        return points == 0 ? null : points;
    }

    /** With its row locked: every deed in its gatherings has committed, or waits. */
    private int count(long id, @Nullable Integer points) {
        int used = sql.first("SELECT COALESCE(SUM(a.points), 0)" + GIVEN, row -> row.getInt(1), id).orElse(0);
        if (points != null && used > points) {
            throw Problem.conflict("purse_too_small", used, points).with("used", used);
        }
        return sql.update("UPDATE purse SET points = ?, used = ? WHERE id = ?", points, used, id);
    }

    /** How many awards stand that gave points or merit in a gathering. */
    public int standing(String gathering) {
        return sql.first("SELECT COUNT(*) FROM award a LEFT JOIN award_reversal b ON b.award = a.id"
                + " WHERE a.gathering = ? AND a.points > 0 AND b.award IS NULL", row -> row.getInt(1), gathering).orElse(0);
    }

    /** Pays from it for no gathering any more, in the present transaction; refused 409 {@code purse_used} where it has. */
    public void close(long id) {
        sql.rows("SELECT ref FROM gathering WHERE purse = ? FOR UPDATE", row -> row.getString(1), id);
        int used = sql.first("SELECT used FROM purse WHERE id = ? FOR UPDATE", row -> row.getInt(1), id)
                .orElseThrow(Problem::notFound);
        if (used > 0) {
            throw Problem.conflict("purse_used", used);
        }
        sql.update("UPDATE gathering SET purse = NULL, first_day = NULL, last_day = NULL WHERE purse = ?", id);
    }

    /** What was given in each of its gatherings and stands; a gathering that gave nothing is not in it. */
    public Map<String, Long> given(long id) {
        return sql.rows("SELECT g.ref, SUM(a.points)" + GIVEN + " GROUP BY g.ref",
                row -> Map.entry(row.getString(1), row.getLong(2)), id).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
