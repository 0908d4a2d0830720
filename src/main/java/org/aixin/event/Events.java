package org.aixin.event;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;
import org.aixin.standard.Purses;

import org.jspecify.annotations.Nullable;

/** The events of units, for their organizers. */
@ApplicationScoped
class Events {
    private static final int LONGEST_REASON = 200;
    private final Sql sql;
    private final Units units;
    private final Purses purses;
    private final BusinessTime time;

    Events(Sql sql, Units units, Purses purses, BusinessTime time) {
        this.sql = sql;
        this.units = units;
        this.purses = purses;
        this.time = time;
    }

    /** A donor to choose. */
    record DonorChoice(long id, String name) {
    }

    /** The units for which this person may hold an event. */
    List<Unit> units(Person person) {
        return units.homesReachedBy(person, Role.ORGANIZER);
    }

    /** The donors of units that this person organizes, by name. */
    List<DonorChoice> donors(Person person) {
        List<Long> reached = units(person).stream().map(Unit::id).toList();
        return reached.isEmpty()
                ? List.of()
                : sql.rows("SELECT id, name FROM donor WHERE unit_id IN (" + Sql.marks(reached.size()) + ") ORDER BY name, id",
                        row -> new DonorChoice(row.getLong(1), row.getString(2)), reached);
    }

    /**
     * Writes an event and answers its id; in the present transaction or one of its own. Refused 403 {@code not_allowed}; 422 for texts,
     * {@code event_days_refused}, {@code donor_unknown}, {@code purse_points}.
     */
    long add(Person person, Unit unit, Wanted wanted) {
        person.mustReach(unit.path(), Role.ORGANIZER);
        Wanted event = wanted.checked(time.today());
        mustBeKnown(person, event.donor());
        return Transactions.joined(() -> {
            long id = Ids.next();
            purses.open(id, unit, event.budget());
            sql.update("INSERT INTO event (id, unit, title, first_day, last_day, place, sponsor, donor, note, made_by, made_at)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?)", id, unit.id(), event.title(), event.firstDay(), event.lastDay(),
                    event.place(), event.sponsor(), event.donor(), event.note(), person.id(), time.now());
            return id;
        });
    }

    /** Writes it anew; refused as {@link #add}, and 409 {@code event_days_taken} where a shop's day would lie outside,
     * {@code purse_too_small} where more points are given already. */
    Event change(Person person, long id, Wanted wanted) {
        Event now = event(person, id);
        Wanted event = wanted.checked(time.today());
        if (!Objects.equals(now.donor(), event.donor())) {
            mustBeKnown(person, event.donor());
        }
        return Transactions.joined(() -> {
            lock(person, id);
            if (sql.first("SELECT 1 FROM event_visit WHERE event = ? AND day NOT BETWEEN ? AND ? LIMIT 1", row -> 1, id,
                    event.firstDay(), event.lastDay()).isPresent()) {
                throw Problem.conflict("event_days_taken");
            }
            sql.update("UPDATE event SET title = ?, first_day = ?, last_day = ?, place = ?, sponsor = ?, donor = ?, note = ?"
                    + " WHERE id = ?", event.title(), event.firstDay(), event.lastDay(), event.place(), event.sponsor(),
                    event.donor(), event.note(), id);
            Event changed = event(person, id);
            purses.change(id, event.budget(), changed.firstDay(), changed.lastDay());
            return event(person, id);
        });
    }

    private void mustBeKnown(Person person, @Nullable Long donor) {
        if (donor != null && donors(person).stream().noneMatch(one -> one.id() == donor)) {
            throw Problem.invalid("donor_unknown", "donor");
        }
    }

    /** An event within the organizer's reach; refused 404 {@code not_found}, 403 {@code not_allowed}. */
    Event event(Person person, long id) {
        Event event = sql.first(Event.SELECT + "WHERE e.id = ?", Event::read, id).orElseThrow(Problem::notFound);
        person.mustReach(event.path(), Role.ORGANIZER);
        return event;
    }

    /**
     * Locks it until the transaction ends, so that days and parts fit each other, and answers it; refused 409 {@code event_cancelled}
     * where it was withdrawn.
     */
    Event lock(Person person, long id) {
        sql.rows("SELECT id FROM event WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        Event event = event(person, id);
        event.mustTakePlace();
        return event;
    }

    /**
     * Withdraws it: its quizzes, rounds, drills and shop's days are free for another event, what was written down stays. Refused 422 for
     * the reason, 409 {@code purse_used} where it gave points that stand, {@code event_cancelled}.
     */
    Event cancel(Person person, long id, @Nullable String reason) {
        event(person, id);
        String why = Text.required(reason, "reason", LONGEST_REASON);
        return Transactions.joined(() -> {
            lock(person, id);
            purses.close(id);
            for (Kind kind : List.of(Kind.QUIZ, Kind.ROUND, Kind.DRILL, Kind.VISIT)) {
                sql.update("DELETE FROM event_" + kind.code() + " WHERE event = ?", id);
            }
            sql.update("UPDATE event SET cancelled_at = ?, cancelled_by = ?, cancel_reason = ? WHERE id = ?", time.now(),
                    person.id(),
                    why, id);
            return event(person, id);
        });
    }

    /** The events within the organizer's reach, the last one written first. */
    Page<Event> newest(Person person, @Nullable String cursor, int limit) {
        List<String> reach = person.reach(Role.ORGANIZER).distinct().sorted(Comparator.comparing(String::length))
                .map(path -> path + "%").toList();
        if (reach.isEmpty()) {
            throw Problem.forbidden("not_allowed");
        }
        String within = String.join(" OR ", reach.stream().map(path -> "u.path LIKE ?").toList());
        return Page.of(sql.rows(Event.SELECT + "WHERE e.id < ? AND (" + within + ") ORDER BY e.id DESC LIMIT ?", Event::read,
                Page.before(cursor), reach, limit + 1), limit, event -> Long.toString(event.id()));
    }
}
