package org.aixin.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Proposals as the database keeps them. */
@ApplicationScoped
class ProposalRows {
    private final Sql sql;

    ProposalRows(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a proposal; refused 409 {@code already_awarded} where one for this deed stands. */
    void add(Due due, int points, LocalDate day, Instant at, @Nullable LocalDate lastDay) {
        sql.updateOr(Problem.conflict("already_awarded"),
                "INSERT INTO proposal (id, member, rule, version, reference, quantity, points, day, occurred_at, at, actor, note, path,"
                        + " last_day, gathering, standing) VALUES (" + Sql.marks(15) + ", TRUE)",
                due.id(), due.member().id(), due.rule().code(), due.rule().version(), due.reference(), due.quantity(), points,
                day,
                due.occurredAt(), at, due.actor(), due.note(), due.member().path(), lastDay, due.gathering());
    }

    Proposal proposal(long id) {
        return ifAny(id).orElseThrow(Problem::notFound);
    }

    Optional<Proposal> ifAny(long id) {
        return sql.first(Proposal.SELECT + "WHERE p.id = ?", Proposal::read, id);
    }

    Optional<Proposal> standing(long member, String rule, String reference) {
        return sql.first(Proposal.SELECT + "WHERE p.member = ? AND p.rule = ? AND p.reference = ? AND p.standing",
                Proposal::read, member, rule, reference);
    }

    /** Open proposals of one occasion: those by a rule whose reference is one of these, newest first. */
    List<Proposal> occasion(String rule, List<String> references) {
        return sql.rows(Proposal.SELECT + "WHERE p.rule = ? AND p.reference IN (" + Sql.marks(references.size())
                + ") AND p.confirmed IS NULL ORDER BY p.id DESC", Proposal::read, rule, references);
    }

    /** What waits for whom, as a condition with its values. */
    record Whose(List<String> deductions, List<String> credits, long actor) {
        private static final String NOBODYS = "-";

        private String where() {
            return "p.confirmed IS NULL AND (p.actor = ? OR (p.points < 0 AND (" + like(deductions)
                    + ")) OR (p.points > 0 AND (" + like(credits) + ")))";
        }

        private static String like(List<String> paths) {
            return String.join(" OR ", each(paths).stream().map(path -> "p.path LIKE ?").toList());
        }

        private static List<String> each(List<String> paths) {
            return paths.isEmpty() ? List.of(NOBODYS) : paths.stream().map(path -> path + "%").toList();
        }

        private List<Object> values(Object... more) {
            List<Object> values = new ArrayList<>(List.of(actor));
            values.addAll(each(deductions));
            values.addAll(each(credits));
            values.addAll(List.of(more));
            return values;
        }
    }

    /** The open ones, oldest first. */
    List<Proposal> open(Whose whose, long after, int limit) {
        return sql.rows(Proposal.SELECT + "WHERE " + whose.where() + " AND p.id > ? ORDER BY p.id LIMIT ?", Proposal::read,
                whose.values(after, limit).toArray());
    }

    /** How many are open, of deductions or of others. */
    int count(Whose whose, boolean deductions) {
        return sql.first("SELECT COUNT(*) FROM proposal p WHERE " + whose.where() + " AND p.points " + (deductions ? "<" : ">")
                + " 0", row -> row.getInt(1), whose.values().toArray()).orElse(0);
    }

    /** The deductions that were proposed of a member, newest first. */
    List<Proposal> deductions(long member, long before, int limit) {
        return sql.rows(Proposal.SELECT + "WHERE p.member = ? AND p.points < 0 AND p.id < ? ORDER BY p.id DESC LIMIT ?",
                Proposal::read, member, before, limit);
    }

    /** How many deductions a member can still answer. */
    int answerable(long member, LocalDate today) {
        return sql.first("SELECT COUNT(*) FROM proposal WHERE member = ? AND points < 0 AND confirmed IS NULL AND answer IS NULL"
                + " AND last_day >= ?", row -> row.getInt(1), member, today).orElse(0);
    }

    /** Whether the answer was kept: there was none before, and nothing was decided. */
    boolean answer(long id, String answer, Instant at) {
        return sql.update("UPDATE proposal SET answer = ?, answered_at = ? WHERE id = ? AND answer IS NULL AND confirmed IS NULL",
                answer, at, id) == 1;
    }

    /** Whether this decision was the first. */
    boolean decide(long id, boolean confirmed, long by, Instant at, @Nullable String reply) {
        return sql.update("UPDATE proposal SET confirmed = ?, standing = ?, decided_by = ?, decided_at = ?, reply = ?"
                + " WHERE id = ? AND confirmed IS NULL", confirmed, confirmed ? true : null, by, at, reply, id) == 1;
    }
}
