package org.aixin.standard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Claims as the database keeps them. */
@ApplicationScoped
class ClaimRows {
    private final Sql sql;

    ClaimRows(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a claim; refused 409 {@code already_claimed} where the member has an open or approved one of that rule and day. */
    void add(Claim claim) {
        sql.updateOr(Problem.conflict("already_claimed"),
                "INSERT INTO claim (id, member, rule, title, quantity, day, occurred_at, note, path, at, photos, standing, points,"
                        + " minutes, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, TRUE, 0, 0, ?)",
                claim.id(), claim.member(), claim.rule(), claim.title(), claim.quantity(), claim.day(), claim.occurredAt(),
                claim.note(), claim.path(), claim.at(), claim.by());
    }

    Claim claim(long id) {
        return sql.first(Claim.SELECT + "WHERE id = ?", Claim::read, id).orElseThrow(Problem::notFound);
    }

    List<Claim> claims(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.rows(Claim.SELECT + "WHERE id IN (" + Sql.marks(ids.size()) + ")", Claim::read, ids);
    }

    List<Claim> of(long member, long before, int limit) {
        return sql.rows(Claim.SELECT + "WHERE member = ? AND id < ? ORDER BY id DESC LIMIT ?", Claim::read, member, before,
                limit);
    }

    /** The claims that stand in these rows, and those credited without a notice from one instant until before another. */
    List<Claim> credited(List<Long> rows, Instant from, Instant to) {
        List<Claim> credited = new ArrayList<>(
                sql.rows(Claim.SELECT + "WHERE approved AND row_id IS NULL AND points + minutes > 0"
                        + " AND reviewed_at >= ? AND reviewed_at < ?", Claim::read, from, to));
        if (!rows.isEmpty()) {
            credited.addAll(sql.rows(Claim.SELECT + "WHERE row_id IN (" + Sql.marks(rows.size()) + ")", Claim::read, rows));
        }
        return credited;
    }

    /** Those of these claims whose credit was taken back; a claim's award has its id. */
    Set<Long> reversed(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.rows("SELECT award FROM award_reversal WHERE award IN (" + Sql.marks(ids.size()) + ")",
                        row -> row.getLong(1), ids));
    }

    /** What somebody claimed for others, newest first. */
    List<Claim> madeBy(long person, long before, int limit) {
        return sql.rows(Claim.SELECT + "WHERE made_by = ? AND id < ? ORDER BY id DESC LIMIT ?", Claim::read, person, before,
                limit);
    }

    /** The claims under these paths that wait for a review, oldest first. */
    List<Claim> waiting(List<String> paths, long after, int limit) {
        List<Object> values = new ArrayList<>(List.of(after));
        values.add(paths);
        values.add(limit);
        return sql.rows(Claim.SELECT + "WHERE approved IS NULL AND id > ? AND " + within(paths) + " ORDER BY id LIMIT ?",
                Claim::read, values.toArray());
    }

    int count(List<String> paths) {
        return sql.first("SELECT COUNT(*) FROM claim WHERE approved IS NULL AND " + within(paths), row -> row.getInt(1), paths)
                .orElse(0);
    }

    static String within(List<String> paths) {
        return "(" + String.join(" OR ", paths.stream().map(path -> "path LIKE ?").toList()) + ")";
    }

    /** Keeps a review; refused 409 {@code already_reviewed} where there is one. What is not approved may be claimed again. */
    void review(Claim reviewed) {
        Boolean approved = reviewed.approved();
        int mine = sql.update("UPDATE claim SET approved = ?, standing = ?, reviewer = ?, reviewed_at = ?, review_note = ?,"
                + " points = ?, minutes = ? WHERE id = ? AND approved IS NULL", approved,
                Boolean.TRUE.equals(approved) ? true : null, reviewed.reviewer(), reviewed.reviewedAt(), reviewed.reviewNote(),
                reviewed.points(), reviewed.minutes(), reviewed.id());
        if (mine == 0) {
            throw Problem.conflict("already_reviewed");
        }
    }

    void approved(long id, int points, int minutes, @Nullable Long row) {
        sql.update("UPDATE claim SET points = ?, minutes = ?, row_id = ? WHERE id = ?", points, minutes, row, id);
    }

    /** A claim that is not credited after all stands in the way of no other. */
    void withdrawn(long id) {
        sql.update("UPDATE claim SET standing = NULL WHERE id = ?", id);
    }
}
