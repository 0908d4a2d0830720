package org.aixin.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Unit;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Drills as the database keeps them. */
@ApplicationScoped
class DrillRows {
    private final Sql sql;

    DrillRows(Sql sql) {
        this.sql = sql;
    }

    void add(long id, Unit unit, String title, String place, Instant startsAt, Person by, Instant at) {
        sql.update("INSERT INTO drill (id, unit, title, place, starts_at, made_by, made_at) VALUES (?,?,?,?,?,?,?)", id,
                unit.id(),
                title, place, startsAt, by.id(), at);
    }

    void change(long id, String title, String place, Instant startsAt) {
        sql.update("UPDATE drill SET title = ?, place = ?, starts_at = ? WHERE id = ?", title, place, startsAt, id);
        sql.update("DELETE FROM drill_role WHERE drill = ?", id);
        sql.update("DELETE FROM drill_step WHERE drill = ?", id);
    }

    void plan(long id, List<Duty> duties, List<Step> steps) {
        List<@Nullable Object[]> roles = new ArrayList<>();
        duties.forEach(duty -> roles.add(new @Nullable Object[]{id, roles.size() + 1, duty.name(), duty.people()}));
        sql.insert("INSERT INTO drill_role (drill, position, name, people) VALUES", roles);
        sql.insert("INSERT INTO drill_step (drill, position, title, who) VALUES", steps.stream()
                .map(step -> new @Nullable Object[]{id, step.position(), step.title(), step.who()}).toList());
    }

    Drill drill(long id) {
        return sql.first(Drill.SELECT + "WHERE d.id = ?", Drill::read, id).orElseThrow(Problem::notFound);
    }

    /** The drill, locked until the transaction ends. */
    Drill lock(long id) {
        sql.rows("SELECT id FROM drill WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        return drill(id);
    }

    /** Drills of units under these paths, the latest first, which begin before that one. */
    List<Drill> newest(List<String> paths, long before, int limit) {
        List<String> like = paths.stream().map(path -> path + "%").toList();
        return sql.rows(
                Drill.SELECT + "WHERE d.id < ? AND (" + String.join(" OR ", like.stream().map(path -> "u.path LIKE ?").toList())
                        + ") ORDER BY d.id DESC LIMIT ?",
                Drill::read, before, like, limit);
    }

    List<Duty> duties(long drill) {
        return sql.rows("SELECT name, people FROM drill_role WHERE drill = ? ORDER BY position",
                row -> new Duty(row.getString(1), row.getString(2)), drill);
    }

    List<Step> steps(long drill) {
        return sql.rows("SELECT position, title, who, done_at FROM drill_step WHERE drill = ? ORDER BY position",
                row -> new Step(row.getInt(1), row.getString(2), row.getString(3), Sql.instant(row, 4)), drill);
    }

    /** Writes when a step was done, the first time only. */
    void done(long drill, int position, Instant at, Person by) {
        sql.update("UPDATE drill_step SET done_at = ?, done_by = ? WHERE drill = ? AND position = ? AND done_at IS NULL", at,
                by.id(), drill, position);
    }

    void undone(long drill, int position) {
        sql.update("UPDATE drill_step SET done_at = NULL, done_by = NULL WHERE drill = ? AND position = ?", drill, position);
    }

    /** The roll, the last one first. */
    List<Mark> roll(long drill) {
        return sql.rows(Mark.SELECT + "WHERE m.drill = ? ORDER BY m.id DESC", Mark::read, drill);
    }

    Optional<Mark> mark(long drill, long member) {
        return sql.first(Mark.SELECT + "WHERE m.drill = ? AND m.member = ?", Mark::read, drill, member);
    }

    void add(Mark mark) {
        sql.update("INSERT INTO drill_mark (id, drill, member, at, by_whom) VALUES (?,?,?,?,?)", mark.id(), mark.drill(),
                mark.member(), mark.at(), mark.by());
    }

    int remove(long drill, long member) {
        return sql.update("DELETE FROM drill_mark WHERE drill = ? AND member = ?", drill, member);
    }

    void closing(long drill, Instant at, Person by) {
        sql.update("UPDATE drill SET closing_at = ?, closed_by = ? WHERE id = ? AND closing_at IS NULL", at, by.id(), drill);
    }

    void closed(long drill, Instant at) {
        sql.update("UPDATE drill SET closed_at = ? WHERE id = ? AND closed_at IS NULL", at, drill);
    }

    /** Those whose points are still to be given, who came first before the others. */
    List<Mark> unsettled(long drill, int most) {
        return sql.rows(Mark.SELECT + "WHERE m.drill = ? AND m.outcome IS NULL ORDER BY m.id LIMIT ?", Mark::read, drill,
                most);
    }

    /** Whether their points are still to be given; nobody else gives them until the transaction ends. */
    boolean lockUnsettled(Mark mark) {
        return sql.first("SELECT 1 FROM drill_mark WHERE id = ? AND outcome IS NULL FOR UPDATE", row -> 1, mark.id()).isPresent();
    }

    void settle(Mark mark, Mark.Outcome outcome, int points, @Nullable Long award) {
        sql.update("UPDATE drill_mark SET outcome = ?, points = ?, award = ? WHERE id = ? AND outcome IS NULL", outcome.name(),
                points, award, mark.id());
    }

    void cancelled(long drill, Instant at, Person by, String reason) {
        sql.update("UPDATE drill SET cancelled_at = ?, cancelled_by = ?, cancel_reason = ? WHERE id = ? AND cancelled_at IS NULL",
                at, by.id(), reason, drill);
    }

    /** Drills whose closing was begun before then and not ended. */
    List<Long> halfClosed(Instant before, Instant now) {
        return sql.rows("SELECT id FROM drill WHERE closed_at IS NULL AND (closing_at < ? OR closing_at > ?) ORDER BY id",
                row -> row.getLong(1), before, now);
    }
}
