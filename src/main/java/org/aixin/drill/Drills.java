package org.aixin.drill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;
import org.aixin.standard.Purses;

import org.jspecify.annotations.Nullable;

/** Drills: planned, and run step by step. */
@ApplicationScoped
public class Drills {
    /** How many days after a drill its steps and its roll can still be entered. */
    static final int DAYS = 31;
    private static final int LONGEST_REASON = 200;
    private final DrillRows rows;
    private final Units units;
    private final Purses purses;
    private final BusinessTime time;

    Drills(DrillRows rows, Units units, Purses purses, BusinessTime time) {
        this.rows = rows;
        this.units = units;
        this.purses = purses;
        this.time = time;
    }

    /** The units for which this person may hold a drill. */
    List<Unit> units(Person person) {
        return units.homesReachedBy(person, Role.ORGANIZER);
    }

    /**
     * Plans a drill and answers its id; in the present transaction or one of its own. Refused 403 {@code not_allowed}; 422 for texts,
     * {@code drill_time_refused}, {@code drill_steps_missing}, {@code drill_too_long}.
     */
    long add(Person person, Unit unit, Plan plan) {
        person.mustReach(unit.path(), Role.ORGANIZER);
        String title = plan.checkedTitle(), place = plan.checkedPlace();
        Instant startsAt = plan.checkedStart(time.now());
        List<Duty> duties = plan.duties();
        List<Step> steps = plan.ordered();
        return Transactions.joined(() -> {
            long id = Ids.next();
            rows.add(id, unit, title, place, startsAt, person, time.now());
            rows.plan(id, duties, steps);
            return id;
        });
    }

    /** Plans it anew; refused as {@link #add} is, and 409 {@code drill_begun} once a step is done or somebody is on the roll,
     * {@code drill_cancelled}. */
    Drill change(Person person, long id, Plan plan) {
        drill(person, id);
        String title = plan.checkedTitle(), place = plan.checkedPlace();
        Instant startsAt = plan.checkedStart(time.now());
        List<Duty> duties = plan.duties();
        List<Step> steps = plan.ordered();
        return Transactions.joined(() -> {
            Drill now = rows.lock(id);
            now.mustTakePlace();
            if (now.isBegun()) {
                throw Problem.conflict("drill_begun");
            }
            rows.change(id, title, place, startsAt);
            rows.plan(id, duties, steps);
            return rows.drill(id);
        });
    }

    /**
     * Withdraws a drill that does not take place; again it changes nothing. Refused 422 for the reason; 409 {@code drill_closing} while its
     * points are being given, {@code drill_has_points} where some were and stand.
     */
    Drill cancel(Person person, long id, @Nullable String reason) {
        drill(person, id);
        String why = Text.required(reason, "reason", LONGEST_REASON);
        return Transactions.joined(() -> {
            Drill now = rows.lock(id);
            if (now.closingAt() != null && now.closedAt() == null) {
                throw Problem.conflict("drill_closing");
            }
            if (purses.standing(now.gathering()) > 0) {
                throw Problem.conflict("drill_has_points");
            }
            rows.cancelled(id, time.now(), person, why);
            return rows.drill(id);
        });
    }

    /** A drill within the organizer's reach; refused 404 {@code not_found}, 403 {@code not_allowed}. */
    public Drill drill(Person person, long id) {
        Drill drill = rows.drill(id);
        person.mustReach(drill.path(), Role.ORGANIZER);
        return drill;
    }

    /** The drills within the organizer's reach, the last one planned first. */
    public Page<Drill> newest(Person person, @Nullable String cursor, int limit) {
        List<String> reach = person.reach(Role.ORGANIZER).distinct().sorted(Comparator.comparing(String::length)).toList();
        if (reach.isEmpty()) {
            throw Problem.forbidden("not_allowed");
        }
        return Page.of(rows.newest(reach, Page.before(cursor), limit + 1), limit, drill -> Long.toString(drill.id()));
    }

    List<Duty> duties(Drill drill) {
        return rows.duties(drill.id());
    }

    List<Step> steps(Drill drill) {
        return rows.steps(drill.id());
    }

    /**
     * Writes that a step is done now, or takes that back; a second press changes nothing. Refused 404 for a step that there is not,
     * and as {@link #mustBeNow}.
     */
    List<Step> step(Person person, long id, int position, boolean done) {
        Drill drill = drill(person, id);
        mustBeNow(drill);
        return Transactions.joined(() -> {
            rows.lock(id);
            if (rows.steps(id).stream().noneMatch(step -> step.position() == position)) {
                throw Problem.notFound();
            }
            if (done) {
                rows.done(id, position, time.now(), person);
            } else {
                rows.undone(id, position);
            }
            return rows.steps(id);
        });
    }

    /** Refused 409 {@code drill_not_yet} before its day, {@code drill_over} more than {@value #DAYS} days after, {@code drill_cancelled}. */
    void mustBeNow(Drill drill) {
        drill.mustTakePlace();
        LocalDate day = time.day(drill.startsAt()), today = time.today();
        if (day.isAfter(today)) {
            throw Problem.conflict("drill_not_yet");
        }
        if (day.isBefore(today.minusDays(DAYS))) {
            throw Problem.conflict("drill_over", DAYS);
        }
    }
}
