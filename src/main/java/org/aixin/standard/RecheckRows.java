package org.aixin.standard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Draws and what was drawn, as the database keeps them. */
@ApplicationScoped
class RecheckRows {
    private final Sql sql;

    RecheckRows(Sql sql) {
        this.sql = sql;
    }

    boolean isDrawn(String month) {
        return sql.first("SELECT 1 FROM recheck_draw WHERE month = ?", row -> 1, month).isPresent();
    }

    /** Keeps the draw of a month; refused 409 {@code already_drawn} where another node was first. */
    void draw(String month, long seal, int percent, Instant at) {
        sql.updateOr(Problem.conflict("already_drawn"), "INSERT INTO recheck_draw (month, seal, percent, at) VALUES (?, ?, ?, ?)",
                month, seal, percent, at);
    }

    void add(String month, List<Claim> drawn) {
        sql.insert("INSERT INTO recheck (claim, month, path) VALUES",
                drawn.stream().map(claim -> new @Nullable Object[]{claim.id(), month, claim.path()}).toList());
    }

    Recheck recheck(long claim) {
        return sql.first(Recheck.SELECT + "WHERE claim = ?", Recheck::read, claim).orElseThrow(Problem::notFound);
    }

    Map<Long, Recheck> of(Collection<Long> claims) {
        return claims.isEmpty()
                ? Map.of()
                : sql.rows(Recheck.SELECT + "WHERE claim IN (" + Sql.marks(claims.size()) + ")", Recheck::read, claims).stream()
                        .collect(Collectors.toMap(Recheck::claim, Function.identity()));
    }

    List<Recheck> waiting(List<String> paths, long after, int limit) {
        List<Object> values = new ArrayList<>(List.of(after));
        values.add(paths);
        values.add(limit);
        return sql.rows(Recheck.SELECT + "WHERE confirmed IS NULL AND claim > ? AND " + ClaimRows.within(paths)
                + " ORDER BY claim LIMIT ?", Recheck::read, values.toArray());
    }

    int count(List<String> paths) {
        return sql.first("SELECT COUNT(*) FROM recheck WHERE confirmed IS NULL AND " + ClaimRows.within(paths),
                row -> row.getInt(1), paths).orElse(0);
    }

    /** Keeps what somebody found, once; refused 409 {@code recheck_decided}. */
    void decide(long claim, boolean confirmed, @Nullable String reason, long by, Instant at) {
        int mine = sql.update("UPDATE recheck SET confirmed = ?, reason = ?, decided_by = ?, decided_at = ?"
                + " WHERE claim = ? AND confirmed IS NULL", confirmed, reason, by, at, claim);
        if (mine == 0) {
            throw Problem.conflict("recheck_decided");
        }
    }

    void takenBack(long claim, Reversed reversed) {
        sql.update("UPDATE recheck SET points = ?, shortfall = ? WHERE claim = ?", reversed.points(), reversed.shortfall(),
                claim);
    }

    /** The seal by which a month was drawn. */
    Optional<Long> seal(String month) {
        return sql.first("SELECT seal FROM recheck_draw WHERE month = ?", row -> row.getLong(1), month);
    }
}
