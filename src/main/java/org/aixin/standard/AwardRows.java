package org.aixin.standard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** The awards as the database keeps them. */
@ApplicationScoped
class AwardRows {
    private final Sql sql;

    AwardRows(Sql sql) {
        this.sql = sql;
    }

    /** Keeps awards, all or none; refused 409 {@code already_awarded} where a member has one by the same rule with the same reference. */
    void add(List<Award> awards) {
        sql.insertOr(Problem.conflict("already_awarded"),
                "INSERT INTO award (id, member, rule, version, reference, quantity, points, shortfall, minutes, capped, transfer, hours, day,"
                        + " occurred_at, recorded_at, actor, note, path, household, capped_by, notice_row, gathering) VALUES",
                awards.stream().map(AwardRows::row).toList());
    }

    private static @Nullable Object[] row(Award award) {
        return new @Nullable Object[]{award.id(), award.member(), award.rule(), award.version(), award.reference(),
                award.quantity(), award.points(), award.shortfall(), award.minutes(), award.capped(), award.transfer(),
                award.hours(), award.day(), award.occurredAt(), award.recordedAt(), award.actor(), award.note(), award.path(),
                award.household(), award.cappedBy(), award.row(), award.gathering()};
    }

    /** Keeps that an award was taken back; refused 409 {@code already_reversed} the second time. */
    void reverse(Award award, Instant at, long actor, String reason, long points, long shortfall) {
        sql.updateOr(Problem.conflict("already_reversed"),
                "INSERT INTO award_reversal (award, at, actor, reason, points, shortfall) VALUES (?,?,?,?,?,?)", award.id(), at,
                actor, reason, points, shortfall);
    }

    /** Keeps that an award is not credited after all: it was withdrawn from its notice. */
    void withdraw(Award award, Instant at) {
        sql.update("INSERT INTO award_reversal (award, at, points, shortfall) VALUES (?, ?, 0, 0)", award.id(), at);
    }

    Award award(long id) {
        return sql.first(Award.SELECT + "WHERE a.id = ?", Award::read, id).orElseThrow(Problem::notFound);
    }

    List<Award> awards(Collection<String> ids) {
        List<String> known = ids.stream().filter(id -> id.matches("[0-9]{1,19}")).toList();
        return known.isEmpty()
                ? List.of()
                : sql.rows(Award.SELECT + "WHERE a.id IN (" + Sql.marks(known.size()) + ")", Award::read, known.toArray());
    }

    Optional<Award> find(long member, String rule, String reference) {
        return sql.first(Award.SELECT + "WHERE a.member = ? AND a.rule = ? AND a.reference = ?", Award::read, member, rule,
                reference);
    }

    /** Awards of units under these paths, newest first, older than the given id; of one member or rule where that is said. */
    List<Award> newest(List<String> paths, @Nullable Long member, @Nullable String rule, long before, int limit) {
        if (paths.isEmpty() || rule != null && !Rules.isCode(rule)) {
            return List.of();
        }
        StringBuilder where = new StringBuilder("WHERE a.id < ? AND (");
        List<Object> values = new ArrayList<>(List.of(before));
        where.append(String.join(" OR ", Collections.nCopies(paths.size(), "a.path LIKE ?"))).append(')');
        paths.forEach(path -> values.add(path + "%"));
        if (member != null) {
            where.append(" AND a.member = ?");
            values.add(member);
        }
        if (rule != null) {
            where.append(" AND a.rule = ?");
            values.add(rule);
        }
        values.add(limit);
        return sql.rows(Award.SELECT + where + " ORDER BY a.id DESC LIMIT ?", Award::read, values.toArray());
    }

    /** The awards of one occasion: those by a rule whose reference is one of these, newest first. */
    List<Award> occasion(String rule, List<String> references) {
        List<Object> values = new ArrayList<>(references);
        values.add(0, rule);
        return sql.rows(
                Award.SELECT + "WHERE a.rule = ? AND a.reference IN (" + Sql.marks(references.size()) + ") ORDER BY a.id DESC",
                Award::read, values.toArray());
    }
}
