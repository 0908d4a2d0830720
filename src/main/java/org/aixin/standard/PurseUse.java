package org.aixin.standard;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;

import org.jspecify.annotations.Nullable;

/**
 * Pays awards from the purse of the gathering in which they were earned, exact under parallel awards: the gathering's row is held shared
 * and the purse's alone until the transaction ends.
 */
@ApplicationScoped
class PurseUse {
    private static final String HELD = "SELECT COALESCE(purse, 0), first_day IS NULL OR ? BETWEEN first_day AND last_day"
            + " FROM gathering WHERE ref = ? LOCK IN SHARE MODE";
    private final Sql sql;

    PurseUse(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a purse leaves.
     *
     * @param purse null where no purse pays
     * @param points of those wanted
     */
    record Left(@Nullable Long purse, int points) {
    }

    private record Held(long purse, boolean onItsDays) {
    }

    /** How many of the wanted points the purse has; all of them where none pays. Locks it. */
    Left left(Due due, LocalDate day, int wanted) {
        String gathering = due.gathering();
        if (gathering == null) {
            return new Left(null, wanted);
        }
        Held held = hold(gathering, day).orElseGet(() -> first(gathering, day));
        if (held.purse == 0 || !held.onItsDays || due.rule().isDeduction() || due.rule().asset() != Asset.POINTS) {
            return new Left(null, wanted);
        }
        int left = sql.first("SELECT COALESCE(points - used, -1) FROM purse WHERE id = ? FOR UPDATE", row -> row.getInt(1),
                held.purse).orElseThrow(Problem::notFound);
        return new Left(held.purse, left < 0 ? wanted : Math.min(wanted, left));
    }

    /** Keeps that there is such a gathering, for a deed in it that waits for another person. */
    void know(@Nullable String gathering) {
        if (gathering != null) {
            sql.update("INSERT INTO gathering (ref) VALUES (?) ON DUPLICATE KEY UPDATE ref = ref", gathering);
        }
    }

    private Held first(String gathering, LocalDate day) {
        know(gathering);
        return hold(gathering, day).orElseThrow();
    }

    private Optional<Held> hold(String gathering, LocalDate day) {
        return sql.first(HELD, row -> new Held(row.getLong(1), row.getBoolean(2)), day, gathering);
    }

    /** Takes from it what is given; the database refuses more than there is. */
    void use(Left left, int points) {
        if (left.purse != null && points > 0) {
            sql.update("UPDATE purse SET used = used + ? WHERE id = ?", points, left.purse);
        }
    }

    /** Gives back what an award took that is taken back itself. */
    void giveBack(Award award) {
        if (award.gathering() == null || award.points() <= 0) {
            return;
        }
        hold(award.gathering(), award.day()).filter(held -> held.purse != 0 && held.onItsDays)
                .ifPresent(held -> sql.update("UPDATE purse SET used = used - ? WHERE id = ? AND EXISTS (SELECT 1"
                        + " FROM standard_version WHERE rule = ? AND version = ? AND asset = 'POINTS')", award.points(),
                        held.purse,
                        award.rule(), award.version()));
    }

    /** Refused 422 {@code gathering_unknown} where no purse pays for this gathering and member. */
    void mustBeFor(@Nullable String gathering, Member member) {
        if (gathering != null && (!gathering.matches("[a-z]{1,10}:[0-9]{1,19}") || sql
                .first("SELECT 1 FROM gathering g JOIN purse p ON p.id = g.purse WHERE g.ref = ? AND ? LIKE CONCAT(p.path, '%')",
                        row -> 1, gathering, member.path())
                .isEmpty())) {
            throw Problem.invalid("gathering_unknown", "gathering");
        }
    }
}
